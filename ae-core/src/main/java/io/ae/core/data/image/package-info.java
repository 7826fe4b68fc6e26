/** Folders of pictures; a picture's class is the sub-folder it lies in. */
@NullMarked
package io.ae.core.data.image;

import org.jspecify.annotations.NullMarked;
