/** The command {@code ae}. */
@NullMarked
package io.ae.examples.cli;

import org.jspecify.annotations.NullMarked;
