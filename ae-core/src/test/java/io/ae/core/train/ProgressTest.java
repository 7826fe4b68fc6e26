package io.ae.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.file.read.EpochLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void aLineAnEpoch() {
    EpochLineListener listener = new EpochLineListener(out);
    listener.onStart(new TrainListener.Plan(List.of("train"), 8, 0, 1000, 0, 250));
    listener.onEpoch(new EpochLog("train", 1, .125, Map.of(), null, 2, 500));
    listener.onEpoch(new EpochLog("train", 2, .1, Map.of(), .25, 2, 1234567));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "train epoch 1  loss 0.12500  500 rows/s  2.0 s, 2 s left",
            "train epoch 2  loss 0.10000  validation 0.25000  1,234,567 rows/s  4.0 s, 0 s left");
  }

  @Test
  void aBarShowsLossAndSpeed() {
    ProgressBarListener listener = new ProgressBarListener(out);
    listener.onStart(new TrainListener.Plan(List.of("train"), 8, 0, 1000, 0, 250));
    listener.onStep(new TrainListener.Step("train", 2, 2, 8, .125, 1234567));
    listener.onEnd(new History(List.of(), History.End.DONE, 8, 1, new Feeding(0, 1)));

    String shown = bytes.toString(StandardCharsets.UTF_8);
    assertThat(shown).contains("8/8", "loss 0.12500", "1,234,567 rows/s");
  }
}
