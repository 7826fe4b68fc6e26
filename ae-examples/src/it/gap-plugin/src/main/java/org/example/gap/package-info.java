/** A plugin whose jar lacks a class. */
@NullMarked
package org.example.gap;

import org.jspecify.annotations.NullMarked;
