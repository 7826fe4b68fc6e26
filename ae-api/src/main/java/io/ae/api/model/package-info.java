/** Models: the service interface of autoencoder variants and what a network is made of. */
@NullMarked
package io.ae.api.model;

import org.jspecify.annotations.NullMarked;
