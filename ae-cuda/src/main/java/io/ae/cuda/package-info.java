/** The backend {@code cuda}. */
@NullMarked
package io.ae.cuda;

import org.jspecify.annotations.NullMarked;
