package io.ae.core.conformance;

import io.ae.api.AeException;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Value;
import java.util.List;

/** B18 to B23: what a backend refuses, and by which code. */
final class RefusalChecks {
  private final BackendProvider provider;

  RefusalChecks(BackendProvider provider) {
    this.provider = provider;
  }

  List<Check> all() {
    return List.of(
        Rule.B18.check("session", this::closedSession),
        Rule.B18.check("model", this::closedModel),
        Rule.B18.check("backend", this::closedBackend),
        Rule.B19.check(this::names),
        Rule.B20.check("rows", this::rows),
        Rule.B20.check("non-zeros", this::nonZeros),
        Rule.B21.check("gather", () -> index(Ops::gather, 4, -1, Integer.MAX_VALUE)),
        Rule.B21.check("one-hot", () -> index((o, t, i) -> o.oneHot(i, 4), 4, -2)),
        Rule.B21.check("scatter-add", () -> index(RefusalChecks::scattered, 4, -1)),
        Rule.B21.check("pick-at", () -> index(RefusalChecks::picked, 4, -1)),
        Rule.B21.check("max-unpool", () -> index(RefusalChecks::unpooled, 4, -1)),
        Rule.B22.check(this::function),
        Rule.B23.check(this::computes));
  }

  private void closedSession() throws Exception {
    Lab.with(
        provider,
        Programs.pair(),
        model -> {
          Session session = model.session("look", 1);
          session.close();
          session.close();
          Refusal.of("AE-B021", "a run of a closed session", () -> session.run(1, 0));
          try (Session other = model.session("look", 1)) {
            other.run(1, 0);
          }
        });
  }

  private void closedModel() throws Exception {
    try (Backend backend = Lab.open(provider)) {
      CompiledModel model = backend.compile(Programs.pair(), new CompileOptions(DType.F32, 1));
      Session session = model.session("look", 1);
      model.close();
      model.close();
      Refusal.of("AE-B021", "a run of a closed model", () -> session.run(1, 0));
      session.close();
    }
  }

  private void closedBackend() throws Exception {
    Backend backend = Lab.open(provider);
    CompiledModel model = backend.compile(Programs.pair(), new CompileOptions(DType.F32, 1));
    Session session = model.session("look", 1);
    backend.close();
    backend.close();
    Refusal.of("AE-B021", "a run after the backend was closed", () -> session.run(1, 0));
  }

  private void names() throws Exception {
    Lab.with(
        provider,
        Programs.pair(),
        model -> {
          try (Session session = model.session("look", 1)) {
            Refusal.of("AE-B020", "input 'nothing'", () -> session.input("nothing"));
            Refusal.of("AE-B020", "output 'nothing'", () -> session.output("nothing"));
          }
        });
  }

  private void rows() throws Exception {
    Lab.with(
        provider,
        Programs.pair(),
        model -> {
          try (Session look = model.session("look", 3);
              Session bump = model.session("bump", 3)) {
            Refusal.of("AE-B022", "4 rows in a session of 3", () -> look.run(4, 0));
            Refusal.of("AE-B022", "-1 rows", () -> look.run(-1, 0));
            Refusal.of("AE-B022", "no rows for a function that writes", () -> bump.run(0, 0));
            look.run(0, 0);
          }
          unmoved(model, "v");
        });
  }

  private void nonZeros() throws Exception {
    Lab.with(
        provider,
        Programs.sparse(),
        model -> {
          try (Session session = model.session("f", 3, 4)) {
            Lab.fill(session, "x.lengths", 2, 2, 2);
            Lab.fill(session, "x.columns", 0, 1, 0, 1);
            Refusal.of("AE-B022", "6 non-zeros in a session of 4", () -> session.run(3, 0));
          }
        });
  }

  private static Value scattered(Ops o, Value table, Value index) {
    return o.scatterAdd(o.real(index), index, 4);
  }

  /** One element of planes of four. */
  private static Value picked(Ops o, Value table, Value index) {
    Value planes = o.to(o.constant(1), Shape.rows(1, 2, 2));
    return o.apply(new Spatial.PickAt(), planes, o.reshape(index, Shape.rows(1, 1, 1)));
  }

  private static Value unpooled(Ops o, Value table, Value index) {
    Value at = o.reshape(index, Shape.rows(1, 1, 1));
    return o.maxUnpool(o.real(at), at, 2, 2);
  }

  private void index(Programs.Pick pick, int... wrongs) throws Exception {
    Lab.with(
        provider,
        Programs.table(pick),
        model -> {
          try (Session session = model.session("f", 3)) {
            for (int wrong : wrongs) {
              Lab.fill(session, "i", 0, wrong, 1);
              Refusal.of("AE-B023", "index " + wrong + " of a table of 4", () -> session.run(3, 0));
            }
            unmoved(model, "n");
            Lab.fill(session, "i", 0, 3, 1);
            session.run(3, 0);
          }
        });
  }

  /** Holds that refused runs wrote nothing. */
  private static void unmoved(CompiledModel model, String variable) {
    double found = Lab.read(model, variable, StateChecks.elements(model, variable))[0];
    if (found != 0) {
      throw new CheckFailure(
          "a refused run must write nothing, but '" + variable + "' is " + found + ", not 0");
    }
  }

  private void function() throws Exception {
    Lab.with(
        provider,
        Programs.pair(),
        model -> {
          AeException e =
              Refusal.of("AE-G003", "function 'nothing'", () -> model.session("nothing", 1));
          if (!String.valueOf(e.getMessage()).contains("nothing")) {
            throw new CheckFailure(
                "the refusal must name the function 'nothing', got: " + e.getMessage());
          }
        });
  }

  private void computes() {
    try (Backend backend = Lab.open(provider)) {
      for (DType compute : List.of(DType.F32, DType.F64, DType.BF16)) {
        AeException e = Lab.refusal(backend, compute);
        if (e != null && (compute == DType.F32 || !e.code().equals("AE-B011"))) {
          String wanted = compute == DType.F32 ? "compile" : "compile or be refused with AE-B011";
          throw new CheckFailure(compute + " must " + wanted + ", got " + e.text(), e);
        }
      }
    }
  }
}
