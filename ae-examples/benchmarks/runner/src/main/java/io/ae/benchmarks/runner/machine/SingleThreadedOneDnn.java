package io.ae.benchmarks.runner.machine;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/**
 * oneDNN with one OpenMP thread for each Java thread, as ae-cpu runs it: a core then has one
 * product of its own, and no thread waits for another.
 */
final class SingleThreadedOneDnn {
  private SingleThreadedOneDnn() {}

  /** Loads the library and binds its OpenMP runtime; to be called once. */
  static void load() {
    Path preset = Path.of(Loader.load(org.bytedeco.dnnl.global.dnnl.class));
    for (String name : List.of("libdnnl.so.3", "libdnnl.3.dylib", "libdnnl.dylib")) {
      Path library = preset.resolveSibling(name);
      if (Files.exists(library)) {
        Native.register(SingleThreadedOneDnn.class, NativeLibrary.getInstance(library.toString()));
        return;
      }
    }
    throw new UnsatisfiedLinkError("no libdnnl beside the preset's own library " + preset);
  }

  private static native void omp_set_num_threads(int threads);

  /** Holds the calling thread's products to itself. */
  static void holdThisThread() {
    omp_set_num_threads(1);
  }
}
