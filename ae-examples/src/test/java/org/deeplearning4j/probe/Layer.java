package org.deeplearning4j.probe;

/** Stands for a class of DL4J, which is not on the path of these tests. */
public final class Layer {
  private Layer() {}
}
