package io.ae.cpu.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import io.ae.cpu.TallWeights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewriteTest {
  @Test
  void longWeightsStandWithTheirMomentsAsTransposes() {
    Rewrite rewrite = Rewrite.of(TallWeights.program(TallWeights.Loss.SIGMOID), false);
    assertThat(rewrite.originals().values())
        .extracting(Var::name)
        .containsExactlyInAnyOrder("u", "u/m", "u/v");
    assertThat(TallWeights.variable(rewrite.program(), "u/m").shape())
        .isEqualTo(Shape.of(TallWeights.LONG, TallWeights.SHORT));
    assertThat(TallWeights.variable(rewrite.program(), "w").shape())
        .isEqualTo(Shape.of(TallWeights.LONG, TallWeights.SHORT));
  }

  @Test
  void weightsThatAreSummedAsTheyAreStay() {
    Program given = TallWeights.program(TallWeights.Loss.PENALTY);
    assertThat(Rewrite.of(given, false).originals()).isEmpty();
  }

  @Test
  void bfloat16LeavesWeightsAsTheyAre() {
    Program given = TallWeights.program(TallWeights.Loss.SIGMOID);
    assertThat(Rewrite.of(given, true).originals()).isEmpty();
  }

  @Test
  void whatIsTheSameEverywhereIsOneNumber() {
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value x = o.input("x", Type.real(Shape.rows(3)));
    Value a = o.input("a", Type.real(Shape.scalar()));
    Value spread = o.apply(new Layout.Broadcast(Shape.rows(3)), a); // [B, 3]
    Value y = o.mul(o.add(spread, spread), x); // [B, 3]
    Function given = o.function("f", Map.of("y", y, "spread", spread));
    Function found = UniformValues.rewrite(given);
    assertThat(binary(given, Binary.ADD)).extracting(v -> v.shape().rank()).containsExactly(2);
    assertThat(binary(found, Binary.ADD)).extracting(v -> v.shape().rank()).containsExactly(0);
    assertThat(found.outputs().get("y").type()).isEqualTo(y.type());
    assertThat(found.outputs().get("spread").type()).isEqualTo(spread.type());
  }

  private static List<Value> binary(Function function, Binary op) {
    return function.nodes().stream().filter(v -> v.op() == op).toList();
  }
}
