/** Data: what rows look like, where they come from, and the service interface of data kinds. */
@NullMarked
package io.ae.api.data;

import org.jspecify.annotations.NullMarked;
