package io.ae.api.backend;

/**
 * What a backend says of itself before it is opened.
 *
 * @param id matches {@code [a-z][a-z0-9-]*}; lives for ever in model files
 * @param title one line for people
 * @param priority {@code auto} takes the available backend with the highest
 * @param spiVersion {@link io.ae.api.SpiVersion#CURRENT} of the api it was compiled against
 * @param nativeFree whether it runs without native code
 */
public record BackendDescriptor(
    String id, String title, int priority, int spiVersion, boolean nativeFree) {}
