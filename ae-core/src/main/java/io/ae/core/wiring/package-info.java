/** Composes the engine, by Guice; internal, and the only package that knows Guice. */
@NullMarked
package io.ae.core.wiring;

import org.jspecify.annotations.NullMarked;
