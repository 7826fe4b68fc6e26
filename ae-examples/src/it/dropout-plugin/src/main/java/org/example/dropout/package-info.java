/** One hidden layer with dropout, decoded by its transpose. */
@NullMarked
package org.example.dropout;

import org.jspecify.annotations.NullMarked;
