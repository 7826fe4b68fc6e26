package io.ae.benchmarks.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void namesTheCpuAndItsVectors() {
    List<String> info =
        List.of(
            "cpu family\t: 26",
            "model\t\t: 2",
            "model name\t: Fast CPU",
            "flags\t\t: fpu avx avx2 avx512f avx512_bf16");
    assertThat(Machine.line(info))
        .isEqualTo("Fast CPU (family 26 model 2), flags avx2 avx512f avx512_bf16");
  }

  @Test
  void floorIsOperationsAndThenBytes() {
    assertThat(new Speed(100, 50).nanos(1e9, 1e8)).isEqualTo(1e7 + 2e6);
  }

  @Test
  void measuresProductsAndTraffic() throws InterruptedException {
    SingleThreadedOneDnn.load();
    try (AllCores cores = new AllCores(2)) {
      assertThat(new GemmPeak(2, 128, 4).measure(cores)).isBetween(.1, 1e5);
      assertThat(new Triad(2, 1 << 20, 4).measure(cores)).isBetween(.01, 1e4);
    }
  }
}
