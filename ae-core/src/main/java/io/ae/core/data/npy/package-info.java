/**
 * NPY and NPZ, NumPy's files of one array and of several (NumPy enhancement proposal 1): versions 1
 * to 3, both orders, both byte orders, real numbers and booleans. Arrays of objects are refused:
 * nothing in a file is ever run.
 */
@NullMarked
package io.ae.core.data.npy;

import org.jspecify.annotations.NullMarked;
