package io.ae.core.backend.kernel;

import io.ae.api.graph.Draw;
import io.ae.api.graph.Philox;
import io.ae.api.graph.Shape;

/** Random numbers from the counter, as {@link Draw} says. */
final class Draws {
  private Draws() {}

  static Kernel of(Tensor[] in, Draw op, long seed) {
    Philox philox = new Philox(seed, op.stream());
    boolean normal = op.distribution() == Draw.Distribution.NORMAL;
    Shape y = op.to();
    if (y.equals(Shape.of(Shape.N))) {
      return (part, out) -> nonZeros(philox, normal, in, part, out);
    }
    return (part, out) -> {
      int unit = part.extent().unit(y);
      int[] words = part.scratch().words(normal ? 2 * unit : unit);
      long step = in[0].steps()[0];
      int to = part.to(y);
      for (int row = part.from(y); row < to; row++) {
        long absolute = y.cut() ? part.extent().firstRow() + row : 0;
        philox.bits(step, absolute, 0, normal ? 2 * unit : unit, words, 0);
        for (int i = 0; i < unit; i++) {
          out.set(
              row * unit + i,
              normal ? Philox.normal(words[2 * i], words[2 * i + 1]) : Philox.uniform(words[i]));
        }
      }
    };
  }

  private static void nonZeros(Philox philox, boolean normal, Tensor[] in, Part part, Tensor out) {
    int[] words = part.scratch().words(2);
    long step = in[0].steps()[0];
    int[] offsets = part.extent().offsets();
    for (int row = part.rowFrom(); row < part.rowTo(); row++) {
      long absolute = part.extent().firstRow() + row;
      for (int i = offsets[row]; i < offsets[row + 1]; i++) {
        int column = in[1].indices()[i];
        int first = normal ? 2 * column : column;
        philox.bits(step, absolute, first, normal ? first + 2 : first + 1, words, 0);
        out.set(i, normal ? Philox.normal(words[0], words[1]) : Philox.uniform(words[0]));
      }
    }
  }
}
