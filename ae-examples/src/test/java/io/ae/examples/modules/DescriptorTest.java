package io.ae.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.examples.architecture.Checkout;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptorTest {

  /** Packages that stay inside their module. */
  private static final List<String> INTERNAL =
      List.of("io.ae.core.wiring", "io.ae.cpu", "io.ae.cuda", "io.ae.examples");

  static Stream<Path> classFolders() {
    return Checkout.classFolders().stream();
  }

  @ParameterizedTest
  @MethodSource("classFolders")
  void internalPackagesAreNotExported(Path classes) {
    assertThat(Providers.descriptor(classes).exports())
        .filteredOn(e -> !e.isQualified())
        .extracting(Exports::source)
        .noneMatch(
            source ->
                INTERNAL.stream().anyMatch(i -> source.equals(i) || source.startsWith(i + ".")));
  }

  @ParameterizedTest
  @MethodSource("classFolders")
  void noModuleIsOpen(Path classes) {
    assertThat(Providers.descriptor(classes).isOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ae-api, ''",
    "ae-core, io.ae.api",
    "ae-cpu, io.ae.api",
    "ae-cuda, io.ae.api",
    "ae-models, io.ae.api io.ae.core",
    "ae-retrieval, io.ae.api io.ae.core",
    "ae-examples, io.ae.api io.ae.core io.ae.models io.ae.retrieval"
  })
  void requiresOnlyWhatItsArrowsAllow(String folder, String allowed) {
    ModuleDescriptor module =
        Providers.descriptor(Checkout.root().resolve(folder).resolve("target/classes"));
    assertThat(module.name()).isEqualTo(folder.replace("ae-", "io.ae."));
    assertThat(module.requires())
        .extracting(ModuleDescriptor.Requires::name)
        .filteredOn(name -> name.startsWith("io.ae."))
        .isSubsetOf(Set.of(allowed.split(" ")));
  }
}
