/** A plugin for a later version of the contracts. */
@NullMarked
package org.example.future;

import org.jspecify.annotations.NullMarked;
