package io.ae.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Schedule;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule for plugins is broken once, and the kit says which and how. */
class BrokenPluginTest {
  private static final Shape DRAWN = Shape.rows(6);

  /**
   * A plugin that breaks one rule.
   *
   * @param rule which
   * @param message part of what the kit says of it
   * @param plugin the plugin
   */
  record Broken(Rule rule, String message, AutoencoderPlugin<?> plugin) {
    @Override
    public String toString() {
      return rule.toString();
    }
  }

  static List<Broken> broken() {
    return List.of(
        new Broken(Rule.M1, "the summary must be one sentence", describing("One. Two.", 0)),
        new Broken(
            Rule.M2,
            "component 'code' of Undocumented must have a @Doc",
            BrokenConfigs.plugin(BrokenConfigs.Undocumented.class)),
        new Broken(
            Rule.M3,
            "sparse rows must be accepted or refused with an AeException, threw java.lang.Unsup",
            new Picky()),
        new Broken(
            Rule.M4,
            "the config must equal itself after JSON: wanted Changing[code=7], got"
                + " Changing[code=8]",
            BrokenConfigs.plugin(BrokenConfigs.Changing.class)),
        new Broken(
            Rule.M5,
            "component 'code' of Unbounded must have a @Range",
            BrokenConfigs.plugin(BrokenConfigs.Unbounded.class)),
        new Broken(
            Rule.M6, "GENERATE is declared, but there is no function 'generate'", describing(1)),
        new Broken(
            Rule.M7,
            "function 'decode', whose capability is not declared, must be refused with AE-G003",
            describing(-1)),
        new Broken(Rule.M8, "score must give finite numbers, 'score' is NaN", new Unscored()),
        new Broken(
            Rule.M9,
            "the gradient of phase 'train' by 'w' along a direction must be",
            new Detached()),
        new Broken(
            Rule.M10,
            "training must move every parameter, but 'idle' is the same after 10 steps",
            new Idle()),
        new Broken(Rule.M11, "phase 'train' must lower its loss in 100 steps", new Moving(-.001)),
        new Broken(Rule.M12, "16 rows must be learnt by heart in 1500 steps", new Moving(1e-9)),
        new Broken(Rule.M13, "the same seed must give the same losses", new Moody()),
        new Broken(Rule.M14, "encode of row 0 alone, not among 16: element 0 of 6", new Centred()),
        new Broken(
            Rule.M16, "codes of the loaded model with vectors of any range", new Sampling()));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void isFound(Broken broken) {
    assertFound(broken.rule(), broken.message(), PluginKit.checks(broken.plugin()));
  }

  /** No plugin can change an input; a backend can. */
  @Test
  void changedInputIsFound() {
    WrappedProvider spoiling =
        new WrappedProvider() {
          @Override
          Session session(Session given, String function, CompiledModel model) {
            if (!function.equals("encode")) {
              return given;
            }
            return new WrappedSession(given) {
              @Override
              public void run(int rows, long firstRow) {
                given.run(rows, firstRow);
                given.input("x").putDouble(0, 9);
              }
            };
          }
        };
    assertFound(
        Rule.M15,
        "input x after encode: element 0 of 128 must be",
        new ModelChecks(new SamplePlugin(), spoiling).all());
  }

  @Test
  void everyRuleIsBrokenOnce() {
    Set<Rule> rules = EnumSet.of(Rule.M15);
    broken().forEach(b -> rules.add(b.rule()));
    assertThat(rules)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values()).filter(r -> r.name().startsWith("M")).toList());
  }

  @Test
  void sampleConforms() {
    CheckReport report = CheckReport.run(PluginKit.checks(new SamplePlugin()));
    assertThat(report.failures()).isEmpty();
  }

  /** Who runs a trained model feeds no schedule. */
  @Test
  void scheduledLossConforms() {
    SamplePlugin warming =
        new SamplePlugin() {
          @Override
          Terms loss(Ops o, SampleNetwork n, Value x) {
            Value weight = o.scheduled("weight", new Schedule.Linear(0, .1, 0, 1));
            Value code = o.sumFeatures(o.square(n.fold(o, x))); // [B]
            return super.loss(o, n, x).and("code", o.mul(code, weight));
          }

          @Override
          Value score(Ops o, Value error) {
            return o.mul(error, o.scheduled("weight", new Schedule.Linear(0, .1, 0, 1)));
          }
        };
    CheckReport report = CheckReport.run(PluginKit.checks(warming));
    assertThat(report.passed()).as(report.text()).isTrue();
  }

  private static void assertFound(Rule rule, String message, List<Check> checks) {
    CheckReport report =
        CheckReport.run(checks.stream().filter(c -> c.id().equals(rule.name())).toList());
    assertThat(report.text()).contains(message);
    assertThat(report.passed()).isEqualTo(rule.level() == Level.SHOULD);
  }

  private static SamplePlugin describing(int more) {
    return describing("Fully connected, one layer each way.", more);
  }

  /** Declares a capability too many or too few. */
  private static SamplePlugin describing(String summary, int more) {
    Set<Capability> declared = EnumSet.copyOf(SamplePlugin.CAPABILITIES);
    if (more > 0) {
      declared.add(Capability.GENERATE);
    } else if (more < 0) {
      declared.remove(Capability.DECODE);
    }
    return new SamplePlugin() {
      @Override
      public PluginDescriptor descriptor() {
        return described(summary, declared);
      }
    };
  }

  private static final class Picky extends SamplePlugin {
    @Override
    public Network network(SampleConfig config, DataSpec data, Vars vars) {
      if (data.sparse()) {
        throw new UnsupportedOperationException("sparse");
      }
      return super.network(config, data, vars);
    }
  }

  private static final class Unscored extends SamplePlugin {
    @Override
    Value score(Ops o, Value error) {
      return o.log(o.sub(-1, error));
    }
  }

  private static final class Detached extends SamplePlugin {
    @Override
    Value code(Ops o, Value h) {
      return o.tanh(o.stop(h));
    }
  }

  private static final class Idle extends SamplePlugin {
    private @Nullable Var idle;

    @Override
    void declare(Vars vars) {
      idle = vars.parameter("idle", Init.ones(), 3);
    }

    @Override
    Terms loss(Ops o, SampleNetwork n, Value x) {
      Var declared = Objects.requireNonNull(idle);
      return super.loss(o, n, x).and("idle", o.mul(o.sumAll(o.read(declared)), 0));
    }
  }

  private static final class Moving extends SamplePlugin {
    private final double rate;

    Moving(double rate) {
      this.rate = rate;
    }

    @Override
    Optimiser optimiser() {
      return Optimiser.sgd(rate, 0);
    }
  }

  private static final class Moody extends SamplePlugin {
    private final AtomicInteger networks = new AtomicInteger(1);

    @Override
    Init init() {
      return new Init.Normal(.1 * networks.incrementAndGet());
    }
  }

  private static final class Centred extends SamplePlugin {
    @Override
    Value code(Ops o, Value h) {
      return o.tanh(o.sub(h, o.meanRows(h)));
    }
  }

  private static final class Sampling extends SamplePlugin {
    @Override
    Value code(Ops o, Value h) {
      return o.add(o.tanh(h), o.normal("noise", DRAWN));
    }
  }
}
