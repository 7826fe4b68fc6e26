package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.Ae;
import io.ae.core.Blueprint;
import io.ae.core.Cancellation;
import io.ae.core.Fit;
import io.ae.core.Fitting;
import io.ae.core.data.Scaling;
import io.ae.core.plugin.Backends;
import io.ae.core.train.DryRun;
import io.ae.core.train.Estimate;
import io.ae.core.train.TrainConfig;
import io.ae.core.train.TrainListener;
import io.ae.core.train.TrainRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of training, from settings to a fitted model. */
final class TrainJob {
  private final Ae ae;
  private final Settings settings;
  private final DataParts parts;
  private final Source train;
  private final Backends.Choice backend;
  private final List<TrainListener> listeners = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private @Nullable Path checkpoint;
  private @Nullable Path resume;
  private @Nullable Path from;
  private boolean acceptRounding;

  /**
   * Chooses the backend and opens the data.
   *
   * @throws io.ae.api.AeException if the backend cannot work here or lacks the precision, or the
   *     data cannot be opened
   */
  TrainJob(Ae ae, Settings settings) {
    this.ae = ae;
    this.settings = settings;
    this.backend = ae.backends().choose(settings.run().backend());
    settings.run().train().precision().require(backend.provider());
    this.parts = DataParts.of(ae, settings.run());
    this.train = Memory.loaded(parts.train());
  }

  TrainJob listener(TrainListener listener) {
    listeners.add(listener);
    return this;
  }

  TrainJob checkpoint(@Nullable Path file) {
    checkpoint = file;
    return this;
  }

  /** Goes on from a checkpoint, on another backend or number of threads only if accepted. */
  TrainJob resume(@Nullable Path file, boolean otherMachine) {
    resume = file;
    acceptRounding = otherMachine;
    return this;
  }

  /** Starts from a model's weights; its config and scaling come with them. */
  TrainJob from(@Nullable Path file) {
    from = file;
    return this;
  }

  DataParts parts() {
    return new DataParts(train, parts.test());
  }

  Backends.Choice backend() {
    return backend;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Trains, and measures on the test rows. */
  Fit run() {
    Fitting fitting = fitting().test(parts.test()).checkpoint(checkpoint).cancelledBy(cancellation);
    listeners.forEach(fitting::listener);
    if (resume != null) {
      fitting.resume(resume, acceptRounding);
    }
    return fitting.fit(train);
  }

  /** Trains a few steps on a model that is thrown away. */
  Estimate estimate() {
    TrainConfig config = settings.run().train();
    DataSpec data = train.spec();
    Scaling scaling = Scaling.learn(scaling(data), train);
    Blueprint blueprint = fitting().blueprint(scaling.scaled(data));
    blueprint.warnings().forEach(w -> listeners.forEach(listener -> listener.onWarning(w)));
    try (Backend opened = backend.provider().open(machine())) {
      CompileOptions options = new CompileOptions(config.precision().compute(), config.seed());
      CompiledModel model = opened.compile(blueprint.program().program(), options);
      return DryRun.measure(
          TrainRequest.of(blueprint.program(), model, config, train).with(scaling));
    }
  }

  private Fitting fitting() {
    RunConfig run = settings.run();
    Fitting fitting =
        from == null
            ? ae.model(run.plugin()).config(settings.model()).scaling(scaling(train.spec()))
            : ae.from(from);
    return fitting
        .train(run.train())
        .backend(backend.id())
        .threads(machine().threads())
        .describedAs(run.data(), described());
  }

  /**
   * Backend and threads are no part of what a resumption is held to: the file names those that were
   * used, and they are compared on their own.
   */
  private ObjectNode described() {
    ObjectNode json = settings.json();
    json.remove(List.of("backend", "threads"));
    return json;
  }

  private BackendSettings machine() {
    Integer threads = settings.run().threads();
    return threads == null ? BackendSettings.allCores() : new BackendSettings(threads);
  }

  private Scaling.Kind scaling(DataSpec data) {
    Scaling.Kind wanted = settings.run().scaling();
    return wanted != null ? wanted : data.unit() ? Scaling.Kind.NONE : Scaling.Kind.STANDARD;
  }
}
