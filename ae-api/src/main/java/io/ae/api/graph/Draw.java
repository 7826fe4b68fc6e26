package io.ae.api.graph;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Random numbers from a counter, see {@link Philox}: an element's key is the seed, the stream's
 * path, the step, the absolute row and the flat column within the row. So a draw depends neither on
 * shards nor on the batch size. Inputs: the step, and for {@code [N]} the sparse rows, whose
 * columns key the draw: it equals the dense one at the non-zeros. A shape without B is row 0
 * throughout.
 *
 * @param distribution which
 * @param stream path of the author's name, unique within a function
 * @param to shape of the result
 */
public record Draw(Distribution distribution, String stream, Shape to) implements Op {
  /** What is drawn. */
  public enum Distribution {
    /** Uniform in [0, 1). */
    UNIFORM,
    /** Mean 0, deviation 1. */
    NORMAL
  }

  @Override
  public String id() {
    return "draw-" + distribution.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Type infer(List<Type> in) {
    boolean sparse = to.equals(Shape.of(Shape.N));
    Types.count(this, in, sparse ? 2 : 1);
    Types.kind(this, in.get(0), Kind.STEP);
    if (sparse) {
      Types.kind(this, in.get(1), Kind.SPARSE);
    } else if (!(to.batched() ? to.tail() : to).fixed()) {
      throw new ShapeException(id() + ": beside a leading B the sizes are fixed, got " + to);
    }
    return Type.real(to);
  }

  @Override
  public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
    return Collections.nCopies(y.inputs().size(), null);
  }
}
