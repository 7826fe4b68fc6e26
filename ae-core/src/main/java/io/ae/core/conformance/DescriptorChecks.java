package io.ae.core.conformance;

import io.ae.api.AeException;
import io.ae.api.SpiVersion;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendDescriptor;
import io.ae.api.backend.BackendProvider;
import java.util.List;
import java.util.regex.Pattern;

/** B27: what a backend says of itself. */
final class DescriptorChecks {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  private final BackendProvider provider;

  DescriptorChecks(BackendProvider provider) {
    this.provider = provider;
  }

  List<Check> all() {
    return List.of(
        Rule.B27.check("descriptor", this::descriptor), Rule.B27.check("probe", this::probe));
  }

  private void descriptor() {
    BackendDescriptor d = provider.descriptor();
    id(d.id());
    line("title", d.title());
    version(d.spiVersion());
    if (!d.equals(provider.descriptor())) {
      throw new CheckFailure("the descriptor must always be the same");
    }
  }

  private void probe() {
    Availability found = provider.probe();
    if (found instanceof Availability.Unavailable u) {
      line("reason", u.reason());
      line("remedy", u.remedy());
      unopened();
      return;
    }
    try (Backend backend = Lab.open(provider)) {
      if (!backend.id().equals(provider.descriptor().id())) {
        throw new CheckFailure(
            "the opened backend's id must be '"
                + provider.descriptor().id()
                + "', got '"
                + backend.id()
                + "'");
      }
    }
  }

  private void unopened() {
    try {
      Lab.open(provider).close();
    } catch (AeException e) {
      return;
    }
    throw new CheckFailure("a backend that says it is unavailable must not open");
  }

  static void id(String id) {
    if (!ID.matcher(id).matches()) {
      throw new CheckFailure("the id must match " + ID + ", got '" + id + "'");
    }
  }

  static void line(String what, String text) {
    if (text.isBlank() || text.contains("\n")) {
      throw new CheckFailure("the " + what + " must be one line of text, got '" + text + "'");
    }
  }

  static void version(int found) {
    if (found != SpiVersion.CURRENT) {
      throw new CheckFailure(
          "the SPI version must be " + SpiVersion.CURRENT + ", that of this api, got " + found);
    }
  }
}
