/** The kernels of the backend {@code java}: one small class for each op or family of ops. */
@NullMarked
package io.ae.core.backend.kernel;

import org.jspecify.annotations.NullMarked;
