/** Tests of the parts of variants. */
@NullMarked
package io.ae.core.nn;

import org.jspecify.annotations.NullMarked;
