/**
 * CIFAR-10 in its binary form: records of one label byte and 3,072 bytes of pixels, in files of
 * 10,000 records (Krizhevsky, "Learning multiple layers of features from tiny images", 2009).
 */
@NullMarked
package io.ae.core.data.cifar;

import org.jspecify.annotations.NullMarked;
