package io.ae.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Network;
import io.ae.core.file.InferenceProgram;
import io.ae.core.plugin.Probe;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.wiring.Rooms;
import java.util.List;

/**
 * A model, traced for rows of a form but not yet compiled.
 *
 * @param config the plugin's whole config, as JSON
 * @param program all functions
 * @param saved the functions and variables that its file holds
 * @param warnings what of the config and the data makes no sense together, as the network says
 */
public record Blueprint(
    ObjectNode config, ModelProgram program, Program saved, List<String> warnings) {
  public Blueprint {
    warnings = List.copyOf(warnings);
  }

  /** Returns the number of values that gradients move. */
  public long parameters() {
    return program.network().stream()
        .filter(Var::parameter)
        .mapToLong(v -> v.shape().elements())
        .sum();
  }

  /**
   * @param scaled the rows the network will see
   * @throws AeException for all that is wrong with the config; what the plugin and the tracing find
   */
  static Blueprint of(
      Rooms rooms, AutoencoderPlugin<?> plugin, FitSettings settings, DataSpec scaled) {
    return Probe.use(plugin, () -> trace(rooms, plugin, settings, scaled));
  }

  private static Blueprint trace(
      Rooms rooms, AutoencoderPlugin<?> plugin, FitSettings settings, DataSpec scaled) {
    Record config = rooms.reader().read(plugin.configType(), settings.model, "model");
    DeclaredVars vars = new DeclaredVars();
    Network network = network(plugin, config, scaled, vars);
    ModelProgram program =
        ModelProgram.trace(network, scaled, vars, settings.train.traceOptions(network.phases()));
    Program saved = InferenceProgram.of(program.program(), program.network());
    return new Blueprint(rooms.writer().toJson(config), program, saved, network.warnings());
  }

  private static <C extends Record> Network network(
      AutoencoderPlugin<C> plugin, Record config, DataSpec data, DeclaredVars vars) {
    return plugin.network(plugin.configType().cast(config), data, vars);
  }
}
