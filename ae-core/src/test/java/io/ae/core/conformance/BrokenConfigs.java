package io.ae.core.conformance;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.Vars;

/** Configs that break rules, each with a plugin. */
final class BrokenConfigs {
  private BrokenConfigs() {}

  /**
   * Says nothing of its component.
   *
   * @param code units of the code
   */
  public record Undocumented(@Range(min = 1, max = 100) int code) {
    /** The defaults. */
    public Undocumented() {
      this(6);
    }
  }

  /**
   * Changes what it is given.
   *
   * @param code units of the code
   */
  public record Changing(@Doc("Units of the code.") @Range(min = 1, max = 100) int code) {
    /** The defaults. */
    public Changing() {
      this(6);
    }

    /** One more than was asked for. */
    public Changing {
      code++;
    }
  }

  /**
   * Takes any number.
   *
   * @param code units of the code
   */
  public record Unbounded(@Doc("Units of the code.") int code) {
    /** The defaults. */
    public Unbounded() {
      this(6);
    }
  }

  /** Returns the sample plugin with another config. */
  static <C extends Record> AutoencoderPlugin<C> plugin(Class<C> type) {
    SamplePlugin sample = new SamplePlugin();
    return new AutoencoderPlugin<>() {
      @Override
      public PluginDescriptor descriptor() {
        return sample.descriptor();
      }

      @Override
      public Class<C> configType() {
        return type;
      }

      @Override
      public Network network(C config, DataSpec data, Vars vars) {
        return sample.network(new SampleConfig(), data, vars);
      }
    };
  }
}
