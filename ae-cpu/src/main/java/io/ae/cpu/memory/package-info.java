/** Native memory, and where each value lies in it. */
@NullMarked
package io.ae.cpu.memory;

import org.jspecify.annotations.NullMarked;
