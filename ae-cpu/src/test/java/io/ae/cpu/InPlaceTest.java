package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.cpu.plan.Capacity;
import io.ae.cpu.plan.Plan;
import io.ae.cpu.plan.StateLayout;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Results that take the place of what a chain is the last to read. */
class InPlaceTest {
  private static final int ROWS = 10;
  private static final int WIDTH = 32;
  private static final int ONE_VALUE = ROWS * WIDTH;

  @Test
  void aChainsResultLiesWhereItsOperandLay() {
    assertThat(words((o, product) -> o.square(product))).isEqualTo(ONE_VALUE);
  }

  @Test
  void whatIsReadLaterKeepsItsPlace() {
    assertThat(words((o, product) -> o.add(o.matmul(o.square(product), w), product)))
        .isEqualTo(3 * ONE_VALUE);
  }

  private final Var w =
      new Var("w", Type.real(Shape.of(WIDTH, WIDTH)), Init.glorot(WIDTH, WIDTH, 1), true);

  /** What is computed of a product before the last one. */
  private interface Middle {
    Value of(Tracer o, Value product);
  }

  /** Returns the words of a shard's memory. */
  private long words(Middle middle) {
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(false, step);
    Value product = o.matmul(o.input("x", Type.real(Shape.rows(WIDTH))), w);
    Value y = o.matmul(middle.of(o, product), w);
    StateLayout state = new StateLayout(Map.of(w, 0), Map.of(), Map.of(), false);
    return Plan.of(o.function("f", Map.of("y", y)), new Capacity(ROWS, 0, 1), state).localWords();
  }
}
