package io.ae.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.api.backend.Backend;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.Var;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.core.baseline.PcaBaseline;
import io.ae.core.config.ConfigCheck;
import io.ae.core.config.Json;
import io.ae.core.data.ColumnMatch;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.file.read.EpochLog;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.file.read.Tensor;
import io.ae.core.metric.Evaluation;
import io.ae.core.plugin.Backends;
import io.ae.core.train.Checkpoints;
import io.ae.core.train.History;
import io.ae.core.train.TrainRequest;
import io.ae.core.wiring.Rooms;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Traces, compiles, trains, measures. */
final class FitRun {
  private final Ae ae;
  private final Rooms rooms;
  private final AutoencoderPlugin<?> plugin;
  private final FitSettings settings;

  FitRun(Ae ae, Rooms rooms, AutoencoderPlugin<?> plugin, FitSettings settings) {
    this.ae = ae;
    this.rooms = rooms;
    this.plugin = plugin;
    this.settings = settings;
    ConfigCheck.require(settings.train, "train");
  }

  Fit fit(Source given) {
    Backends.Choice choice = backend();
    ModelFile start = settings.start;
    Source rows = start == null ? given : matched(given, start.metadata().data());
    DataSpec data = start == null ? rows.spec() : start.metadata().data();
    Scaling scaling =
        start == null ? Scaling.learn(settings.scaling, rows) : start.metadata().scaling();
    Blueprint blueprint = Blueprint.of(rooms, plugin, settings, scaling.scaled(data));
    blueprint.warnings().forEach(this::warn);
    Backend backend = choice.provider().open(settings.machine);
    try {
      CompiledModel compiled = compile(backend, blueprint);
      // The digest reads all rows: not before the first step, unless a resumption is held to it.
      Once<ModelMetadata> described =
          new Once<>(() -> metadata(blueprint, data, scaling, RowsDigest.of(rows), choice));
      History history = train(blueprint, compiled, rows, scaling, described);
      ModelMetadata metadata = described.get();
      Map<String, Double> metrics = metrics(blueprint, compiled, rows, metadata, history);
      PcaBaseline pca = pca(rows, metadata, history, metrics);
      Double pcaError = pca == null ? null : pca.squaredError();
      ModelMetadata done =
          metadata.with(
              metadata
                  .provenance()
                  .withHistory(history.epochs(), history.seconds())
                  .withMetrics(metrics, pcaError));
      if (pcaError != null) {
        metrics.put("pcaSquaredError", pcaError);
      }
      TrainedModel model = model(backend, compiled, blueprint, done);
      return new Fit(model, history, metrics, choice.reason(), pca, blueprint.warnings());
    } catch (RuntimeException | Error e) {
      backend.close();
      throw e;
    }
  }

  /** Chooses the backend, and refuses it where it lacks the precision. */
  private Backends.Choice backend() {
    Backends.Choice choice = rooms.backends().choose(settings.backend);
    settings.train.precision().require(choice.provider());
    return choice;
  }

  private void warn(String warning) {
    settings.listeners.forEach(listener -> listener.onWarning(warning));
  }

  /** Gives rows the columns of a saved model; what was in memory stays there. */
  private static Source matched(Source rows, DataSpec data) {
    Source matched = ColumnMatch.to(data, rows);
    return rows instanceof Dataset ? Dataset.load(matched) : matched;
  }

  Learner learner(DataSpec data) {
    Backends.Choice choice = backend();
    Blueprint blueprint = Blueprint.of(rooms, plugin, settings, data);
    Backend backend = choice.provider().open(settings.machine);
    try {
      CompiledModel compiled = compile(backend, blueprint);
      RowsDigest.Digest none = new RowsDigest.Digest("", 0);
      ModelMetadata metadata = metadata(blueprint, data, Scaling.none(), none, choice);
      TrainedModel model = model(backend, compiled, blueprint, metadata);
      return new Learner(model, compiled, blueprint.program(), settings.train);
    } catch (RuntimeException | Error e) {
      backend.close();
      throw e;
    }
  }

  private TrainedModel model(
      Backend backend, CompiledModel compiled, Blueprint blueprint, ModelMetadata metadata) {
    return ae.adopt(
        new TrainedModel(
            backend, settings.machine, compiled, blueprint.saved(), metadata, ae::forget));
  }

