package io.ae.benchmarks.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
  private static final List<String> MAPPINGS =
      List.of(
          "1000-2000 r-xp 00000000 08:01 12 /lib/some.so",
          "Size:                  4 kB",
          "Rss:                   4 kB",
          "Pss:                   1 kB",
          "2000-5000 rw-p 00000000 00:00 0",
          "Rss:                   8 kB",
          "5000-9000 ---p 00000000 00:00 0",
          "Rss:                   0 kB",
          "7f0000000000-7f0000001000 rw-p 00000000 00:00 0",
          "Rss:                   2 kB");

  @Test
  void theHeapIsTheMappingsThatTogetherAreAsLong() {
    List<NativeMemory.Mapping> all = NativeMemory.read(MAPPINGS);
    assertThat(all).hasSize(4);
    assertThat(NativeMemory.heap(all, 0x7000)).isEqualTo(8);
    assertThatThrownBy(() -> NativeMemory.heap(all, 0x10000)).isInstanceOf(Refusal.class);
  }

  @Test
  void thisProcessHasLessOfItThanIsResident() throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/smaps")));
    long resident = Long.parseLong(ResidentMemory.line().split(" ")[1]);
    assertThat(Long.parseLong(NativeMemory.line().split(" ")[1])).isBetween(1024L, resident - 1024);
  }
}
