package io.ae.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.graph.Op;
import io.ae.api.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpCasesTest {
  /** The kit draws and flushes in checks of their own. */
  private static final Set<String> ELSEWHERE = Set.of("Draw");

  @Test
  void everyOpHasCase() {
    Set<String> tried = new TreeSet<>();
    for (OpCase c : OpCases.all()) {
      Trial.trace(c, Trial.Order.VALUE).nodes().stream()
          .map(Value::op)
          .forEach(op -> tried.add(name(op)));
    }
    tried.addAll(ELSEWHERE);
    assertThat(tried).isEqualTo(new TreeSet<>(names(Op.class)));
  }

  @Test
  void namesAreUnique() {
    assertThat(OpCases.all().stream().map(c -> c.rule() + " " + c.name()).toList())
        .doesNotHaveDuplicates();
  }

  private static String name(Op op) {
    return op instanceof Enum<?> e ? e.name() : op.getClass().getSimpleName();
  }

  /** Returns every record and every enum constant of the sealed list. */
  private static List<String> names(Class<?> type) {
    List<String> names = new ArrayList<>();
    if (type.isRecord()) {
      names.add(type.getSimpleName());
    } else if (type.isEnum()) {
      Arrays.stream(type.getEnumConstants()).forEach(c -> names.add(((Enum<?>) c).name()));
    } else {
      for (Class<?> part : type.getPermittedSubclasses()) {
        names.addAll(names(part));
      }
    }
    return names;
  }
}
