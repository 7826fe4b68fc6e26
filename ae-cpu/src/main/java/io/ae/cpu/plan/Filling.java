package io.ae.cpu.plan;

import io.ae.api.graph.Kind;
import io.ae.cpu.memory.Extent;
import java.util.List;
import java.util.Map;

/**
 * Which part of an input a shard fills: its rows, or its columns of all rows where it reads no
 * others, so that no value of the input goes from one core to another.
 *
 * @param input its name
 * @param width elements of a row
 * @param byColumns whether it fills columns
 */
public record Filling(String input, int width, boolean byColumns) {
  /** Returns it for all inputs that have rows; empty if none is filled by columns. */
  static List<Filling> of(Map<String, Node> inputs, Uses uses) {
    List<Filling> fillings =
        inputs.entrySet().stream()
            .filter(i -> i.getValue().extent.cut())
            .map(i -> of(i.getKey(), i.getValue(), uses))
            .toList();
    return fillings.stream().anyMatch(Filling::byColumns) ? fillings : List.of();
  }

  private static Filling of(String name, Node input, Uses uses) {
    Extent extent = input.extent;
    boolean rows = extent.lead() == Extent.Lead.ROWS && extent.all() == 0;
    boolean real = input.type.kind() == Kind.REAL;
    // Before the first barrier a shard finds nothing but what it filled itself.
    boolean later =
        input.published == null
            && !uses.output(input)
            && !uses.written(input)
            && uses.of(input).stream().allMatch(u -> u.by().phase > 0);
    boolean columns = uses.of(input).stream().anyMatch(u -> u.by().mode.ofColumns());
    return new Filling(name, extent.fixed(), rows && real && later && columns);
  }
}
