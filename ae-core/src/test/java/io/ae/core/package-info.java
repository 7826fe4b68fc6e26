/** Tests of the facade's parts; the facade itself is tested where there are plugins. */
@NullMarked
package io.ae.core;

import org.jspecify.annotations.NullMarked;
