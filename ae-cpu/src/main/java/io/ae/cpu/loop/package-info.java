/** Loops over tiles on the heap, written as bytecode when a plan is made. */
@NullMarked
package io.ae.cpu.loop;

import org.jspecify.annotations.NullMarked;
