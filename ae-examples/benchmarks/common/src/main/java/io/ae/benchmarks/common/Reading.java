package io.ae.benchmarks.common;

/**
 * How training from files went.
 *
 * @param firstStepNanos from the first look at the file to the end of the first step
 * @param stallNanos time that steps waited for their rows, the first step left out
 * @param totalNanos time of all steps and waits, the first step left out
 */
public record Reading(long firstStepNanos, long stallNanos, long totalNanos) {}
