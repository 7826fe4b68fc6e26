package io.ae.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Optimiser;
import io.ae.core.autodiff.Tracer;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.file.read.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SgdTest {
  private static final Type ONE = Type.real(Shape.of(1));

  @Test
  void aVelocityThatNothingMovesComesToRestWhereNoProductWithARateIsDenormal() {
    Var p = new Var("p", ONE, Init.zeros(), true);
    Var velocity = new Var("p.velocity", ONE, Init.zeros(), false);
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    Tracer o = new Tracer(true, step);
    Value gradient = o.meanRows(o.input("gradient", Type.real(Shape.rows(1)))); // [1]
    Value rate = o.input("rate", Type.real(Shape.scalar()));
    Optimiser.sgd(.1, .9).update(o, name -> velocity, p, gradient, o.read(step), rate);
    Program program =
        new Program(
            List.of(p, velocity, step),
            Map.of("train", o.function("train", Map.of("g", gradient))));
    try (Backend backend = new JavaBackendProvider().open(new BackendSettings(1));
        CompiledModel model = backend.compile(program, new CompileOptions(DType.F32, 1));
        Session session = model.session("train", 1)) {
      Reals.input(session, "rate").put(0, new float[] {1e-3f}, 0, 1);
      for (int i = 0; i < 2000; i++) {
        Reals.input(session, "gradient").put(0, new float[] {i == 0 ? 1e-3f : 0}, 0, 1);
        session.run(1, 0);
        float v = (float) Tensor.of(model, velocity).real(0);
        assertThat(v * 1e-6f).as("step %d", i).matches(m -> m == 0 || m >= Float.MIN_NORMAL);
        if (i == 1) {
          assertThat(v).isEqualTo(.9f * 1e-3f);
        }
      }
      assertThat(Tensor.of(model, velocity).real(0)).isLessThan(1e-29);
    }
  }
}
