package io.ae.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigDocTest {
  @Test
  void everyKeyIsListedWithTypeConstraintDefaultAndSentence() {
    String text =
        ConfigDoc.of(SampleConfig.class).entries().stream()
            .map(e -> String.join(" | ", e.path(), e.type(), e.wanted(), e.defaultValue(), e.doc()))
            .collect(Collectors.joining("\n"));
    assertThat(text)
        .isEqualTo(
            """
            hidden | list of whole number | a list of at most 4 elements, each a whole number in \
            [1, 100000] | [128,64] | Sizes of the hidden layers.
            code | whole number | a whole number of at least 1 | 10 | Elements of a code.
            init | word | one of truncated-normal, normal, glorot | "glorot" | Draws of the start.
            tie | word | one of none, init, shared | "none" | A text out of three.
            note | text | a text | "" | Any text.
            quiet | flag | true or false | false | Whether it whispers.
            seed | whole number | a whole number | 42 | Seed.
            rate | number | a number above 0, or null | null | Rate; null for the phase's own.
            momentum | number | a number in [0, 1) | 0.9 | Momentum.
            corruption | group | an object | {"fraction":0.25} | What is done to inputs.
            corruption.fraction | number | a number in [0, 1] | 0.25 | Share.
            phases | list of group | a list, each an object | [] | Overrides.
            phases[].epochs | whole number | a whole number of at least 1, or null | null | Epochs.
            phases[].from | whole number | a whole number | 0 | First.
            phases[].to | whole number | a whole number | 9 | Last.\
            """);
  }
}
