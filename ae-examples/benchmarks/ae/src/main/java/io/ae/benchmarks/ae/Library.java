package io.ae.benchmarks.ae;

import io.ae.api.AeException;
import io.ae.api.backend.BackendSettings;
import io.ae.api.graph.DType;
import io.ae.benchmarks.common.Contender;
import io.ae.benchmarks.common.Data;
import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.Family;
import io.ae.benchmarks.common.Reading;
import io.ae.benchmarks.common.Refusal;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import java.nio.file.Path;
import java.util.Map;

/**
 * This library in the benchmark. Options: {@code backend}, an id, {@code cpu} if it is not given;
 * {@code precision}, {@code float32} or {@code bfloat16}; {@code profile=true} prints at the end
 * where the time of the steps went; {@code rows=streamed} reads rows anew in each epoch where it
 * reads files, {@code memory} if it is not given.
 */
final class Library implements Contender {
  Library() {}

  @Override
  public Training train(WorkItem item, Setting setting, Map<String, float[]> weights) {
    Compiled compiled = compile(item, setting, weights);
    boolean labelled = item.family() == Family.CLASSIFIER;
    return new GraphTraining(compiled, item.batch(), labelled, profiled(setting));
  }

  @Override
  public Encoding encode(WorkItem item, Setting setting, Map<String, float[]> weights) {
    if (item.batch() == 1) {
      return new SessionEncoding(compile(item, setting, weights), item.batch());
    }
    try {
      return new FacadeEncoding(Model.of(item.id()), setting, weights);
    } catch (AeException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Reading read(
      WorkItem item, Setting setting, Map<String, float[]> weights, Path folder, int epochs) {
    if (item.data() != Data.MNIST || item.encodes() || item.family() == Family.CLASSIFIER) {
      throw new Refusal("reading is measured where MNIST is trained on without labels");
    }
    long began = System.nanoTime();
    try (Compiled compiled = compile(item, setting, weights)) {
      boolean streamed = setting.option("rows", "memory").equals("streamed");
      return new FileTraining(compiled, item.batch(), streamed).run(folder, epochs, began);
    }
  }

  private static Compiled compile(WorkItem item, Setting setting, Map<String, float[]> weights) {
    Compiled compiled;
    try {
      compiled =
          new Compiled(Model.of(item.id()), backend(setting), settings(setting), type(setting));
    } catch (AeException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
    compiled.write(weights);
    return compiled;
  }

  private static BackendSettings settings(Setting setting) {
    return new BackendSettings(setting.threads(), profiled(setting));
  }

  private static boolean profiled(Setting setting) {
    return Boolean.parseBoolean(setting.option("profile", "false"));
  }

  /** Returns the id of the backend that a setting names. */
  static String backend(Setting setting) {
    return setting.option("backend", "cpu");
  }

  private static DType type(Setting setting) {
    String precision = setting.option("precision", "float32");
    return switch (precision) {
      case "float32" -> DType.F32;
      case "bfloat16" -> DType.BF16;
      default -> throw new Refusal("precision is float32 or bfloat16, found " + precision);
    };
  }
}
