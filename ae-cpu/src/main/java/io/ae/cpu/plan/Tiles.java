package io.ae.cpu.plan;

import io.ae.cpu.kernel.Step;
import java.util.ArrayList;
import java.util.List;

/** A shard's tiles on the heap; its steps run one after another and use the same ones. */
final class Tiles {
  private final List<float[]> reals = new ArrayList<>();
  private final List<int[]> ints = new ArrayList<>();

  /** Takes a tile; another step may take it too once this one has given it back. */
  float[] real() {
    return reals.isEmpty() ? new float[Step.TILE] : reals.remove(reals.size() - 1);
  }

  int[] index() {
    return ints.isEmpty() ? new int[Step.TILE] : ints.remove(ints.size() - 1);
  }

  void give(float[] tile) {
    reals.add(tile);
  }

  void give(int[] tile) {
    ints.add(tile);
  }

  /** Returns a tile that holds nothing between steps. */
  float[] scratch() {
    float[] tile = real();
    give(tile);
    return tile;
  }

  /** Returns a tile of indices that holds nothing between steps. */
  int[] indexScratch() {
    int[] tile = index();
    give(tile);
    return tile;
  }
}
