/** Tests of what is asked of oneDNN. */
@NullMarked
package io.ae.cpu.onednn;

import org.jspecify.annotations.NullMarked;
