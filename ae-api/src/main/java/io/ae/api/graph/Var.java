package io.ae.api.graph;

/**
 * A named tensor of the state: a parameter, an optimiser's moment, a running statistic, a codebook,
 * a counter. Compared by identity; names are unique within a {@link Program}.
 */
public final class Var implements Operand {
  private final String name;
  private final Type type;
  private final Init init;
  private final boolean parameter;

  /**
   * @param name unique path such as {@code encoder.0.weight}
   * @param type its shape, which must be fixed, and kind
   * @param init its value before training
   * @param parameter whether gradients may move it
   */
  public Var(String name, Type type, Init init, boolean parameter) {
    if (!type.shape().fixed() || type.kind() == Kind.SPARSE) {
      throw new ShapeException("variable '" + name + "' needs fixed sizes, got " + type);
    }
    this.name = name;
    this.type = type;
    this.init = init;
    this.parameter = parameter;
  }

  /** Returns the unique name. */
  public String name() {
    return name;
  }

  @Override
  public Type type() {
    return type;
  }

  /** Returns the value before training. */
  public Init init() {
    return init;
  }

  /** Returns whether gradients may move it; other state changes by writes alone. */
  public boolean parameter() {
    return parameter;
  }

  @Override
  public String toString() {
    return name + type;
  }
}
