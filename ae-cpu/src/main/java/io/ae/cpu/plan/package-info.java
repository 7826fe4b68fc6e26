/** From a traced function to a static plan: modes, phases, fused groups, places. */
@NullMarked
package io.ae.cpu.plan;

import org.jspecify.annotations.NullMarked;
