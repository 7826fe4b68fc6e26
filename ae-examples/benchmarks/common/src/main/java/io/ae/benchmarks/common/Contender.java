package io.ae.benchmarks.common;

import java.nio.file.Path;
import java.util.Map;

/** What a system implements. The weights are {@link InitialWeights#of}, by the tensors' names. */
public interface Contender {
  /**
   * Makes an item ready to be trained.
   *
   * @throws Refusal if this system, or this machine, cannot
   */
  Training train(WorkItem item, Setting setting, Map<String, float[]> weights);

  /**
   * Makes an {@link Family#ENCODER} item ready.
   *
   * @throws Refusal if this system, or this machine, cannot
   */
  Encoding encode(WorkItem item, Setting setting, Map<String, float[]> weights);

  /**
   * Trains for some epochs from the files of a folder with the system's own reader, and says how
   * long the first step was away and how long steps waited for rows.
   *
   * @throws Refusal if the system has no reader of its own
   */
  default Reading read(
      WorkItem item, Setting setting, Map<String, float[]> weights, Path folder, int epochs) {
    throw new Refusal("no reader of its own is measured");
  }
}
