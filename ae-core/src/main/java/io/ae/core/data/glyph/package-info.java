/**
 * The embedded data set {@code glyphs}: the ten digits as 28×28 pictures, each drawn when it is
 * read, so that nothing is downloaded or unpacked.
 *
 * <p>A picture is a class's skeleton of strokes ({@code Skeletons}), bent, slanted and stretched by
 * a hand of its own ({@code Hand}) and inked by a round pen ({@code Pen}). Only additions,
 * products, quotients and square roots in double precision and {@link StrictMath} are used, which
 * Java defines to the last bit: the bytes are the same on every machine.
 */
@NullMarked
package io.ae.core.data.glyph;

import org.jspecify.annotations.NullMarked;
