package io.ae.cpu.onednn;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A model's variables as factors of products, one copy of each however many sessions use it. */
public final class PackedFactors implements AutoCloseable {
  private final OneDnn library;
  private final LongSupplier version;
  private final Map<PackedFactor.Source, PackedFactor> factors = new HashMap<>();

  /**
   * @param library the loaded library
   * @param version another number after each change of the state
   */
  public PackedFactors(OneDnn library, LongSupplier version) {
    this.library = library;
    this.version = version;
  }

  synchronized PackedFactor of(PackedFactor.Source source) {
    return factors.computeIfAbsent(source, s -> new PackedFactor(library, s, version));
  }

  /** Frees the copies; no session may run. */
  @Override
  public synchronized void close() {
    factors.values().forEach(PackedFactor::close);
    factors.clear();
  }
}
