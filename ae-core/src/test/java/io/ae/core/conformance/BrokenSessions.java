package io.ae.core.conformance;

import io.ae.api.AeException;
import io.ae.api.backend.BackendDescriptor;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Backends that treat state, sessions and callers wrongly. */
final class BrokenSessions {
  private BrokenSessions() {}

  static List<BrokenBackend> all() {
    List<BrokenBackend> all = new ArrayList<>();
    all.addAll(state());
    all.addAll(refusals());
    all.addAll(leftovers());
    return all;
  }

  /** What a session does when it runs. */
  private interface Run {
    void of(Session inner, CompiledModel model, String function, int rows, long firstRow);
  }

  /** Breaks every session in the same way. */
  private static BrokenBackend around(Rule rule, String message, UnaryOperator<Session> broken) {
    return new BrokenBackend(
        rule,
        message,
        new WrappedProvider() {
          @Override
          Session session(Session given, String function, CompiledModel model) {
            return broken.apply(given);
          }
        });
  }

  private static BrokenBackend running(Rule rule, String message, Run run) {
    return new BrokenBackend(
        rule,
        message,
        new WrappedProvider() {
          @Override
          Session session(Session given, String function, CompiledModel model) {
            return new WrappedSession(given) {
              @Override
              public void run(int rows, long firstRow) {
                run.of(given, model, function, rows, firstRow);
              }
            };
          }
        });
  }

  private static List<BrokenBackend> state() {
    return List.of(
        new BrokenBackend(
            Rule.B11,
            "initial value of 'normal' (Normal): element 0 of 35 must be",
            new WrappedProvider() {
              @Override
              CompileOptions options(CompileOptions given) {
                return new CompileOptions(given.compute(), given.seed() + 1);
              }
            }),
        running(
            Rule.B12,
            "w after v, w := w, v: element 0 of 64 must be",
            (inner, model, function, rows, firstRow) -> {
              inner.run(rows, firstRow);
              Lab.write(model, "w", Lab.read(model, "v", Programs.SIZE));
            }),
        running(Rule.B13, "must see all of a run's writes or none", BrokenSessions::byHalves),
        new BrokenBackend(
            Rule.B14,
            "v after write('v', 7) must be 7.0, got 1.0",
            new WrappedProvider() {
              @Override
              Session session(Session given, String function, CompiledModel model) {
                return function.equals("look") ? new StaleSession(given) : given;
              }
            }),
        new BrokenBackend(
            Rule.B15,
            "'step' written and read: element 0 of 1 must be 1.099511627777E12, got 1.0",
            new WrappedProvider() {
              @Override
              CompiledModel model(CompiledModel given) {
                return new NarrowModel(given);
              }
            }),
        running(
            Rule.B16,
            "the second of two equal trainings, loss: element 0 of 1 must be",
            (inner, model, function, rows, firstRow) -> {
              inner.run(rows, firstRow);
              ByteBuffer loss = inner.output("loss");
              loss.putFloat(0, (float) (System.nanoTime() % 1_000_003));
            }));
  }

  private static void byHalves(
      Session inner, CompiledModel model, String function, int rows, long firstRow) {
    if (!function.equals("bump")) {
      inner.run(rows, firstRow);
      return;
    }
    double[] before = Lab.read(model, "w", Programs.SIZE);
    inner.run(rows, firstRow);
    double[] after = Lab.read(model, "w", Programs.SIZE);
    Lab.write(model, "w", before);
    Thread.yield();
    Lab.write(model, "w", after);
  }

  /** Copied the state when it first ran. */
  private static final class StaleSession extends WrappedSession {
    private boolean ran;

    StaleSession(Session inner) {
      super(inner);
    }

    @Override
    public void run(int rows, long firstRow) {
      if (!ran) {
        inner.run(rows, firstRow);
      }
      ran = true;
    }
  }

  /** Keeps steps in 32 bits. */
  private static final class NarrowModel extends WrappedModel {
    NarrowModel(CompiledModel inner) {
      super(inner);
    }

    @Override
    public void write(String variable, ByteBuffer from) {
      boolean step = type(variable) == DType.I64;
      inner.write(variable, step ? Tensors.of(DType.I64, (int) from.getLong(0)) : from);
    }
  }

