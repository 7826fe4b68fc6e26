package io.ae.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void theNearestWordWithinAThirdIsMeant() {
    List<String> known = List.of("dense", "sparse", "vae", "vqvae");
    assertThat(Suggestion.of("vea", known)).contains("vae");
    assertThat(Suggestion.of("Dense", known)).contains("dense");
    assertThat(Suggestion.of("spares", known)).contains("sparse");
    assertThat(Suggestion.of("flow", known)).isEmpty();
    assertThat(Suggestion.sentence("vea", known)).isEqualTo(" Did you mean 'vae'?");
    assertThat(Suggestion.sentence("flow", known)).isEmpty();
  }

  @Test
  void aSwapIsOneMistake() {
    assertThat(Suggestion.distance("vea", "vae")).isEqualTo(1);
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
  }
}
