/** Tests of the backend {@code cpu}. */
@NullMarked
package io.ae.cpu;

import org.jspecify.annotations.NullMarked;
