package io.ae.benchmarks.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.benchmarks.common.WorkItems;
import io.ae.benchmarks.fake.Broken;
import io.ae.benchmarks.fake.Fast;
import io.ae.benchmarks.fake.Slow;
import io.ae.benchmarks.runner.machine.Speed;
import io.ae.benchmarks.runner.process.Launcher;
import io.ae.benchmarks.runner.process.SpeedSource;
import io.ae.benchmarks.runner.process.SystemModule;
import io.ae.benchmarks.runner.process.WorkerFailure;
import io.ae.benchmarks.runner.report.Table;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fake systems, each in a process of its own, through everything a run does. */
class WholeRunTest {
  private static final int IMAGES = 40;
  private static final String CLASS_PATH = System.getProperty("java.class.path", "");

  private final Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()));
  private final SystemModule ours = system("ae", Fast.class);
  @TempDir Path folder;
  private Launcher launcher = new Launcher(Path.of(""), Path.of(""), Path.of(""), 1);

  private static SystemModule system(String name, Class<?> main) {
    return new SystemModule(name, CLASS_PATH, main.getName(), 2_500_000);
  }

  @BeforeEach
  void writeImages() throws IOException {
    write("train-labels-idx1-ubyte.gz", 0x801, new int[] {IMAGES}, IMAGES);
    write("train-images-idx3-ubyte.gz", 0x803, new int[] {IMAGES, 28, 28}, IMAGES * 784);
    launcher = new Launcher(folder, folder, folder, 60);
  }

  @Test
  void measuresJudgesAndReports() throws IOException, WorkerFailure {
    Report report = new Report(folder, "a machine", true);
    List<SystemModule> systems =
        List.of(ours, system("dl4j", Slow.class), system("libtorch", Broken.class));
    ItemResult trained = run("deep2d", systems);
    report.add(trained);
    report.add(run("one-deep2d", systems.subList(0, 2)));

    SystemResult row = trained.ours().orElseThrow();
    assertThat(row.nanos()).isBetween(50e3, 350e3);
    assertThat(row.loss).isEqualTo(1.0 / row.lossSteps);
    assertThat(row.quiet).isNotNull();
    assertThat(trained.bestPeer().orElseThrow().entry.name()).isEqualTo("dl4j");
    assertThat(ItemResult.ratio(row, trained.bestPeer().orElseThrow())).isBetween(1.5, 9.0);
    assertThat(trained.verdict().text()).startsWith("held: ratio").endsWith("of 2.50");
    assertThat(report.markdown())
        .contains("| ae bfloat16 | refused here: no such instruction |")
        .contains("| libtorch | failed: ")
        .contains("see logs/libtorch-deep2d.log")
        .contains("Floor 0.388 ms: 0.284 GF at 1,000 GF/s, 6.15 MB at 59.1 GB/s")
        .contains("## Heap bytes a step")
        .contains("| deep2d | dl4j | 1000 |");
    assertThat(folder.resolve("benchmark.md")).hasContent(report.markdown());
    assertThat(Files.readString(folder.resolve("benchmark.json")))
        .contains("\"held\" : true")
        .contains("\"failure\" : \"refused here: no such instruction\"");
    assertThat(Files.readString(folder.resolve("libtorch-deep2d.log"))).contains("nothing works");
  }

  @Test
  void provesOursAlone() throws IOException {
    Ours alone = new Ours(launcher, ours, 1);
    Table memory = new MemoryProof(alone, List.of("deep2d"), 50, silent).run();
    assertThat(memory.rows()).hasSize(3);
    assertThat(memory.rows().get(1).get(1)).isEqualTo("1000 batch sizes");
    assertThat(memory.rows().stream().map(r -> r.get(5))).containsOnly("held");
    Table reading = new ReadingProof(alone, silent).run();
    assertThat(reading.rows().get(0))
        .containsExactly(
            "deep2d", "memory", "705", "0.500", "3.00e-06", "0.000100", "+3.00 %", "missed");
    Table precision = new PrecisionProof(alone, silent).run();
    assertThat(precision.rows().get(0))
        .startsWith("deep2d", "–")
        .endsWith("refused here: no such instruction");
  }

  private ItemResult run(String item, List<SystemModule> systems)
      throws IOException, WorkerFailure {
    Work work =
        new Work(
            WorkItems.of(item),
            folder.resolve("train-images-idx3-ubyte.gz"),
            folder.resolve("codes.npy"));
    Pacing pacing = new Pacing(1, 3, .02, .02, 1, true, true);
    ItemRun run = new ItemRun(pacing, launcher, new ConstantSpeed(), silent);
    return run.run(work, Entry.of(work.item(), systems));
  }

  private static final class ConstantSpeed implements SpeedSource {
    @Override
    public Speed measure() {
      return new Speed(1000, 59.1);
    }

    @Override
    public void close() {}
  }

  private void write(String name, int magic, int[] head, int bytes) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))))) {
      out.writeInt(magic);
      for (int h : head) {
        out.writeInt(h);
      }
      for (int i = 0; i < bytes; i++) {
        out.writeByte(i % 10);
      }
    }
  }
}
