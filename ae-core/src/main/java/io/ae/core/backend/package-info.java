/** The backend {@code java}: pure Java, single and double precision. */
@NullMarked
package io.ae.core.backend;

import org.jspecify.annotations.NullMarked;
