package io.ae.examples.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import io.ae.core.Ae;
import io.ae.core.Fit;
import io.ae.core.Fitting;
import io.ae.core.train.Precision;
import org.junit.jupiter.api.Test;

/** The precision of training, in the library; the command's is in {@code bad-input.txt}. */
class PrecisionTest {
  private static final float[][] ROWS = {{.1f, .2f}, {.3f, .1f}, {.2f, .2f}};

  @Test
  void whatTheBackendLacksIsRefusedByName() {
    try (Ae ae = Ae.create()) {
      Fitting fitting = fitting(ae).precision(Precision.BFLOAT16);
      assertThatThrownBy(() -> fitting.fit(ROWS))
          .isInstanceOfSatisfying(
              AeException.class, e -> assertThat(e.text()).startsWith("AE-B011 backend 'java'"));
    }
  }

  @Test
  void theModelSaysInWhichPrecisionItWasTrained() {
    try (Ae ae = Ae.create()) {
      Fit fit = fitting(ae).precision(Precision.FLOAT32).fit(ROWS);
      assertThat(fit.model().metadata().provenance().settings())
          .contains("\"precision\":\"float32\"");
    }
  }

  private static Fitting fitting(Ae ae) {
    return ae.model("linear").set("code", 1).backend("java").threads(1).epochs(1);
  }
}
