package io.ae.benchmarks.common;

import java.io.IOException;
import java.nio.file.Path;

/** A network that gives codes; used by one thread. */
public interface Encoding extends AutoCloseable {
  /**
   * Encodes rows.
   *
   * @param rows {@code n × width} values in [0, 1], row-major, or more
   * @param n how many rows, at most the item's batch
   * @param codes takes {@code n × codeWidth} values, row-major
   */
  void encode(float[] rows, int n, float[] codes);

  /**
   * Encodes every image of a gzipped IDX file, batch by batch, to a {@code .npy} file of codes.
   * This is what any user would write around {@link #encode}; a system with readers and writers of
   * its own puts those here.
   *
   * @param item the item this was made for
   * @throws IOException if a file cannot be read or written
   */
  default void encodeFile(WorkItem item, Path images, Path codes) throws IOException {
    EncodeFile.run(this, item, images, codes);
  }

  @Override
  void close();
}
