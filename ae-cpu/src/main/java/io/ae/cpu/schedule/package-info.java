/** Threads that run the shards of a plan between barriers. */
@NullMarked
package io.ae.cpu.schedule;

import org.jspecify.annotations.NullMarked;
