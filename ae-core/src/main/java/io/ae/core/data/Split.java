package io.ae.core.data;

/**
 * Rows in two parts that share none.
 *
 * @param first the part whose share was asked for
 * @param rest all other rows
 */
public record Split(Dataset first, Dataset rest) {}
