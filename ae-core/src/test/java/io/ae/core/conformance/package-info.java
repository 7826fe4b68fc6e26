/** Tests of the conformance kit: against what conforms, and against what breaks each rule. */
@NullMarked
package io.ae.core.conformance;

import org.jspecify.annotations.NullMarked;
