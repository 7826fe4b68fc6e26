package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Availability.Available;
import io.ae.api.backend.Availability.Unavailable;
import io.ae.core.plugin.Broken;

/** Providers as lines and as JSON. */
final class Listing {
  private Listing() {}

  static void availability(ObjectNode node, Availability availability) {
    if (availability instanceof Unavailable no) {
      node.put("available", false).put("reason", no.reason()).put("remedy", no.remedy());
    } else if (availability instanceof Available yes) {
      node.put("available", true).put("details", yes.details()).putNull("reason").putNull("remedy");
    }
  }

  static void print(Console console, String id, String title, Availability availability) {
    console.line("  %-12s %s", id, title);
    if (availability instanceof Unavailable no) {
      console.line("  %-12s not available: %s. %s", "", no.reason(), no.remedy());
    } else if (availability instanceof Available yes && !yes.details().isEmpty()) {
      console.line("  %-12s %s", "", yes.details());
    }
  }

  /** A provider that was found but cannot be used: listed with its reason, harming nothing. */
  static void broken(Console console, ArrayNode list, Broken broken) {
    list.addObject()
        .put("id", broken.name())
        .put("available", false)
        .put("reason", broken.reason())
        .put("remedy", "Replace or remove " + broken.jar() + ".")
        .put("jar", broken.jar());
    console.line("  broken       %s", broken);
  }
}
