package io.ae.benchmarks.common;

/**
 * How training from files went.
 *
 * @param firstStepNanos from the first look at the file, the model not compiled yet, to the end of
 *     the first step
 * @param stallNanos time that steps waited for rows to be read, once all is set up
 * @param totalNanos time of all steps and waits
 */
public record Reading(long firstStepNanos, long stallNanos, long totalNanos) {}
