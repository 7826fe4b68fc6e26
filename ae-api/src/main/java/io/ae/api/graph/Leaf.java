package io.ae.api.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where values come from: inputs of a run, the state, constants, and the rows of the batch. */
public sealed interface Leaf extends Op {
  /** The type of the value. */
  Type type();

  @Override
  default Type infer(List<Type> in) {
    Types.count(this, in, 0);
    return type();
  }

  @Override
  default List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
    return List.of();
  }

  /** A tensor given to each run. */
  record Input(String name, Type type) implements Leaf {
    @Override
    public String id() {
      return "input";
    }
  }

  /** A variable as it was before the run. */
  record Read(Var variable) implements Leaf {
    @Override
    public String id() {
      return "read";
    }

    @Override
    public Type type() {
      return variable.type();
    }
  }

  /** A constant scalar. */
  record Literal(double value, Kind kind) implements Leaf {
    @Override
    public String id() {
      return "literal";
    }

    @Override
    public Type type() {
      return new Type(Shape.scalar(), kind);
    }
  }

  /** The indices 0 … size−1, {@code [size]}. */
  record Iota(int size) implements Leaf {
    @Override
    public String id() {
      return "iota";
    }

    @Override
    public Type type() {
      return Type.index(Shape.of(size));
    }
  }

  /** The number of rows of the whole batch, a real scalar: never a shard's, never the capacity. */
  record RowCount() implements Leaf {
    @Override
    public String id() {
      return "row-count";
    }

    @Override
    public Type type() {
      return Type.real(Shape.scalar());
    }
  }

  /** The absolute index of each row (the run's first row plus the row), {@code [B]}. */
  record RowIndex() implements Leaf {
    @Override
    public String id() {
      return "row-index";
    }

    @Override
    public Type type() {
      return Type.index(Shape.rows());
    }
  }
}
