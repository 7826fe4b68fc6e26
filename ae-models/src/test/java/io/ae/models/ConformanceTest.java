package io.ae.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.conformance.PluginKit;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every plugin of this module keeps every rule of {@code ae-api/SPEC.md}. */
class ConformanceTest {
  @TestFactory
  Stream<DynamicTest> conforms() {
    ConformanceTest.class.getModule().addUses(AutoencoderPlugin.class);
    List<AutoencoderPlugin<?>> plugins =
        ServiceLoader.load(AutoencoderPlugin.class).stream()
            .<AutoencoderPlugin<?>>map(ServiceLoader.Provider::get)
            .toList();
    assertThat(plugins).as("plugins of this module").isNotEmpty();
    return plugins.stream().flatMap(ConformanceTest::checks);
  }

  private static Stream<DynamicTest> checks(AutoencoderPlugin<?> plugin) {
    return PluginKit.checks(plugin).stream()
        .map(c -> DynamicTest.dynamicTest(plugin.descriptor().id() + " " + c, c.body()::run));
  }
}
