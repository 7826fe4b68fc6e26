/** The facade for library consumers. */
@NullMarked
package io.ae.core;

import org.jspecify.annotations.NullMarked;
