/** Tests of configs; the texts of refusals are held word by word. */
@NullMarked
package io.ae.core.config;

import org.jspecify.annotations.NullMarked;
