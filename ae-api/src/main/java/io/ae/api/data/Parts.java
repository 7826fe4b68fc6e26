package io.ae.api.data;

import org.jspecify.annotations.Nullable;

/**
 * What a selector opens.
 *
 * @param train rows to learn from
 * @param test rows the data set itself keeps for testing; null if it does not
 */
public record Parts(Source train, @Nullable Source test) {}
