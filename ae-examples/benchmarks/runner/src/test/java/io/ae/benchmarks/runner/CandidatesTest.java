package io.ae.benchmarks.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.benchmarks.common.WorkItem;
import io.ae.benchmarks.common.WorkItems;
import io.ae.benchmarks.runner.process.Candidate;
import io.ae.benchmarks.runner.process.SystemModule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  @Test
  void triesOneAndAllCores() {
    assertThat(Candidates.of("tensorflow", 8, true).stream().map(Candidate::toString))
        .containsExactly(
            "threads=1 TF_ENABLE_ONEDNN_OPTS=0",
            "threads=1 TF_ENABLE_ONEDNN_OPTS=1",
            "threads=8 TF_ENABLE_ONEDNN_OPTS=0",
            "threads=8 TF_ENABLE_ONEDNN_OPTS=1");
    assertThat(Candidates.of("libtorch", 2, false)).hasSize(7);
    assertThat(Candidates.of("ae", 1, true)).hasSize(1);
  }

  @Test
  void openBlasIsToldOfAvx512() {
    assertThat(Candidates.of("libtorch", 1, true).stream().map(Candidate::toString))
        .containsExactly("threads=1,openblas=1 OPENBLAS_CORETYPE=SKYLAKEX OPENBLAS_NUM_THREADS=1");
    assertThat(Candidates.of("libtorch", 1, false).stream().map(Candidate::toString))
        .containsExactly("threads=1,openblas=1 OPENBLAS_NUM_THREADS=1");
  }

  @Test
  void oursHasRowsOfItsOwn() throws IOException {
    SystemModule ae = new SystemModule("ae", "", "", 0);
    SystemModule peer = new SystemModule("dl4j", "", "", 0);
    List<Entry> entries = Entry.of(WorkItems.of("one-hinton"), List.of(ae, peer));
    assertThat(entries.stream().map(Entry::name)).containsExactly("ae", "ae java", "dl4j");
    assertThat(entries.get(1).candidates(2).get(1)).hasToString("threads=2,backend=java");
    assertThat(Entry.of(WorkItems.of("hinton"), List.of(ae)).get(1).candidates(2).get(0))
        .hasToString("threads=1,precision=bfloat16");
  }

  @Test
  void aNameIsAnItemOrItsFirstPart() {
    assertThat(Selection.items(List.of("dae", "vae")).stream().map(WorkItem::id))
        .containsExactly("dae-20", "dae-100", "vae");
    assertThatThrownBy(() -> Selection.items(List.of("va"))).hasMessageContaining("'va'");
  }
}
