/** What an autoencoder is to beat: classic methods on the same rows. */
@NullMarked
package io.ae.core.baseline;

import org.jspecify.annotations.NullMarked;
