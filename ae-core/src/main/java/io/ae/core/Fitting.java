package io.ae.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.api.backend.BackendSettings;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.config.Json;
import io.ae.core.config.Overlay;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.train.Precision;
import io.ae.core.train.TrainConfig;
import io.ae.core.train.TrainListener;
import io.ae.core.wiring.Rooms;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model before it is fitted. Each method changes it and returns it; it may be fitted several
 * times, and is used by one thread. What is not set keeps its default: the plugin's config, ten
 * epochs, batches of 256 rows, seed 42, float32, the best backend, every core, rows as they are.
 */
public final class Fitting {
  private final Ae ae;
  private final Rooms rooms;
  private final AutoencoderPlugin<?> plugin;
  private final FitSettings settings = new FitSettings();

  Fitting(Ae ae, Rooms rooms, AutoencoderPlugin<?> plugin) {
    this.ae = ae;
    this.rooms = rooms;
    this.plugin = plugin;
  }

  /**
   * Sets one component of the plugin's config; it is tested when the model is fitted.
   *
   * @param path such as {@code hidden} or {@code corruption.fraction}
   * @param value a number, text, boolean, enum constant, list or config record; null where allowed
   */
  public Fitting set(String path, @Nullable Object value) {
    Overlay.apply(settings.model, List.of(path + "=" + rooms.writer().value(value)));
    return this;
  }

  /** Sets the plugin's whole config. */
  public Fitting config(Record config) {
    settings.model = rooms.writer().toJson(config);
    return this;
  }

  /** Sets the plugin's config from JSON; keys that are absent keep their defaults. */
  public Fitting config(ObjectNode config) {
    settings.model = config.deepCopy();
    return this;
  }

  /** Sets how it is trained. */
  public Fitting train(TrainConfig config) {
    settings.train = config;
    return this;
  }

  /**
   * Sets one component of how it is trained.
   *
   * @param path such as {@code batch}, {@code rate} or {@code phases[0].epochs}
   * @param value as for {@link #set}
   * @throws AeException {@code AE-C001} and so on, for what is wrong with it
   */
  public Fitting train(String path, @Nullable Object value) {
    ObjectNode train = rooms.writer().toJson(settings.train);
    Overlay.apply(train, List.of(path + "=" + rooms.writer().value(value)));
    settings.train = rooms.reader().read(TrainConfig.class, train, "train");
    return this;
  }

  /** Sets the passes over the rows in each phase. */
  public Fitting epochs(int epochs) {
    settings.train = settings.train.withEpochs(epochs);
    return this;
  }

  /** Sets the seed of initial weights, order of rows and random numbers. */
  public Fitting seed(long seed) {
    settings.train = settings.train.withSeed(seed);
    return this;
  }

  /**
   * Sets the type in which products are computed; where the backend does not have it on this
   * machine, fitting refuses it by name.
   */
  public Fitting precision(Precision precision) {
    settings.train = settings.train.withPrecision(precision);
    return this;
  }

  /** Sets the backend: an id, or {@code auto} for the best available. */
  public Fitting backend(String id) {
    settings.backend = id;
    return this;
  }

  /** Sets how many cores may be used, at least 1. */
  public Fitting threads(int threads) {
    settings.machine = new BackendSettings(threads);
    return this;
  }

  /** Sets how columns are scaled, learnt on the rows; undone in reconstructions. */
  public Fitting scaling(Scaling.Kind kind) {
    settings.scaling = kind;
    return this;
  }

  /** Adds one who watches training. */
  public Fitting listener(TrainListener listener) {
    settings.listeners.add(listener);
    return this;
  }

  /** Sets what ends training early, keeping what was trained; see {@link Cancellation}. */
  public Fitting cancelledBy(BooleanSupplier cancelled) {
    settings.cancelled = cancelled;
    return this;
  }

  /** Sets rows to measure the fitted model on. */
  public Fitting test(@Nullable Source rows) {
    settings.test = rows;
    return this;
  }

  /** Sets where training stands after each epoch and when it is cancelled. */
  public Fitting checkpoint(@Nullable Path file) {
    settings.checkpoint = file;
    return this;
  }

  /**
   * Goes on from a checkpoint of the same run, to the numbers it would have had without the break.
   *
   * @param otherMachine whether another backend or number of threads is accepted, and with it
   *     numbers that differ by rounding
   * @throws AeException {@code AE-F001} to {@code AE-F007} if the file cannot be read
   */
  public Fitting resume(Path file, boolean otherMachine) {
    settings.resume = ModelFileReader.read(file);
    settings.otherMachine = otherMachine;
    return this;
  }

  /**
   * Sets what the model's file says of its origin.
   *
   * @param data selector of the rows
   * @param effective the whole configuration; what a resumption is held to
   */
  public Fitting describedAs(String data, ObjectNode effective) {
    settings.dataName = data;
    settings.described = effective.deepCopy();
    return this;
  }

  Fitting from(ModelFile start) {
    settings.start = start;
    settings.model = (ObjectNode) Json.parse(start.metadata().config(), "config");
    return this;
  }

  /**
   * Returns what would be fitted to rows, without rows.
   *
   * @throws AeException {@code AE-C001} and so on, for all that is wrong with the config
   */
  public Blueprint blueprint(DataSpec scaled) {
    return Blueprint.of(rooms, plugin, settings, scaled);
  }

  /**
   * Fits the model.
   *
   * @param rows read as often as there are epochs; a source that is no {@link Dataset} is streamed
   * @throws AeException for all that is wrong with the config, the rows or the backend, by its
   *     code; {@code AE-T010} if the loss is no longer finite
   */
  public Fit fit(Source rows) {
    return ae.during(() -> new FitRun(ae, rooms, plugin, settings).fit(rows));
  }

  /**
   * Fits the model to rows in memory.
   *
   * @param rows {@code [rows][features]}
   */
  public Fit fit(float[][] rows) {
    DataSpec known = settings.start == null ? null : settings.start.metadata().data();
    return fit(known == null ? Dataset.of(rows) : Dataset.of(known, rows));
  }

  /**
   * Fits the model to rows in memory, in single precision.
   *
   * @param rows {@code [rows][features]}
   */
  public Fit fit(double[][] rows) {
    float[][] narrow = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      narrow[i] = new float[rows[i].length];
      for (int j = 0; j < rows[i].length; j++) {
        narrow[i][j] = (float) rows[i][j];
      }
    }
    return fit(narrow);
  }

  /** Fits the model to one row; to go on learning row by row, see {@link #learner}. */
  public Fit fit(float[] row) {
    return fit(new float[][] {row});
  }

  /** Fits the model to rows that come once; they are held in memory. */
  public Fit fit(Stream<float[]> rows) {
    return fit(rows.toArray(float[][]::new));
  }

  /**
   * Begins to learn from rows as they come, a step for each call, at a constant rate.
   *
   * @param data what rows look like; they are not scaled
   */
  public Learner learner(DataSpec data) {
    return ae.during(() -> new FitRun(ae, rooms, plugin, settings).learner(data));
  }
}
