package io.ae.core.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Published files, which this repository does not hold: AE_DATA names the folder they lie in. */
public final class RealData {
  private RealData() {}

  /** Returns the folder of a set; without it the test is left out, and says so. */
  public static Path folder(String set) {
    String data = System.getenv("AE_DATA");
    boolean there = data != null && !data.isBlank() && Files.isDirectory(Path.of(data, set));
    assumeTrue(there, "left out: AE_DATA does not name a folder that holds " + set + "/");
    return Path.of(data, set);
  }
}
