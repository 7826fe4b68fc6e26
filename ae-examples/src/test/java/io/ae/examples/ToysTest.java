package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.Ae;
import org.junit.jupiter.api.Test;

class ToysTest {
  @Test
  void everyRowComesBackBitByBit() {
    try (Ae ae = Ae.create()) {
      Toys.Result result = Toys.run(new Lab(ae, 1, 42));

      assertThat(result.ways()).hasSize(14);
      assertThat(result.right()).isEqualTo(14);
      assertThat(result.ways().get(0).code()).hasSize(2);
      assertThat(result.table().lines()).hasSize(15);
    }
  }
}
