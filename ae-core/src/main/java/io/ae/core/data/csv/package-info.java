/**
 * Tables in text: one row a line, numbers but for the label and the id. A file is read once when it
 * is opened, to check every field and to learn its classes, range and length; after that it
 * streams, however large it is.
 */
@NullMarked
package io.ae.core.data.csv;

import org.jspecify.annotations.NullMarked;
