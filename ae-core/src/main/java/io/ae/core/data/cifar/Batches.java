package io.ae.core.data.cifar;

import java.io.InputStream;
import java.util.Map;

/** The files of a set, wherever they lie. */
interface Batches {
  /** Returns the sizes of all files in bytes, by name. */
  Map<String, Long> sizes();

  /** Starts reading files one after another. */
  Reader open();

  /** Reads files one after another; used by one thread. */
  interface Reader extends AutoCloseable {
    /** Returns a stream of a file that is there; the one before is no longer read. */
    InputStream file(String name);

    @Override
    void close();
  }
}
