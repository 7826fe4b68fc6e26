package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import org.junit.jupiter.api.Test;

class PatchesTest {
  @Test
  void picturesAreRebuiltAndNamedByTheirPatches() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=100");
      var result =
          Patches.run(new Lab(ae, 1, 42), Dataset.load(parts.train()), Dataset.load(parts.test()));

      assertThat(result.features()).isEqualTo(4 * 256);
      assertThat(result.psnr()).isBetween(10., 60.);
      assertThat(result.pooled()).isBetween(.2, 1.);
      assertThat(result.table().lines()).hasSize(5);
      assertThat(result.figure().png()).isNotEmpty();
    }
  }
}
