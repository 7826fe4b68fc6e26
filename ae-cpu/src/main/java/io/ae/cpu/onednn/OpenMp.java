package io.ae.cpu.onednn;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The thread count of the OpenMP runtime that oneDNN is linked with, set for one thread at a time.
 *
 * <p>OpenMP's own threads spin, and beside a busy neighbour a step takes a hundred times as long:
 * every thread that calls oneDNN holds it to one thread first.
 */
public final class OpenMp {
  private OpenMp() {}

  /** Binds the functions found through a loaded library. */
  static void bind(NativeLibrary library) {
    Native.register(OpenMp.class, library);
  }

  private static native int omp_get_max_threads();

  private static native void omp_set_num_threads(int threads);

  /** Holds oneDNN to this thread and returns what {@link #leave} takes. */
  public static int enter() {
    int before = omp_get_max_threads();
    omp_set_num_threads(1);
    return before;
  }

  /** Gives the calling thread back what it had. */
  public static void leave(int before) {
    omp_set_num_threads(before);
  }
}
