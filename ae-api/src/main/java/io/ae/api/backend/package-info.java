/** Compute backends: the service interface and what it gives. */
@NullMarked
package io.ae.api.backend;

import org.jspecify.annotations.NullMarked;
