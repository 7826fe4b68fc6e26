package io.ae.api.graph;

import java.util.List;

/**
 * One node of a traced function: an op applied to values. Nothing is computed; shape and kind are
 * known. Values are compared by identity and made by {@link Ops} alone.
 */
public final class Value implements Operand {
  private final Op op;
  private final List<Value> inputs;
  private final Type type;
  private final String scope;

  /**
   * Applies an op; the tracer calls this, authors call {@link Ops}.
   *
   * @param op what is done
   * @param inputs what it is done to
   * @param scope path of the author's names around it, {@code ""} at the top
   * @throws ShapeException if the inputs do not fit the op
   */
  public Value(Op op, List<Value> inputs, String scope) {
    this.op = op;
    this.inputs = List.copyOf(inputs);
    this.scope = scope;
    this.type = op.infer(this.inputs.stream().map(Value::type).toList());
  }

  /** Returns what is done. */
  public Op op() {
    return op;
  }

  /** Returns what it is done to, in the op's order. */
  public List<Value> inputs() {
    return inputs;
  }

  /** Returns one of the inputs. */
  public Value input(int i) {
    return inputs.get(i);
  }

  @Override
  public Type type() {
    return type;
  }

  /** Returns what the elements are. */
  public Kind kind() {
    return type.kind();
  }

  /** Returns the path of the author's names around this node, {@code ""} at the top. */
  public String scope() {
    return scope;
  }

  @Override
  public String toString() {
    return op.id() + type;
  }
}
