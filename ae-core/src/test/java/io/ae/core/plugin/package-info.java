/** Tests of catalogues, with third parties' jars that are compiled on the spot. */
@NullMarked
package io.ae.core.plugin;

import org.jspecify.annotations.NullMarked;
