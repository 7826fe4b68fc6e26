package io.ae.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.examples.architecture.Checkout;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProvidersTest {

  static Stream<Path> classFolders() {
    return Checkout.classFolders().stream();
  }

  @ParameterizedTest
  @MethodSource("classFolders")
  void areTheSameOnTheModulePathAndOnTheClassPath(Path classes) {
    assertSame(Providers.descriptor(classes), classes);
  }

  @Test
  void differenceIsSeen(@TempDir Path classes) throws IOException {
    ModuleDescriptor module =
        ModuleDescriptor.newModule("m").provides("p.Service", List.of("p.One", "p.Two")).build();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("p.Service"), "# providers\np.One\np.Two # the second\n");
    assertSame(module, classes);

    Files.writeString(services.resolve("p.Service"), "p.One\n");
    assertThatThrownBy(() -> assertSame(module, classes)).hasMessageContaining("p.Two");
    Files.delete(services.resolve("p.Service"));
    assertThatThrownBy(() -> assertSame(module, classes)).hasMessageContaining("p.Service");
  }

  private static void assertSame(ModuleDescriptor module, Path classes) {
    assertThat(Providers.inServices(classes))
        .as("META-INF/services of %s", module.name())
        .isEqualTo(Providers.inModule(module));
  }
}
