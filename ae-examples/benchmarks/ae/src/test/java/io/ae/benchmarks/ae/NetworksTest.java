package io.ae.benchmarks.ae;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.BackendSettings;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import io.ae.api.graph.Shape;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Vars;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network learns: twenty steps on one batch bring its loss down. */
final class NetworksTest {
  private static final int BATCH = 8;
  private static final int STEPS = 20;
  private static final Optimiser ADAM = Optimiser.adam(.01);
  private static final Optimiser DESCENT = Optimiser.sgd(.05, 0);
  private static final Optimiser MOMENTUM = Optimiser.sgd(.05, .9);

  private record Small(String name, Model model, int classes) {
    static Small of(String name, Function<Vars, Network> network) {
      return new Small(name, new Model(DataSpec.vectors(12).withRange(0, 1), network), 0);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Small> networks() {
    Shape row = Shape.of(12);
    List<Integer> deep = List.of(8, 4, 2);
    List<Integer> stack = List.of(12, 10, 8);
    return Stream.of(
        Small.of("deep2d", v -> new Mirrored(v, row, deep, false, ADAM)),
        Small.of("hinton", v -> new Mirrored(v, row, deep, true, ADAM)),
        Small.of("contractive", v -> new Contractive(v, 12, 5, 1e-3, ADAM)),
        Small.of("dae", v -> new Denoising(v, 12, 9, .75, DESCENT)),
        Small.of("sda-1", v -> new Stacked(v, stack.subList(0, 2), MOMENTUM)),
        Small.of("sda-2", v -> new Stacked(v, stack, MOMENTUM)),
        new Small(
            "sda-classify",
            new Model(DataSpec.vectors(12), v -> new Classifier(v, stack, 3, MOMENTUM)),
            3),
        Small.of("vae", v -> new Variational(v, 12, 9, 2, ADAM)),
        new Small(
            "conv-mnist",
            new Model(
                DataSpec.pictures(1, 8, 8, 0, List.of()),
                v -> new PooledConvolutions(v, 8, 4, 2, ADAM)),
            0),
        new Small(
            "conv-cifar",
            new Model(
                DataSpec.pictures(3, 8, 8, 0, List.of()),
                v -> new StridedConvolutions(v, 8, List.of(3, 4, 5), ADAM)),
            0));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void lossFalls(Small small) {
    Random random = new Random(3);
    float[] rows = new float[BATCH * small.model().data().features()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextInt(4) == 0 ? 1 : 0;
    }
    int[] labels = random.ints(small.classes() == 0 ? 0 : BATCH, 0, 3).toArray();
    try (Compiled compiled =
            new Compiled(small.model(), "java", new BackendSettings(2), DType.F32);
        Steps steps = new Steps(compiled, BATCH)) {
      steps.run(rows, labels, BATCH);
      double first = steps.loss();
      for (int i = 1; i < STEPS; i++) {
        steps.run(rows, labels, BATCH);
      }
      assertThat(steps.loss()).isLessThan(.99 * first);
    }
  }
}
