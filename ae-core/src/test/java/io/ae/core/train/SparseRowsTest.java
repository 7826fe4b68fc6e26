package io.ae.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import io.ae.core.data.Dataset;
import io.ae.core.file.read.EpochLog;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that are mostly zeros are fed as their non-zeros. */
class SparseRowsTest {
  private static final int ROWS = 22;

  @Test
  void sparseRowsTrainAsDenseOnesDo() {
    try (Trial dense = trial(1);
        Trial sparse = trial(.3)) {
      List<EpochLog> wanted = dense.train(rows(1)).epochs();
      List<EpochLog> found = sparse.train(rows(.3)).epochs();

      assertThat(found).hasSameSizeAs(wanted);
      for (int i = 0; i < wanted.size(); i++) {
        assertThat(found.get(i).loss()).isCloseTo(wanted.get(i).loss(), within(1e-5));
        Double validation = wanted.get(i).validationLoss();
        assertThat(validation).isNotNull();
        assertThat(found.get(i).validationLoss()).isCloseTo(validation, within(1e-5));
      }
    }
  }

  private static Trial trial(double density) {
    return new Trial(v -> new Words(v), spec(density), Trial.validated(4, 0));
  }

  private static DataSpec spec(double density) {
    return new DataSpec(Shape.of(Trial.WIDTH), List.of(), 0, 1, density, 0, List.of());
  }

  private static Dataset rows(double density) {
    Random random = new Random(3);
    float[] values = new float[ROWS * Trial.WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3) == 0 ? random.nextFloat() : 0;
    }
    int[] labels = new int[ROWS];
    java.util.Arrays.fill(labels, -1);
    return Dataset.of("words", spec(density), values, labels);
  }

  /** Takes dense rows or sparse ones. */
  private static final class Words implements Network {
    private final Var w;
    private final Var v;

    Words(Vars vars) {
      w = vars.parameter("w", new Init.Normal(.4), Trial.WIDTH, 2);
      v = vars.parameter("v", new Init.Normal(.4), 2, Trial.WIDTH);
    }

    @Override
    public Encoded encode(Ops o, Value x) {
      boolean sparse = x.kind() == io.ae.api.graph.Kind.SPARSE;
      return Encoded.of(o.tanh(sparse ? o.csrMatMul(x, w) : o.matmul(x, w))); // [B, 2]
    }

    @Override
    public Value decode(Ops o, Encoded e) {
      return o.matmul(e.code(), v); // [B, D]
    }

    @Override
    public List<Phase> phases() {
      return List.of(Phase.of("train", this::loss, Optimiser.adam(.05)));
    }

    private Terms loss(Ops o, Batch in) {
      boolean sparse = in.x().kind() == io.ae.api.graph.Kind.SPARSE;
      Value x = sparse ? o.densify(in.x()) : in.x(); // [B, D]
      return Terms.of(
          "error", o.sumFeatures(o.square(o.sub(x, decode(o, encode(o, in.x())))))); // [B]
    }
  }
}
