/** The library as a Java program uses it, on the class path. */
@NullMarked
package io.ae.examples.library;

import org.jspecify.annotations.NullMarked;
