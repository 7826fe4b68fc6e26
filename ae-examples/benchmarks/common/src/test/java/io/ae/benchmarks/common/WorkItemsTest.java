package io.ae.benchmarks.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkItemsTest {
  @Test
  void tableIsTheIssues() {
    assertThat(WorkItems.all().stream().map(WorkItem::id))
        .containsExactly(
            "deep2d",
            "hinton",
            "contractive",
            "dae-20",
            "dae-100",
            "sda-1",
            "sda-2",
            "sda-3",
            "sda-classify",
            "conv-mnist",
            "conv-cifar",
            "vae",
            "encode",
            "one-hinton",
            "one-deep2d");
    assertThatThrownBy(() -> WorkItems.of("deep3d")).hasMessageContaining("deep3d");
  }

  @Test
  void layersFitOneAnother() {
    for (WorkItem item : WorkItems.all()) {
      List<Layer> layers = item.layers();
      assertThat(layers.get(0).inputs()).as(item.id()).isEqualTo(item.data().width());
      for (int i = 1; i < layers.size(); i++) {
        // The two heads of a variational item stand side by side.
        int before = layers.get(i).inputs() == layers.get(i - 1).outputs() ? i - 1 : i - 2;
        assertThat(layers.get(i).inputs())
            .as("%s, layer %d", item.id(), i)
            .isEqualTo(layers.get(before).outputs());
      }
    }
    assertThat(WorkItems.of("conv-mnist").codeWidth()).isEqualTo(784);
    assertThat(WorkItems.of("conv-cifar").codeWidth()).isEqualTo(3072);
    assertThat(WorkItems.of("one-hinton").codeWidth()).isEqualTo(30);
  }

  @Test
  void countsOperationsAndBytes() {
    // DESIGN: 0.284 GFLOP a step of deep2d, whose input needs no gradient.
    assertThat(WorkItems.of("deep2d").flops()).isCloseTo(.284e9, within(.001e9));
    long parameters = 784 * 64 + 64 + 64 * 784 + 784;
    assertThat(WorkItems.of("contractive").updateBytes()).isEqualTo(28.0 * parameters);
    WorkItem second = WorkItems.of("sda-2");
    // One pass of the frozen layer, two and three of the moving one's two directions.
    assertThat(second.flops()).isEqualTo(2.0 * 64 * (784_000 + 5_000_000));
    assertThat(second.updateBytes()).isEqualTo(20.0 * (1_000_000 + 1000 + 1000));
    assertThat(WorkItems.of("conv-cifar").layers().get(0).multiplyAdds())
        .isEqualTo(16 * 16 * 32 * 3 * 16);
  }

  @Test
  void firstWeightsDependOnTheTensorAlone() {
    float[] first = InitialWeights.of(WorkItems.of("sda-1")).get("w1");
    assertThat(InitialWeights.of(WorkItems.of("sda-3")).get("w1")).isEqualTo(first);
    assertThat(InitialWeights.of(WorkItems.of("sda-3")).get("w2")).isNotEqualTo(first);
    assertThat(InitialWeights.of(WorkItems.of("sda-1")).get("b1")).containsOnly(0);
    float range = (float) Math.sqrt(6.0 / 1784);
    float largest = 0;
    for (float w : first) {
      largest = Math.max(largest, Math.abs(w));
    }
    assertThat(largest).isBetween(.999f * range, range);
  }
}
