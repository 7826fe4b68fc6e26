package io.ae.benchmarks.runner.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemModuleTest {
  @TempDir Path home;

  @Test
  void nativesAreTheJarsWithAPlatform() throws IOException {
    Path lib = Files.createDirectories(home.resolve("peer/target/lib"));
    Files.write(lib.resolve("dnnl-3.11-1.5.13-linux-x86_64.jar"), new byte[70]);
    Files.write(lib.resolve("dnnl-3.11-1.5.13.jar"), new byte[5]);
    SystemModule system = SystemModule.find(home, "peer");
    assertThat(system.nativeBytes()).isEqualTo(70);
    assertThat(system.mainClass()).isEqualTo("io.ae.benchmarks.peer.Main");
    assertThatThrownBy(() -> SystemModule.find(home, "other")).hasMessageContaining("'other'");
  }
}
