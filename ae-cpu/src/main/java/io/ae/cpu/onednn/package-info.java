/** What this backend calls of oneDNN: products, transcendental functions and convolutions. */
@NullMarked
package io.ae.cpu.onednn;

import org.jspecify.annotations.NullMarked;
