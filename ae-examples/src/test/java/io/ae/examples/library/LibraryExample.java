package io.ae.examples.library;

import io.ae.api.Autoencoder;
import io.ae.api.Codes;
import io.ae.core.Ae;
import io.ae.core.Fit;
import io.ae.core.data.Scaling;
import java.nio.file.Path;
import java.util.List;

/** The README's example for Java programs; a test holds the two equal. */
final class LibraryExample {
  private LibraryExample() {}

  static double[] run(float[][] rows, float[][] newRows, Path file) {
    // README
    try (Ae ae = Ae.create()) {
      Fit fit =
          ae.model("dense")
              .set("hidden", List.of(16))
              .set("code", 2)
              .scaling(Scaling.Kind.STANDARD)
              .epochs(20)
              .fit(rows); // float[][], double[][], a stream, or ae.data("glyphs").train()
      System.out.println(fit.metrics());
      fit.model().save(file);

      Autoencoder model = ae.load(file); // safe for many threads, any number of rows
      Codes codes = model.encode(newRows);
      System.out.println(codes + ", decoded: " + model.decode(codes).length + " rows");
      return model.score(newRows); // larger for stranger rows
    }
    // README
  }
}
