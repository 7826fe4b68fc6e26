package io.ae.api.data;

/**
 * What a kind of data says of itself.
 *
 * @param id the selector's first word, {@code [a-z][a-z0-9-]*}
 * @param spiVersion {@link io.ae.api.SpiVersion#CURRENT} of the api it was compiled against
 * @param usage a selector with all its options, such as {@code csv:FILE,label=last}
 * @param summary one sentence
 */
public record SourceDescriptor(String id, int spiVersion, String usage, String summary) {}
