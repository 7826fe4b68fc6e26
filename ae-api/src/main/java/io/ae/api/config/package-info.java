/**
 * Constraints on the components of config records: they validate, document and generate bad values.
 */
@NullMarked
package io.ae.api.config;

import org.jspecify.annotations.NullMarked;
