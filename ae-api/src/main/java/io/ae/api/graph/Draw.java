package io.ae.api.graph;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Random numbers from a counter, see {@link Philox}: an element's key is the seed, the stream's
 * path, the step, the absolute row and the flat column within the row. So a draw depends neither on
 * shards nor on the batch size. Inputs: the step, and for {@code [N]} the sparse rows, whose
 * columns key the draw: it equals the dense one at the non-zeros.
 *
 * <p>Exactly: with {@code p = new Philox(seed, stream)} for the seed of the compilation, and {@code
 * bits(c)} the word of {@code p} at (step, row, c), element (row, c) is
 *
 * <ul>
 *   <li>uniform: {@code Philox.uniform(bits(c))};
 *   <li>normal: {@code Philox.normal(bits(2c), bits(2c + 1))}, rounded to the compute type.
 * </ul>
 *
 * <p>The row is the run's first row plus the row in the run, and c counts the elements of one row
 * in row-major order. A shape without B is row 0 throughout, c its flat index. In {@code [N]} the
 * row is that of the non-zero, c its column.
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
