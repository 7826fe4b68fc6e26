/** Search with codes. */
@NullMarked
package io.ae.retrieval;

import org.jspecify.annotations.NullMarked;
