package io.ae.core.conformance;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.graph.DType;
import io.ae.core.conformance.Trial.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** B1 to B8: every op and its gradient against the oracle in double precision. */
final class OpChecks {
  private static final int[] ROWS = {Trial.CAPACITY, 0, 1, 3, Trial.CAPACITY};

  private final BackendProvider provider;
  private final BackendProvider oracle;

  OpChecks(BackendProvider provider, BackendProvider oracle) {
    this.provider = provider;
    this.oracle = oracle;
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    for (OpCase c : OpCases.all()) {
      checks.add(c.rule().check(c.name(), () -> values(c, Order.VALUE)));
    }
    for (OpCase c : OpCases.all()) {
      if (c.smooth()) {
        checks.add(Rule.B2.check(c.name(), () -> values(c, Order.GRADIENT)));
      }
    }
    for (OpCase c : OpCases.all()) {
      boolean anyRows = c.rule() == Rule.B1 && !c.name().startsWith("max-to [D]");
      if (anyRows) {
        checks.add(Rule.B6.check(c.name(), () -> rows(c)));
      }
    }
    return checks;
  }

  private void values(OpCase c, Order order) {
    try (Backend backend = Lab.open(provider);
        Backend judge = Lab.open(oracle)) {
      for (DType compute : Lab.computes(backend)) {
        List<double[]> arguments = Trial.values(c, Trial.ROWS, compute);
        try (Trial found = new Trial(backend, compute, c, order);
            Trial wanted = new Trial(judge, DType.F64, c, order)) {
          same(c, compute, found, wanted, arguments, Trial.ROWS);
        }
      }
    }
  }

  private void rows(OpCase c) {
    try (Backend backend = Lab.open(provider);
        Backend judge = Lab.open(oracle);
        Trial found = new Trial(backend, DType.F32, c, Order.VALUE);
        Trial wanted = new Trial(judge, DType.F64, c, Order.VALUE)) {
      for (int rows : ROWS) {
        same(c, DType.F32, found, wanted, Trial.values(c, rows, DType.F32), rows);
      }
    }
  }

  private static void same(
      OpCase c, DType compute, Trial found, Trial wanted, List<double[]> arguments, int rows) {
    Map<String, double[]> judged = wanted.run(arguments, rows);
    Map<String, double[]> got = found.run(arguments, rows);
    String what = c.name() + " in " + compute + ", " + rows + " rows";
    Numbers.same(what, judged, got, Numbers.tolerance(compute));
  }
}
