package io.ae.core.file.read;

import io.ae.api.graph.DType;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads model files. Loading runs no code from the file, takes memory only after sizes were
 * compared with the file's own, and refuses whatever it does not know.
 */
public final class ModelFileReader {
  private static final String MODEL = "model.json";
  private static final String GRAPH = "graph.json";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String TRAINING = "training.json";
  private static final String STATE = "training.safetensors";

  /** No description is as long as this: a longer one is refused before it is read. */
  private static final long LONGEST_JSON = 64L << 20;

  private final Damage damage;
  private final StoredZip zip;
  private final Map<String, JsonObject> listed = new LinkedHashMap<>();

  private ModelFileReader(Damage damage, StoredZip zip) {
    this.damage = damage;
    this.zip = zip;
  }

  /**
   * Reads a model file or a checkpoint.
   *
   * @throws io.ae.api.AeException {@code AE-F001} if it cannot be read, {@code AE-F002} if it is no
   *     model file or cut off, {@code AE-F003} if it has changed since it was written, {@code
   *     AE-F004} if its format is newer, {@code AE-F005} if it holds something unknown, {@code
   *     AE-F006} if the weights do not fit the graph, {@code AE-F007} if it would have to be
   *     unpacked
   */
  public static ModelFile read(Path file) {
    Damage damage = new Damage(file);
    try (StoredZip zip = new StoredZip(file, damage)) {
      return new ModelFileReader(damage, zip).model();
    }
  }

  private ModelFile model() {
    JsonObject json = JsonObject.parse(damage, MODEL, bytes(MODEL));
    long format = json.whole("format");
    if (format < 1 || format > ModelFile.FORMAT) {
      throw damage.version(format, ModelFile.FORMAT);
    }
    readList(json);
    ModelMetadata metadata = MetadataReader.read(json);
    Program program = GraphReader.read(damage, GRAPH, bytes(GRAPH));
    refuseOtherSize(program);
    Map<String, Tensor> weights = SafetensorsReader.read(damage, WEIGHTS, checked(WEIGHTS));
    refuseOtherShapes(program, weights);
    return new ModelFile(metadata, program, weights, training());
  }

  private void readList(JsonObject json) {
    JsonObject entries = json.object("entries");
    for (String name : entries.keys()) {
      boolean known =
          switch (name) {
            case GRAPH, WEIGHTS, TRAINING, STATE -> true;
            default -> false;
          };
      StoredEntry entry = zip.entries().get(name);
      if (!known || entry == null) {
        throw damage.content(
            MODEL + " lists '" + name + "', which is " + (known ? "not there" : "unknown"));
      }
      JsonObject one = entries.object(name);
      if (one.whole("size") != entry.size()) {
        throw damage.changed(name, "its size is " + entry.size() + " bytes");
      }
      listed.put(name, one);
    }
    for (String name : zip.entries().keySet()) {
      if (!name.equals(MODEL) && !listed.containsKey(name)) {
        throw damage.content("it holds '" + name + "', which " + MODEL + " does not list");
      }
    }
  }

  private byte[] bytes(String name) {
    StoredEntry entry = zip.entries().get(name);
    if (entry != null && entry.size() > LONGEST_JSON) {
      throw damage.unpacks(name + " has " + entry.size() + " bytes, more than any model needs");
    }
    return (name.equals(MODEL) ? zip.read(name) : checked(name)).array();
  }

  private ByteBuffer checked(String name) {
    ByteBuffer data = zip.read(name);
    JsonObject entry = listed.get(name);
    if (entry == null) {
      throw damage.content("it holds no " + name);
    }
    String digest = HexFormat.of().formatHex(sha256().digest(data.array()));
    if (!digest.equals(entry.text("sha256"))) {
      throw damage.changed(name, "its SHA-256 digest differs");
    }
    entry.end();
    return data;
  }

  /** Refuses weights before memory is taken for them. */
  private void refuseOtherSize(Program program) {
    long least = 0;
    for (Var v : program.state()) {
      int narrowest = v.type().kind() == Kind.REAL ? DType.BF16.bytes() : DType.I32.bytes();
      least = Math.addExact(least, Math.multiplyExact(v.shape().elements(), (long) narrowest));
    }
    StoredEntry entry = zip.entries().get(WEIGHTS);
    if (entry != null && entry.size() < least) {
      throw damage.weights(
          "the graph's variables need at least " + least + " bytes, there are " + entry.size());
    }
  }

  private void refuseOtherShapes(Program program, Map<String, Tensor> weights) {
    Map<String, Tensor> unused = new LinkedHashMap<>(weights);
    for (Var v : program.state()) {
      Tensor tensor = unused.remove(v.name());
      if (tensor == null) {
        throw damage.weights("variable '" + v.name() + "' is missing");
      }
      if (!tensor.shape().equals(v.shape()) || !holds(tensor.type(), v.type().kind())) {
        throw damage.weights(
            "variable '"
                + v.name()
                + "' is "
                + v.type()
                + " in the graph and "
                + tensor.type()
                + " "
                + tensor.shape()
                + " in the weights");
      }
    }
    if (!unused.isEmpty()) {
      throw damage.weights("the graph knows no variable " + unused.keySet());
    }
  }

  private static boolean holds(DType type, Kind kind) {
    return switch (kind) {
      case REAL -> type.real();
      case INDEX -> type == DType.I32;
      case STEP -> type == DType.I64;
      case SPARSE -> false;
    };
  }

  private @Nullable TrainingState training() {
    if (!listed.containsKey(TRAINING)) {
      return null;
    }
    JsonObject json = JsonObject.parse(damage, TRAINING, bytes(TRAINING));
    return TrainingReader.read(json, SafetensorsReader.read(damage, STATE, checked(STATE)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
