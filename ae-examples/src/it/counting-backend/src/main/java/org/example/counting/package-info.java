/** The Java backend, with its runs counted. */
@NullMarked
package org.example.counting;

import org.jspecify.annotations.NullMarked;
