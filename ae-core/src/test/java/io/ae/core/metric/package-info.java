/** Tests of measures. */
@NullMarked
package io.ae.core.metric;

import org.jspecify.annotations.NullMarked;
