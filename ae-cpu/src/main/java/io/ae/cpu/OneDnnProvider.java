package io.ae.cpu;

import io.ae.api.AeException;
import io.ae.api.SpiVersion;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendDescriptor;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.cpu.onednn.OneDnn;
import java.util.function.BooleanSupplier;

/** The backend {@code cpu}: oneDNN for products, fused vector loops for everything else. */
public final class OneDnnProvider implements BackendProvider {
  static final String ID = "cpu";

  private static final int PRIORITY = 100;

  private final BooleanSupplier bfloat16;

  /** Makes the provider; no native code is loaded. */
  public OneDnnProvider() {
    this(() -> OneDnn.load().bfloat16());
  }

  /**
   * @param bfloat16 whether this CPU has it, asked when the library is loaded
   */
  OneDnnProvider(BooleanSupplier bfloat16) {
    this.bfloat16 = bfloat16;
  }

  @Override
  public BackendDescriptor descriptor() {
    return new BackendDescriptor(
        ID, "oneDNN with a static plan, on every core", PRIORITY, SpiVersion.CURRENT, false);
  }

  @Override
  public Availability probe() {
    try {
      return new Availability.Available(OneDnn.load().details());
    } catch (LinkageError | RuntimeException e) {
      return new Availability.Unavailable(
          "oneDNN's native library could not be loaded: " + rootOf(e),
          "put org.bytedeco:javacpp, org.bytedeco:dnnl and org.bytedeco:opencl with the classifier"
              + " of this platform, and net.java.dev.jna:jna, on the class path");
    }
  }

  @Override
  public Backend open(BackendSettings settings) {
    if (probe() instanceof Availability.Unavailable u) {
      throw new AeException("AE-B001", "backend cpu: " + u.reason() + ". Remedy: " + u.remedy());
    }
    return new OneDnnBackend(OneDnn.load(), settings, bfloat16.getAsBoolean());
  }

  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
