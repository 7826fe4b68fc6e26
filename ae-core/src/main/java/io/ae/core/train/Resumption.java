package io.ae.core.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ae.api.AeException;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.file.read.TrainingState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether a checkpoint may be gone on from: only by the same run, to the same numbers. */
final class Resumption {
  private static final int MOST_SHOWN = 5;

  private Resumption() {}

  /**
   * Returns where the checkpoint stands.
   *
   * @param wanted what this run says of its model
   * @param otherMachine whether another backend or number of threads is accepted, and with it
   *     numbers that differ by rounding
   * @throws AeException {@code AE-T020} if it is a finished model, {@code AE-T021} if it belongs to
   *     another run, {@code AE-T022} if another backend or number of threads is not accepted
   */
  static TrainingState state(ModelFile checkpoint, ModelMetadata wanted, boolean otherMachine) {
    TrainingState state = checkpoint.training();
    if (state == null) {
      throw new AeException(
          "AE-T020",
          "resuming needs a checkpoint; this is a finished model. To train it further on new"
              + " terms, use --from.");
    }
    ModelMetadata found = checkpoint.metadata();
    Provenance then = found.provenance();
    Provenance now = wanted.provenance();
    List<String> differences = new ArrayList<>();
    compare(differences, "model", found.plugin(), wanted.plugin());
    compareJson(differences, "model", found.config(), wanted.config());
    compareJson(differences, "", then.settings(), now.settings());
    compare(differences, "seed", then.seed(), now.seed());
    compare(differences, "data digest", then.dataDigest(), now.dataDigest());
    compare(differences, "rows", then.rows(), now.rows());
    compare(differences, "row shape", found.data().row(), wanted.data().row());
    if (!differences.isEmpty()) {
      throw new AeException(
          "AE-T021",
          "the checkpoint belongs to another run: "
              + shown(differences)
              + ". Resume with the run's own settings, or start anew with --from.");
    }
    compare(differences, "backend", then.backend(), now.backend());
    compare(differences, "threads", then.threads(), now.threads());
    if (!differences.isEmpty() && !otherMachine) {
      throw new AeException(
          "AE-T022",
          "the checkpoint would not give the same numbers: "
              + shown(differences)
              + ". Resume as it was begun, or accept numbers that differ by rounding:"
              + " --accept-rounding.");
    }
    return state;
  }

  private static String shown(List<String> differences) {
    String first = String.join("; ", differences.stream().limit(MOST_SHOWN).toList());
    int more = differences.size() - MOST_SHOWN;
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  private static void compare(List<String> into, String what, Object then, Object now) {
    if (!Objects.equals(then, now)) {
      into.add(what + " was " + then + ", is " + now);
    }
  }

  private static void compareJson(List<String> into, String path, String then, String now) {
    ObjectMapper json = new ObjectMapper();
    try {
      compare(into, path, json.readTree(then), json.readTree(now));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("settings are JSON objects", e);
    }
  }

  private static void compare(List<String> into, String path, JsonNode then, JsonNode now) {
    if (then.isObject() && now.isObject()) {
      Set<String> keys = new LinkedHashSet<>();
      then.fieldNames().forEachRemaining(keys::add);
      now.fieldNames().forEachRemaining(keys::add);
      for (String key : keys) {
        // Measured afterwards, it changes no number of the run; older checkpoints do not have it.
        if (path.equals("train") && key.equals("pca")) {
          continue;
        }
        JsonNode before = then.path(key);
        // Older checkpoints do not name it: there was nothing else.
        if (path.equals("train") && key.equals("precision") && before.isMissingNode()) {
          before = TextNode.valueOf("float32");
        }
        compare(into, path.isEmpty() ? key : path + "." + key, before, now.path(key));
      }
    } else if (!same(then, now)) {
      into.add(path + " was " + text(then) + ", is " + text(now));
    }
  }

  /** Equal numbers are equal however they are written. */
  private static boolean same(JsonNode a, JsonNode b) {
    return a.equals(b) || (a.isNumber() && b.isNumber() && a.doubleValue() == b.doubleValue());
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "not set" : node.toString();
  }
}
