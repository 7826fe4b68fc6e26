package org.example.gap;

/**
 * Left out of the jar.
 *
 * @param size anything
 */
record Missing(int size) {}
