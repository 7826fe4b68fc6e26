package io.ae.core.data.idx;

import io.ae.api.SpiVersion;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.SourceDescriptor;
import io.ae.api.data.SourceProvider;
import java.util.List;

/** The kind {@code mnist}: 60,000 + 10,000 handwritten digits, 28×28 grey. */
public final class MnistProvider implements SourceProvider {
  private static final OfficialFiles FILES =
      new OfficialFiles(
          "MNIST",
          "on the home page of the MNIST database of handwritten digits (LeCun, Cortes, Burges)",
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

  /** For the service loader. */
  public MnistProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "mnist",
        SpiVersion.CURRENT,
        "mnist:DIR",
        "MNIST's four files, gzipped or not: 60,000 + 10,000 handwritten digits, 28×28.");
  }

  @Override
  public Parts open(Selector selector) {
    return FILES.open(selector);
  }
}
