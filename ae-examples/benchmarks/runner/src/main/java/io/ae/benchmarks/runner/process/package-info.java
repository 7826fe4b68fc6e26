/** The processes of a run: systems' workers, the machine's probe, a busy neighbour. */
@NullMarked
package io.ae.benchmarks.runner.process;

import org.jspecify.annotations.NullMarked;
