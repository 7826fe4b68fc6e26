package io.ae.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ae.api.AeException;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Availability.Available;
import io.ae.api.backend.Availability.Unavailable;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendDescriptor;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BackendsTest {
  private record Fake(String id, int priority, Supplier<Availability> answer)
      implements BackendProvider {
    @Override
    public BackendDescriptor descriptor() {
      return new BackendDescriptor(id, "fake", priority, 1, true);
    }

    @Override
    public Availability probe() {
      return answer.get();
    }

    @Override
    public Backend open(BackendSettings settings) {
      throw new UnsupportedOperationException();
    }
  }

  private static final BackendProvider JAVA = new Fake("java", 0, () -> new Available("17"));
  private static final BackendProvider CPU = new Fake("cpu", 10, () -> new Available("oneDNN"));
  private static final BackendProvider CUDA =
      new Fake("cuda", 20, () -> new Unavailable("no GPU was found", "Install a driver."));
  private static final BackendProvider RUDE =
      new Fake(
          "rude",
          30,
          () -> {
            throw new UnsatisfiedLinkError("no rude in java.library.path");
          });

  private static Backends backends(BackendProvider... providers) {
    return new Backends(Catalogue.of(ProviderKind.BACKEND, List.of(providers)));
  }

  private static String refusal(Backends backends, String id) {
    return catchThrowableOfType(AeException.class, () -> backends.choose(id)).text();
  }

  @Test
  void autoTakesTheAvailableOneOfTheHighestPriorityAndSaysWhy() {
    Backends.Choice choice = backends(JAVA, CUDA, CPU, RUDE).choose("auto");
    assertThat(choice.provider()).isSameAs(CPU);
    assertThat(choice.reason())
        .isEqualTo(
            "'cpu' has the highest priority (10) of the backends available; not available: rude"
                + " (its probe fails: UnsatisfiedLinkError: no rude in java.library.path), cuda (no"
                + " GPU was found)");
    assertThat(backends(JAVA).choose("auto").reason())
        .isEqualTo("'java' has the highest priority (0) of the backends available");
  }

  @Test
  void aNamedOneIsTakenOrRefusedWithReasonAndRemedy() {
    assertThat(backends(JAVA, CPU).choose("java").provider()).isSameAs(JAVA);
    assertThat(refusal(backends(JAVA, CUDA), "cuda"))
        .isEqualTo(
            "AE-B002 The backend 'cuda' cannot work here: no GPU was found. Install a driver.");
    assertThat(refusal(backends(JAVA, CPU), "jvaa"))
        .isEqualTo("AE-B001 No backend 'jvaa'. Found 2: cpu, java. Did you mean 'java'?");
  }

  @Test
  void autoIsRefusedWhereNothingIsAvailable() {
    assertThat(refusal(backends(CUDA), "auto"))
        .isEqualTo("AE-B002 No backend is available here. Found: cuda (no GPU was found).");
    assertThat(refusal(backends(), "auto"))
        .isEqualTo(
            "AE-B002 No backend is available here. None was found: add ae-core or ae-cpu to the"
                + " path.");
  }
}