  private static List<BrokenBackend> refusals() {
    return List.of(
        around(Rule.B18, "threw java.lang.IllegalStateException: closed", OnceClosed::new),
        new BrokenBackend(
            Rule.B19,
            "input 'nothing' must be refused with AE-B020, and was accepted",
            new WrappedProvider() {
              @Override
              Session session(Session given, String function, CompiledModel model) {
                return new WrappedSession(given) {
                  @Override
                  public ByteBuffer input(String name) {
                    return ByteBuffer.allocate(0);
                  }
                };
              }
            }),
        running(
            Rule.B20,
            "4 rows in a session of 3 must be refused with AE-B022, and was accepted",
            (inner, model, function, rows, firstRow) ->
                inner.run(Math.max(0, Math.min(rows, 3)), firstRow)),
        running(
            Rule.B21,
            "index 4 of a table of 4 must be refused with AE-B023, and was accepted",
            (inner, model, function, rows, firstRow) -> {
              try {
                inner.run(rows, firstRow);
              } catch (AeException e) {
                Lab.fill(inner, "i", 0, 0, 0);
              }
            }),
        new BrokenBackend(
            Rule.B22,
            "function 'nothing' must be refused with AE-G003, threw java.lang.IllegalArgument",
            new WrappedProvider() {
              @Override
              CompiledModel model(CompiledModel given) {
                return new WrappedModel(given) {
                  @Override
                  public Session session(String function, int maxRows, int maxNonZeros) {
                    throw new IllegalArgumentException(function);
                  }
                };
              }
            }),
        new BrokenBackend(
            Rule.B23,
            "F64 must compile or be refused with AE-B011, got AE-B999",
            new WrappedProvider() {
              @Override
              CompileOptions options(CompileOptions given) {
                if (given.compute() == DType.F64) {
                  throw new AeException("AE-B999", "no doubles here");
                }
                return given;
              }
            }));
  }

  /** Throws when it is closed again. */
  private static final class OnceClosed extends WrappedSession {
    private boolean closed;

    OnceClosed(Session inner) {
      super(inner);
    }

    @Override
    public void close() {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      closed = true;
      inner.close();
    }
  }

  /** Has the row in the middle filled twice. */
  private static final class OverlappingHalves extends WrappedSession {
    OverlappingHalves(Session inner) {
      super(inner);
    }

    @Override
    public void run(int rows, long firstRow, Filler filler) {
      filler.fill(0, rows / 2 + rows % 2);
      filler.fill(rows / 2, rows);
      inner.run(rows, firstRow);
    }
  }

  /** Has the column in the middle filled twice, where columns can be. */
  private static final class OverlappingColumns extends WrappedSession {
    OverlappingColumns(Session inner) {
      super(inner);
    }

    @Override
    public void run(int rows, long firstRow, Filler filler) {
      if (!filler.fill("x", 0, rows, 0, 4) || !filler.fill("x", 0, rows, 3, 6)) {
        filler.fill(0, rows);
      }
      inner.run(rows, firstRow);
    }
  }

  private static List<BrokenBackend> leftovers() {
    List<ByteBuffer> kept = new ArrayList<>();
    return List.of(
        running(
            Rule.B24,
            "input x after two runs: element 0 of 30 must be",
            (inner, model, function, rows, firstRow) -> {
              inner.run(rows, firstRow);
              inner.input("x").putFloat(0, 9);
            }),
        running(
            Rule.B25,
            "direct buffers must not grow: 2000 steps added",
            (inner, model, function, rows, firstRow) -> {
              inner.run(rows, firstRow);
              kept.add(ByteBuffer.allocateDirect(4096));
            }),
        new BrokenBackend(
            Rule.B27,
            "the id must match [a-z][a-z0-9-]*, got 'Fast Backend'",
            new WrappedProvider() {
              @Override
              public BackendDescriptor descriptor() {
                BackendDescriptor d = super.descriptor();
                return new BackendDescriptor(
                    "Fast Backend", d.title(), d.priority(), d.spiVersion(), d.nativeFree());
              }
            }),
        around(
            Rule.B28,
            "element 0 in row 0 of 1 must be asked for once, was asked 2 times",
            OverlappingHalves::new),
        around(
            Rule.B28,
            "element 3 in row 0 of 1 must be asked for once, was asked 2 times",
            OverlappingColumns::new));
  }
}
