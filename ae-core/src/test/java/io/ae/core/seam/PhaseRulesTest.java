package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.TraceOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules 8 and 9: what a phase moves, and rows without labels. */
class PhaseRulesTest {
  private static final DataSpec ONE = DataSpec.vectors(1);
  private static final Examples ROWS = new Examples(2, 0, 0, Map.of("x", new double[] {1, 2}));

  private static Phase pull(String name, Var... parameters) {
    return Phase.of(name, (o, in) -> Terms.of("pull", sum(o, parameters)), Optimiser.sgd(.1, 0));
  }

  private static Value sum(Ops o, Var... parameters) {
    Value sum = o.constant(0);
    for (Var p : parameters) {
      sum = o.add(sum, o.sumAll(o.square(p)));
    }
    return sum;
  }

  @Test
  void rule8APhaseMovesASetOfVariablesAndNotANamePrefix() {
    Function<Vars, Network> network =
        s -> {
          Var v = Phased.one(s, "v");
          Var other = Phased.one(s, "var");
          return new Phased(
              s,
              pull("first", v, other).moving(Set.of(v)),
              pull("second", v, other).moving(Set.of(other)).inTurn(1));
        };
    try (Taught taught = new Taught(network, ONE, DType.F64, 1)) {
      taught.run("train.first", ROWS);
      assertThat(taught.read("v")[0]).isLessThan(2);
      assertThat(taught.read("var")).containsExactly(2);
    }
  }

  @Test
  void rule8WhatAPhaseMovesGovernsWritesToo() {
    Function<Vars, Network> network =
        s -> {
          Var v = Phased.one(s, "v");
          Var count = s.state("count", Type.real(Shape.scalar()), Init.zeros());
          Phase counting =
              Phase.of(
                  "counting",
                  (o, in) -> {
                    o.write(count, o.add(count, 1));
                    return Terms.of("pull", sum(o, v));
                  },
                  Optimiser.sgd(.1, 0));
          Phase still =
              new Phase(
                  "still",
                  1,
                  Set.of(v),
                  counting.loss(),
                  counting.optimiser(),
                  counting.schedule(),
                  null,
                  false);
          return new Phased(s, counting, still);
        };
    try (Taught taught = new Taught(network, ONE, DType.F64, 1)) {
      taught.run("train.counting", ROWS);
      assertThat(taught.read("count")).containsExactly(1);
      taught.run("train.still", ROWS);
      assertThat(taught.read("count")).containsExactly(1);
      assertThat(taught.read("v")[0]).as("moved twice").isLessThan(1.6);
    }
  }

  @Test
  void rule8AParameterThatNoPhaseMovesIsRefused() {
    assertRefused(
        s -> {
          Var v = Phased.one(s, "v");
          Var forgotten = Phased.one(s, "forgotten");
          return new Phased(s, pull("train", v, forgotten).moving(Set.of(v)));
        });
  }

  @Test
  void rule8AParameterThatNoFunctionReadsIsRefused() {
    assertRefused(
        s -> {
          Phased.one(s, "forgotten");
          return new Phased(s, pull("train", Phased.one(s, "v")));
        });
  }

  private static void assertRefused(Function<Vars, Network> network) {
    DeclaredVars vars = new DeclaredVars();
    Network made = network.apply(vars);
    assertThatThrownBy(() -> ModelProgram.trace(made, ONE, vars, TraceOptions.defaults()))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("no phase moves the parameters [forgotten]");
  }

  @Test
  void rule9NoLabelIsZerosInOneHot() {
    try (OneFunction f =
        new OneFunction(
            DType.F32, 2, OneFunction.trace("f", o -> Map.of("y", o.oneHot(label(o), 2))))) {
      assertThat(f.run("f", "y", labels(1, -1, 0))).containsExactly(0, 1, 0, 0, 1, 0);
    }
  }

  @Test
  void rule9NoLabelIsNoEntryOfATable() {
    try (OneFunction f =
        new OneFunction(
            DType.F32, 2, OneFunction.trace("f", o -> Map.of("y", o.gather(o.eye(2), label(o)))))) {
      assertThat(f.run("f", "y", labels(1, 0))).containsExactly(0, 1, 1, 0);
      assertThatThrownBy(() -> f.run("f", "y", labels(1, -1, 0)))
          .isInstanceOf(AeException.class)
          .hasMessage("gather: index -1 is outside [0, 2)");
    }
  }

  private static Value label(Ops o) {
    return o.input("label", Type.index(Shape.rows()));
  }

  private static Examples labels(int... labels) {
    return new Examples(labels.length, 0, 0, Map.of("label", labels));
  }

  @Test
  void rule9ALabelledPhaseLearnsNothingFromRowsWithoutLabels() {
    Nine nine = Nine.STACKED;
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, 1)) {
      double[] before = taught.read("top.w");
      Examples none = nine.few.labelled(-1, -1, -1, -1);
      assertThat(taught.run("train.tune", none).get("loss")).containsExactly(0);
      assertThat(taught.read("top.w")).isEqualTo(before);
      taught.run("train.tune", nine.few);
      assertThat(List.of(taught.read("top.w"))).doesNotContain(before);
    }
  }
}
