package io.ae.core;

import io.ae.api.AeException;
import io.ae.api.Autoencoder;
import io.ae.api.CodeKind;
import io.ae.api.Codes;
import io.ae.api.Reconstruction;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.api.model.Capability;
import io.ae.core.data.ColumnMatch;
import io.ae.core.data.RowWriter;
import io.ae.core.file.ModelFileWriter;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Tensor;
import io.ae.core.metric.Evaluation;
import io.ae.core.metric.Restoration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A trained model on a backend of its own. Runs its traced functions, so it needs neither the
 * plugin that made it nor its config.
 */
public final class TrainedModel implements Autoencoder {
  private final Backend backend;
  private final CompiledModel compiled;
  private final Program saved;
  private final ModelMetadata metadata;
  private final Inference inference;
  private final Consumer<TrainedModel> onClose;
  private final Lifetime life;

  /**
   * @param backend is closed with the model
   * @param saved the functions and variables that a file of it holds
   * @param onClose told when it is closed
   */
  TrainedModel(
      Backend backend,
      BackendSettings settings,
      CompiledModel compiled,
      Program saved,
      ModelMetadata metadata,
      Consumer<TrainedModel> onClose) {
    this.backend = backend;
    this.onClose = onClose;
    this.compiled = compiled;
    this.saved = saved;
    this.metadata = metadata;
    String name = "This model ('" + metadata.plugin() + "')";
    this.life = new Lifetime(name, "Load or fit it again, or close it later.");
    this.inference =
        new Inference(
            compiled, metadata.scaling(), name, metadata.data().features(), settings.threads());
  }

  /**
   * Opens a model file for inference; neither plugins nor other backends are looked for.
   *
   * @throws AeException {@code AE-F001} to {@code AE-F007} if the file cannot be read or is damaged
   */
  public static TrainedModel open(Path file, BackendProvider provider, BackendSettings settings) {
    return open(ModelFileReader.read(file), provider, settings, model -> {});
  }

  static TrainedModel open(
      ModelFile file,
      BackendProvider provider,
      BackendSettings settings,
      Consumer<TrainedModel> onClose) {
    ModelMetadata metadata = file.metadata();
    Backend backend = provider.open(settings);
    try {
      CompileOptions options = new CompileOptions(DType.F32, metadata.provenance().seed());
      CompiledModel compiled = backend.compile(file.program(), options);
      file.writeTo(compiled);
      return new TrainedModel(backend, settings, compiled, file.program(), metadata, onClose);
    } catch (RuntimeException | Error e) {
      backend.close();
      throw e;
    }
  }

  @Override
  public String plugin() {
    return metadata.plugin();
  }

  @Override
  public String backend() {
    return backend.id();
  }

  @Override
  public DataSpec data() {
    return metadata.data();
  }

  @Override
  public CodeKind codeKind() {
    return metadata.codeKind();
  }

  @Override
  public int codeWidth() {
    return metadata.codeWidth();
  }

  @Override
  public Set<Capability> capabilities() {
    return inference.capabilities();
  }

  /** Returns all that its file says of it: config, scaling, where it comes from. */
  public ModelMetadata metadata() {
    return metadata;
  }

  @Override
  public Codes encode(float[][] rows) {
    return life.during(() -> encode(reader(rows)));
  }

  @Override
  public Codes encode(Source rows) {
    return life.during(() -> over(rows, this::encode));
  }

  /**
   * Encodes every row of a source into a file, block by block: neither rows nor codes are held in
   * memory. An older file is replaced in one step, or stays if anything fails.
   *
   * @param file {@code .npy}, or {@code .csv} with the rows' ids
   * @return how many rows there were
   * @throws AeException {@code AE-D070} if the name has another ending, {@code AE-F010} if the
   *     folder is missing or the disk is full
   */
  public long encode(Source rows, Path file) {
    List<String> columns = RowWriter.numbered("c", codeWidth());
    AtomicLong count = new AtomicLong();
    life.during(
        () ->
            over(
                rows,
                reader -> {
                  RowWriter.stream(
                      file,
                      columns,
                      sink -> count.set(inference.encode(reader, RowWriter.named(file), sink)));
                  return count;
                }));
    return count.get();
  }

