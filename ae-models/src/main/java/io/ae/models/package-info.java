/** The model plugins, one package per variant. */
@NullMarked
package io.ae.models;

import org.jspecify.annotations.NullMarked;
