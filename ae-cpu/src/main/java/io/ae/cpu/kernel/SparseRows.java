package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;

/**
 * The pattern of the sparse rows of a run, as one shard sees it.
 *
 * @param starts where each row of the batch starts among the non-zeros, one entry more than rows
 * @param columns column of each of the shard's non-zeros
 * @param geometry the shard's rows
 */
public record SparseRows(int[] starts, Slot columns, Geometry geometry) {
  /** Returns where a row of the shard starts, within the shard's non-zeros. */
  int start(int row) {
    return starts[geometry.rowFrom() + row] - geometry.nonZeroFrom();
  }
}
