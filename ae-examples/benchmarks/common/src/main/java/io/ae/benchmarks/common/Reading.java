package io.ae.benchmarks.common;

/**
 * How training from files went.
 *
 * @param firstStepNanos from the first look at the file, the model not compiled yet, to the end of
 *     the first step
 * @param stallNanos time that steps waited for rows to be read, once all is set up
 * @param copyNanos time in which rows were put in order and copied to where a step wants them
 * @param totalNanos time of all steps, waits and copies
 */
public record Reading(long firstStepNanos, long stallNanos, long copyNanos, long totalNanos) {}