  private CompiledModel compile(Backend backend, Blueprint blueprint) {
    CompileOptions options =
        new CompileOptions(settings.train.precision().compute(), settings.train.seed());
    CompiledModel compiled = backend.compile(blueprint.program().program(), options);
    if (settings.start != null) {
      restore(settings.start, blueprint, compiled);
    }
    return compiled;
  }

  /** Sets the network's variables to those of a saved model. */
  private void restore(ModelFile start, Blueprint blueprint, CompiledModel compiled) {
    for (Var v : blueprint.program().network()) {
      Tensor saved = start.weights().get(v.name());
      if (saved == null || !saved.shape().equals(v.shape())) {
        throw new AeException(
            "AE-M004",
            "The saved model does not fit what plugin '"
                + start.metadata().plugin()
                + "' builds now: variable "
                + v
                + " is "
                + (saved == null ? "missing" : saved.shape())
                + " in the file. Use the plugin's version that saved it.");
      }
      saved.writeTo(compiled, v.name());
    }
  }

  private History train(
      Blueprint blueprint,
      CompiledModel compiled,
      Source rows,
      Scaling scaling,
      Once<ModelMetadata> metadata) {
    Path checkpoint = settings.checkpoint;
    TrainRequest request =
        new TrainRequest(
            blueprint.program(),
            compiled,
            settings.train,
            rows,
            scaling,
            settings.listeners,
            settings.cancelled,
            checkpoint == null ? null : new Checkpoints(checkpoint, metadata));
    ModelFile resume = settings.resume;
    return resume == null
        ? rooms.trainer().train(request)
        : rooms.trainer().resume(request, resume, settings.otherMachine);
  }

  private Map<String, Double> metrics(
      Blueprint blueprint,
      CompiledModel compiled,
      Source train,
      ModelMetadata metadata,
      History history) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("parameters", (double) blueprint.parameters());
    metrics.put("trainSeconds", history.seconds());
    metrics.put("stall", history.feeding().stall());
    EpochLog last = history.last();
    if (last != null) {
      metrics.put("samplesPerSecond", last.samplesPerSecond());
      metrics.put("loss", last.loss());
      Double validation = last.validationLoss();
      if (validation != null) {
        metrics.put("validationLoss", validation);
      }
    }
    Source test = settings.test;
    boolean can = blueprint.program().capabilities().contains(Capability.RECONSTRUCT);
    if (test != null && can) {
      Source rows = ColumnMatch.to(metadata.data(), test);
      metrics.putAll(Evaluation.of(compiled, metadata.scaling(), rows, train).metrics());
    }
    return metrics;
  }

  /** Measures principal component analysis on the rows that the model was measured on. */
  private @Nullable PcaBaseline pca(
      Source rows, ModelMetadata metadata, History history, Map<String, Double> metrics) {
    Source test = settings.test;
    if (test == null || !metrics.containsKey("squaredError") || !settings.train.pca()) {
      return null;
    }
    if (history.end() == History.End.CANCELLED) {
      return new PcaBaseline(null, "training was stopped");
    }
    return PcaBaseline.of(
        rows,
        metadata.provenance().rows(),
        ColumnMatch.to(metadata.data(), test),
        metadata.scaling(),
        new PcaBaseline.Units(metadata.codeKind(), metadata.codeWidth()),
        settings.machine.threads());
  }

  private ModelMetadata metadata(
      Blueprint blueprint,
      DataSpec data,
      Scaling scaling,
      RowsDigest.Digest digest,
      Backends.Choice choice) {
    return new ModelMetadata(
        plugin.descriptor().id(),
        blueprint.config().toString(),
        data,
        scaling,
        blueprint.program().codeKind(),
        blueprint.program().codeWidth(),
        new Provenance(
            settings.dataName,
            digest.sha256(),
            digest.rows(),
            effective(blueprint).toString(),
            settings.train.seed(),
            choice.id(),
            settings.machine.threads(),
            Versions.here(choice),
            Map.of(),
            null,
            0,
            List.of()));
  }

  private ObjectNode effective(Blueprint blueprint) {
    if (settings.described != null) {
      return settings.described;
    }
    ObjectNode effective = Json.object();
    effective.put("plugin", plugin.descriptor().id());
    effective.set("model", blueprint.config());
    effective.set("train", rooms.writer().toJson(settings.train));
    return effective;
  }
}
