package io.ae.core.nn;

import io.ae.api.data.DataSpec;
import java.util.List;

/** A code larger than the input, which may copy it. */
public final class Overcomplete {
  private Overcomplete() {}

  /**
   * Returns a warning if a code has room for the whole input and nothing holds it back from copying
   * it.
   *
   * @param code units of the code, L
   * @param restrained whether a penalty, dropout or a corruption stands in the way
   */
  public static List<String> warnings(int code, DataSpec data, boolean restrained) {
    if (code <= data.features() || restrained) {
      return List.of();
    }
    return List.of(
        "AE-C013 model.code "
            + code
            + " is larger than the input's "
            + data.features()
            + " values, and no penalty or corruption restrains it: the model can copy its input,"
            + " and its error then says nothing about what it learnt. Take a smaller code, a"
            + " penalty, or a plugin that corrupts its input.");
  }
}
