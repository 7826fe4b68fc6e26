package io.ae.cpu.onednn;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the elements of a product before they are stored.
 *
 * @param bias whether a vector is added to each row
 * @param function applied afterwards; null for none
 */
public record Epilogue(boolean bias, TileFunction.@Nullable Function function) {
  /** Leaves a product as it is. */
  public static final Epilogue NONE = new Epilogue(false, null);
}
