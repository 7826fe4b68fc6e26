package org.nd4j.probe;

/** Stands for a class of ND4J, which is not on the path of these tests. */
public final class Tensor {
  private Tensor() {}
}
