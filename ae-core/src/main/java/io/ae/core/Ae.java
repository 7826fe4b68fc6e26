package io.ae.core;

import io.ae.api.AeException;
import io.ae.api.backend.BackendSettings;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.SourceProvider;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.config.ConfigReader;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.plugin.Backends;
import io.ae.core.plugin.Catalogue;
import io.ae.core.plugin.PluginPath;
import io.ae.core.plugin.Probe;
import io.ae.core.wiring.Rooms;
import io.ae.core.wiring.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Where a program begins: it knows the backends, the autoencoder plugins and the kinds of data,
 * fits models and loads them. Safe for use by many threads. Closing it closes its models.
 */
public final class Ae implements AutoCloseable {
  private final Rooms rooms;
  private final Set<TrainedModel> models = ConcurrentHashMap.newKeySet();
  private final Lifetime life = new Lifetime("This Ae", "Create another, or close it later.");

  private Ae(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Returns one that knows what is on the class path, on the module path, and in the folder {@code
   * plugins/} of the launcher, if a launcher started the program.
   */
  public static Ae create() {
    return create(PluginPath.launcher(List.of()));
  }

  /** Returns one that also knows what is on a plugin path. */
  public static Ae create(PluginPath path) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader application = context == null ? Ae.class.getClassLoader() : context;
    return new Ae(Wiring.compose(application, path));
  }

  /** Returns the backends. */
  public Backends backends() {
    return rooms.backends();
  }

  /** Returns the autoencoder plugins. */
  public Catalogue<AutoencoderPlugin<?>> plugins() {
    return rooms.plugins();
  }

  /** Returns the kinds of data. */
  public Catalogue<SourceProvider> sources() {
    return rooms.sources();
  }

  /** Returns the reader of configs. */
  public ConfigReader reader() {
    return rooms.reader();
  }

  /**
   * Opens data; the caller closes it.
   *
   * @param selector such as {@code glyphs} or {@code csv:FILE,label=last}
   * @throws AeException {@code AE-D003} if there is no such kind, and what the kind finds wrong
   */
  public Parts data(String selector) {
    Selector parsed = Selector.parse(selector);
    return sources().find(parsed.kind()).open(parsed);
  }

  /**
   * Returns the beginnings of a model.
   *
   * @param plugin id such as {@code dense}
   * @throws AeException {@code AE-P001} if there is none of this id, {@code AE-P002} if it cannot
   *     work here
   */
  public Fitting model(String plugin) {
    return new Fitting(this, rooms, Probe.require(plugins(), plugin));
  }

  /**
   * Goes on from a saved model: variant, config, scaling and weights are the file's, the optimiser
   * starts afresh.
   *
   * @throws AeException {@code AE-F001} to {@code AE-F007} if the file cannot be read or is
   *     damaged, {@code AE-P001} if its plugin is not there
   */
  public Fitting from(Path file) {
    var start = ModelFileReader.read(file);
    return model(start.metadata().plugin()).from(start);
  }

  /** Loads a model onto the best backend, with every core; its plugin is not needed. */
  public TrainedModel load(Path file) {
    return load(file, Backends.AUTO, BackendSettings.allCores());
  }

  /**
   * Loads a model; its plugin is not needed.
   *
   * @param backend an id, or {@code auto}
   * @throws AeException {@code AE-F001} to {@code AE-F007} if the file cannot be read or is
   *     damaged; {@code AE-B001}, {@code AE-B002} if the backend is not there or cannot work here
   */
  public TrainedModel load(Path file, String backend, BackendSettings settings) {
    var read = ModelFileReader.read(file);
    return life.during(
        () ->
            adopt(
                TrainedModel.open(
                    read, backends().choose(backend).provider(), settings, models::remove)));
  }

  /** Closes a model with this, unless it is closed before. */
  TrainedModel adopt(TrainedModel model) {
    models.add(model);
    return model;
  }

  /** Runs what makes models: it is waited for when this is closed. */
  <T> T during(Supplier<T> work) {
    return life.during(work);
  }

  void forget(TrainedModel model) {
    models.remove(model);
  }

  /** Closes its models, each after its running calls, and forgets third parties' classes. */
  @Override
  public void close() {
    life.end(
        () -> {
          List.copyOf(models).forEach(TrainedModel::close);
          rooms.realms().close();
        });
  }
}
