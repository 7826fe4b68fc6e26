package io.ae.benchmarks.common;

/** The rows a work item is fed. */
public enum Data {
  /** 60,000 images of 28 × 28, one channel. */
  MNIST(1, 28),
  /** 50,000 images of 32 × 32, three channel planes. */
  CIFAR(3, 32);

  private final int channels;
  private final int side;

  Data(int channels, int side) {
    this.channels = channels;
    this.side = side;
  }

  /** Returns the planes of an image. */
  public int channels() {
    return channels;
  }

  /** Returns the pixels along an image's edge. */
  public int side() {
    return side;
  }

  /** Returns the values of a row. */
  public int width() {
    return channels * side * side;
  }
}
