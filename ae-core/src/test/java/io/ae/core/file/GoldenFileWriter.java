package io.ae.core.file;

import java.nio.file.Path;

/** Writes the golden file when a new format begins; older ones are never written again. */
final class GoldenFileWriter {
  private GoldenFileWriter() {}

  /**
   * @param args the file
   */
  public static void main(String[] args) {
    ModelFileWriter.write(Path.of(args[0]), SampleModel.checkpoint());
  }
}
