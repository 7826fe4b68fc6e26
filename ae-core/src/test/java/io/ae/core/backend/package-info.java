/** Tests of the backend {@code java}, op by op. */
@NullMarked
package io.ae.core.backend;

import org.jspecify.annotations.NullMarked;
