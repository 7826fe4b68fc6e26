package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.core.trace.PhaseProgram;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 1 to 3: what a run sees of the state, and who counts. */
class StateRulesTest {
  private static final Examples ONE = new Examples(1, 0, 0, Map.of());

  @Test
  void rule1WritesAppearTogetherAfterTheRunSoThatVariablesCanSwap() {
    Var a = new Var("a", Type.real(Shape.of(3)), new Init.Constant(1), false);
    Var b = new Var("b", Type.real(Shape.of(3)), new Init.Constant(2), false);
    Function swap =
        OneFunction.trace(
            "swap",
            o -> {
              o.write(a, o.read(b));
              o.write(b, o.read(a));
              return Map.of("a", o.read(a), "sum", o.add(a, b));
            });
    try (OneFunction f = new OneFunction(DType.F32, 1, swap)) {
      assertThat(f.run("swap", "a", ONE)).containsExactly(1, 1, 1);
      assertThat(f.run("swap", "a", ONE)).containsExactly(2, 2, 2);
      assertThat(f.run("swap", "sum", ONE)).containsExactly(3, 3, 3);
      assertThat(f.run("swap", "a", ONE)).containsExactly(2, 2, 2);
    }
  }

  @ParameterizedTest
  @EnumSource(Nine.class)
  void rule1AnyOrderOfTheNodesGivesTheSameStep(Nine nine) {
    try (Taught taught = new Taught(nine.network, nine.spec, DType.F64, 2)) {
      for (PhaseProgram phase : taught.traced.phases()) {
        Function train = taught.traced.program().function("train." + phase.name());
        Function shuffled =
            new Function(train.name(), shuffled(train.nodes()), train.outputs(), train.writes());
        assertThat(shuffled.nodes()).isNotEqualTo(train.nodes());
        Map<String, double[]> wanted = stepped(nine, train, phase);
        stepped(nine, shuffled, phase)
            .forEach((name, v) -> assertThat(v).as(name).isEqualTo(wanted.get(name)));
      }
    }
  }

  /** Returns what the variables are after one run of a function over fresh state. */
  private static Map<String, double[]> stepped(Nine nine, Function train, PhaseProgram phase) {
    Map<String, Object> given = new LinkedHashMap<>(nine.few.given());
    given.put("rate", new double[] {phase.rate()});
    Examples data = new Examples(nine.few.rows(), 0, nine.few.nonZeros(), given);
    Map<String, double[]> after = new LinkedHashMap<>();
    try (OneFunction f = new OneFunction(DType.F64, 2, train)) {
      f.run(train.name(), "loss", data);
      for (Var v : train.writes().keySet()) {
        int n = (int) v.shape().elements();
        DType type = f.model.type(v.name());
        ByteBuffer bytes =
            ByteBuffer.allocate(n * type.bytes()).order(java.nio.ByteOrder.nativeOrder());
        f.model.read(v.name(), bytes);
        after.put(v.name(), Numbers.get(bytes, type, n));
      }
    }
    return after;
  }

  /** Another order with inputs before users, drawn. */
  private static List<Value> shuffled(List<Value> nodes) {
    Random random = new Random(3);
    List<Value> left = new ArrayList<>(nodes);
    Set<Value> done = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Value> order = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Value> ready = left.stream().filter(v -> done.containsAll(v.inputs())).toList();
      Value next = ready.get(random.nextInt(ready.size()));
      left.remove(next);
      done.add(next);
      order.add(next);
    }
    return order;
  }

  @Test
  void rule2AReaderNeverSeesAMixtureOfTwoSteps() throws InterruptedException {
    int n = 4096;
    Var a = new Var("a", Type.real(Shape.of(n)), Init.zeros(), false);
    Var b = new Var("b", Type.real(Shape.of(n)), Init.zeros(), false);
    Function both =
        OneFunction.trace(
            "both",
            o -> {
              o.write(a, o.add(a, 1));
              o.write(b, o.add(b, 1));
              return Map.of();
            });
    Function see = OneFunction.trace("see", o -> Map.of("a", o.read(a), "b", o.read(b)));
    try (OneFunction f = new OneFunction(DType.F32, 2, both, see);
        Session writer = f.model.session("both", 1);
        Session reader = f.model.session("see", 1)) {
      AtomicBoolean reading = new AtomicBoolean(true);
      Thread steps =
          new Thread(
              () -> {
                while (reading.get()) {
                  writer.run(1, 0);
                }
              });
      steps.start();
      double seen = 0;
      for (int i = 0; i < 2000 || seen < 10; i++) {
        reader.run(1, 0);
        double[] as = Numbers.get(reader.output("a"), DType.F32, n);
        double[] bs = Numbers.get(reader.output("b"), DType.F32, n);
        for (int j = 0; j < n; j += 61) {
          assertThat(as[j] == as[0] && bs[j] == as[0]).as("run " + i + " mixes steps").isTrue();
        }
        assertThat(as[0]).as("steps go forward").isGreaterThanOrEqualTo(seen);
        seen = as[0];
      }
      reading.set(false);
      steps.join();
    }
  }

  @Test
  void rule3StepCountsStepsOfATurnAndEachPhaseCountsItsOwn() {
    try (Taught taught =
        new Taught(Nine.ADVERSARIAL.network, Nine.ADVERSARIAL.spec, DType.F64, 1)) {
      for (String phase : List.of("fit", "judge", "judge")) {
        taught.run("train." + phase, Nine.ADVERSARIAL.few);
        assertThat(taught.read("step")).as("within the turn").containsExactly(0);
      }
      taught.run("train.fool", Nine.ADVERSARIAL.few);
      assertThat(taught.read("step")).containsExactly(1);
      assertThat(taught.read("t.fit")).containsExactly(1);
      assertThat(taught.read("t.judge")).containsExactly(2);
    }
  }

  @Test
  void rule3WhatAFunctionReadsIsWhatItDeclares() {
    try (Taught taught =
        new Taught(Nine.ADVERSARIAL.network, Nine.ADVERSARIAL.spec, DType.F64, 1)) {
      Program program = taught.traced.program();
      Var step = taught.variable("step");
      assertThat(program.function("loss.judge").reads()).as("it draws").contains(step);
      assertThat(program.function("encode").reads()).as("it does not").doesNotContain(step);
      double[] first = taught.run("loss.judge", Nine.ADVERSARIAL.few).get("term.prior");
      taught.write("step", 1);
      assertThat(taught.run("loss.judge", Nine.ADVERSARIAL.few).get("term.prior"))
          .isNotEqualTo(first);
    }
  }
}
