package io.ae.api.backend;

/**
 * How long one part of a session's runs took, added up over all runs.
 *
 * @param what is computed, with the shapes of what it reads and makes
 * @param stage which of the parts between two barriers it belongs to, from 0
 * @param shard which shard of the batch, from 0
 * @param runs how often it ran
 * @param nanos time in nanoseconds, all runs together
 */
public record StepTime(String what, int stage, int shard, long runs, long nanos) {}
