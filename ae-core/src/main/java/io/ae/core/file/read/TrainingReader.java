package io.ae.core.file.read;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a checkpoint holds beside the model. */
final class TrainingReader {
  /** Names of variables at the lowest validation loss begin so; no scope contains a colon. */
  private static final String BEST = "best:";

  private TrainingReader() {}

  static TrainingState read(JsonObject json, Map<String, Tensor> tensors) {
    TrainingState.Position position =
        new TrainingState.Position(
            json.size("turn"),
            json.size("epoch"),
            json.size("batch"),
            json.number("seconds"),
            json.numbers("sums"));
    TrainingState.@Nullable Best best = null;
    if (json.has("best")) {
      JsonObject b = json.object("best");
      best = new TrainingState.Best(b.number("loss"), b.size("epoch"));
      b.end();
    }
    json.end();
    Map<String, Tensor> state = new LinkedHashMap<>();
    Map<String, Tensor> bestState = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(BEST)) {
            bestState.put(name.substring(BEST.length()), tensor);
          } else {
            state.put(name, tensor);
          }
        });
    return new TrainingState(position, best, state, bestState);
  }
}
