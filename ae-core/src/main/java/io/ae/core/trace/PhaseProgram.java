package io.ae.core.trace;

import io.ae.api.graph.Schedule;
import java.util.List;
import java.util.Map;

/**
 * What a trainer needs to know of a traced phase; its functions are {@code train.NAME}, {@code
 * loss.NAME} and, if it begins with writes, {@code begin.NAME}.
 *
 * @param name as the plugin gave it
 * @param turn phases of equal turns alternate within a step
 * @param labelled whether the functions take {@code label}
 * @param rate learning rate where the user gives none
 * @param schedule factor on the rate
 * @param scheduled other scalars to feed, by input name
 * @param begins whether there is {@code begin.NAME}
 * @param terms names of the loss's terms
 */
public record PhaseProgram(
    String name,
    int turn,
    boolean labelled,
    double rate,
    Schedule schedule,
    Map<String, Schedule> scheduled,
    boolean begins,
    List<String> terms) {
  public PhaseProgram {
    scheduled = Map.copyOf(scheduled);
    terms = List.copyOf(terms);
  }
}
