/** Tests of the composition. */
@NullMarked
package io.ae.core.wiring;

import org.jspecify.annotations.NullMarked;
