/**
 * Catalogues of what other modules and third parties provide: backends, autoencoder plugins, kinds
 * of data. A broken one is listed with its reason and harms nothing.
 *
 * <p>Codes: {@code AE-P001}, {@code AE-B001}, {@code AE-D003} no such id; {@code AE-P002}, {@code
 * AE-B002} it cannot work here; {@code AE-P003}, {@code AE-B003}, {@code AE-D007} two of one id;
 * {@code AE-P004} a plugin path that does not exist.
 */
@NullMarked
package io.ae.core.plugin;

import org.jspecify.annotations.NullMarked;
