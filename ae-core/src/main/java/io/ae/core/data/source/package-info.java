/** What the kinds of data share: options, opening of files, rows read from a stream. Internal. */
@NullMarked
package io.ae.core.data.source;

import org.jspecify.annotations.NullMarked;
