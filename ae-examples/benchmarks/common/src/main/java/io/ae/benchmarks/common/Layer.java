package io.ae.benchmarks.common;

import java.util.List;

/** One layer of a work item: its parameters by name, its shape, its activation. */
public sealed interface Layer {
  /** Returns the parameters that this layer brings, weight first. */
  List<Tensor> tensors();

  /** Returns the multiply-adds of one row's forward pass. */
  double multiplyAdds();

  /** Returns the values it takes a row. */
  int inputs();

  /** Returns the values it gives a row. */
  int outputs();

  /**
   * x · W + b.
   *
   * @param weight name of W, {@code [in, out]}
   * @param bias name of b, {@code [out]}
   */
  record Dense(String weight, String bias, int in, int out, Activation activation)
      implements Layer {
    @Override
    public List<Tensor> tensors() {
      double range = Glorot.range(in, out, activation);
      return List.of(new Tensor(weight, List.of(in, out), range), Tensor.bias(bias, out));
    }

    @Override
    public double multiplyAdds() {
      return (double) in * out;
    }

    @Override
    public int inputs() {
      return in;
    }

    @Override
    public int outputs() {
      return out;
    }
  }

  /**
   * x · Wᵀ + b with the weight of an earlier layer.
   *
   * @param weight name of W, {@code [out, in]} in this layer's terms
   * @param bias name of b, {@code [out]}, of its own
   */
  record Tied(String weight, String bias, int in, int out, Activation activation) implements Layer {
    @Override
    public List<Tensor> tensors() {
      return List.of(Tensor.bias(bias, out));
    }

    @Override
    public double multiplyAdds() {
      return (double) in * out;
    }

    @Override
    public int inputs() {
      return in;
    }

    @Override
    public int outputs() {
      return out;
    }
  }

  /**
   * A convolution over square planes.
   *
   * @param weight name of the kernels, {@code [out, in, kernel, kernel]}
   * @param bias name of b, {@code [out]}
   * @param side edge of the input's planes
   */
  record Conv(
      String weight,
      String bias,
      int in,
      int out,
      int kernel,
      int stride,
      int padding,
      int side,
      Activation activation)
      implements Layer {
    /** Returns the edge of the output's planes. */
    public int outSide() {
      return (side + 2 * padding - kernel) / stride + 1;
    }

    @Override
    public List<Tensor> tensors() {
      int area = kernel * kernel;
      double range = Glorot.range(in * area, out * area, activation);
      return List.of(
          new Tensor(weight, List.of(out, in, kernel, kernel), range), Tensor.bias(bias, out));
    }

    @Override
    public double multiplyAdds() {
      return (double) outputs() * in * kernel * kernel;
    }

    @Override
    public int inputs() {
      return in * side * side;
    }

    @Override
    public int outputs() {
      return out * outSide() * outSide();
    }
  }

  /**
   * A transposed convolution over square planes.
   *
   * @param weight name of the kernels, {@code [in, out, kernel, kernel]}
   * @param bias name of b, {@code [out]}
   * @param outputPadding rows and columns added at the end of the output
   * @param side edge of the input's planes
   */
  record TransposedConv(
      String weight,
      String bias,
      int in,
      int out,
      int kernel,
      int stride,
      int padding,
      int outputPadding,
      int side,
      Activation activation)
      implements Layer {
    /** Returns the edge of the output's planes. */
    public int outSide() {
      return (side - 1) * stride - 2 * padding + kernel + outputPadding;
    }

    @Override
    public List<Tensor> tensors() {
      int area = kernel * kernel;
      double range = Glorot.range(in * area, out * area, activation);
      return List.of(
          new Tensor(weight, List.of(in, out, kernel, kernel), range), Tensor.bias(bias, out));
    }

    @Override
    public double multiplyAdds() {
      return (double) inputs() * out * kernel * kernel;
    }

    @Override
    public int inputs() {
      return in * side * side;
    }

    @Override
    public int outputs() {
      return out * outSide() * outSide();
    }
  }

  /**
   * The largest value of each window; windows do not overlap.
   *
   * @param size edge of a window
   * @param side edge of the input's planes, a multiple of {@code size}
   */
  record MaxPool(int channels, int size, int side) implements Layer {
    @Override
    public List<Tensor> tensors() {
      return List.of();
    }

    @Override
    public double multiplyAdds() {
      return 0;
    }

    @Override
    public int inputs() {
      return channels * side * side;
    }

    @Override
    public int outputs() {
      return channels * (side / size) * (side / size);
    }
  }
}
