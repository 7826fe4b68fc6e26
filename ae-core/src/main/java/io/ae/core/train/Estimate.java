package io.ae.core.train;

/**
 * What a run of training will take.
 *
 * @param parameters numbers that gradients move
 * @param stateBytes parameters, moments and all other state in memory
 * @param dataBytes rows in memory, or the window of a stream
 * @param batchBytes at most, for the values of one step; engines reuse memory and take less
 * @param steps of all phases
 * @param secondsPerStep measured over a few steps
 * @param seconds the steps' time, without validation and checkpoints
 */
public record Estimate(
    long parameters,
    long stateBytes,
    long dataBytes,
    long batchBytes,
    long steps,
    double secondsPerStep,
    double seconds) {}
