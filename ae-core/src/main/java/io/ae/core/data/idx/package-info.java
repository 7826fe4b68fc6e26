/**
 * IDX, the format of the MNIST database: a magic number (two zero bytes, the type, the number of
 * axes), the sizes as big-endian 32-bit numbers, the values row-major. Gzipped or not.
 */
@NullMarked
package io.ae.core.data.idx;

import org.jspecify.annotations.NullMarked;