  private Codes encode(RowReader reader) {
    return inference.encode(reader, codeKind(), codeWidth());
  }

  @Override
  public float[][] decode(Codes codes) {
    return life.during(
        () -> {
          CodeChecks.require(codes, codeKind(), codeWidth());
          return inference.decode(codes.values(), codes.rows(), codeWidth());
        });
  }

  @Override
  public Reconstruction reconstruct(float[][] rows) {
    return life.during(() -> inference.reconstruct(reader(rows)));
  }

  @Override
  public Reconstruction reconstruct(Source rows) {
    return life.during(() -> over(rows, inference::reconstruct));
  }

  @Override
  public double[] score(float[][] rows) {
    return life.during(() -> inference.numbers(Capability.SCORE, "score", reader(rows)));
  }

  @Override
  public double[] score(Source rows) {
    return life.during(() -> over(rows, r -> inference.numbers(Capability.SCORE, "score", r)));
  }

  /**
   * Draws new rows, in the data's own units.
   *
   * @param rows how many
   * @param first number of the first draw: equal numbers give equal rows
   * @return {@code [rows][features]}
   * @throws AeException {@code AE-M002} if the model has no prior to draw from
   */
  public float[][] generate(int rows, long first) {
    return life.during(() -> inference.generate(rows, first));
  }

  /**
   * Returns class probabilities.
   *
   * @return {@code [rows, classes]}, row-major
   * @throws AeException {@code AE-M002} if the model has no classifier
   */
  public double[] classify(float[][] rows) {
    return life.during(() -> inference.numbers(Capability.CLASSIFY, "probability", reader(rows)));
  }

  /** Returns whether its training corrupted rows, so that {@link #restore} can. */
  public boolean corrupts() {
    return saved.functions().containsKey("corrupt");
  }

  /**
   * Corrupts rows as training did, with new draws, and restores them.
   *
   * @throws AeException {@code AE-M005} if training corrupted nothing
   */
  public Restoration restore(Source rows) {
    return life.during(
        () -> Restoration.of(compiled, metadata.scaling(), ColumnMatch.to(data(), rows)));
  }

  /**
   * Measures reconstructions, and restorations where training corrupted rows.
   *
   * @param train rows it was trained on, which are read only if it corrupts; null if not at hand
   */
  public Evaluation evaluate(Source rows, @Nullable Source train) {
    return life.during(
        () ->
            Evaluation.of(
                compiled,
                metadata.scaling(),
                ColumnMatch.to(data(), rows),
                train == null ? null : ColumnMatch.to(data(), train)));
  }

  private RowReader reader(float[][] rows) {
    return RowReader.of(rows, data().features());
  }

  private <T> T over(Source rows, Function<RowReader, T> work) {
    Source matched = ColumnMatch.to(data(), rows);
    try (Cursor cursor = matched.open()) {
      return work.apply(RowReader.of(cursor, matched.rows(), data().features()));
    }
  }

  /** Runs what this model must stay open for. */
  <T> T during(Supplier<T> work) {
    return life.during(work);
  }

  /** Returns the model as its file holds it, weights copied. */
  public ModelFile file() {
    return life.during(
        () -> {
          Map<String, Tensor> weights = new LinkedHashMap<>();
          for (Var v : saved.state()) {
            weights.put(v.name(), Tensor.of(compiled, v));
          }
          return new ModelFile(metadata, saved, weights, null);
        });
  }

  @Override
  public void save(Path file) {
    ModelFileWriter.write(file, file());
  }

  @Override
  public void close() {
    life.end(
        () -> {
          inference.close();
          compiled.close();
          backend.close();
          onClose.accept(this);
        });
  }
}
