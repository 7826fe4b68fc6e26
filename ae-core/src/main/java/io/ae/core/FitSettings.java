package io.ae.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.backend.BackendSettings;
import io.ae.api.data.Source;
import io.ae.core.config.Json;
import io.ae.core.data.Scaling;
import io.ae.core.file.read.ModelFile;
import io.ae.core.plugin.Backends;
import io.ae.core.train.TrainConfig;
import io.ae.core.train.TrainListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** All that a {@link Fitting} has gathered. */
final class FitSettings {
  ObjectNode model = Json.object();
  TrainConfig train = new TrainConfig();
  String backend = Backends.AUTO;
  BackendSettings machine = BackendSettings.allCores();
  Scaling.Kind scaling = Scaling.Kind.NONE;
  BooleanSupplier cancelled = () -> false;
  final List<TrainListener> listeners = new ArrayList<>();
  @Nullable Source test;
  @Nullable ModelFile start;
  @Nullable Path checkpoint;
  @Nullable ModelFile resume;
  boolean otherMachine;
  String dataName = "";
  @Nullable ObjectNode described;

  FitSettings() {}
}
