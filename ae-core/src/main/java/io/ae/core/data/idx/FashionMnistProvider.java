package io.ae.core.data.idx;

import io.ae.api.SpiVersion;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.SourceDescriptor;
import io.ae.api.data.SourceProvider;
import java.util.List;

/** The kind {@code fashion-mnist}: 60,000 + 10,000 articles of clothing, 28×28 grey. */
public final class FashionMnistProvider implements SourceProvider {
  private static final OfficialFiles FILES =
      new OfficialFiles(
          "Fashion-MNIST",
          "in Zalando Research's repository fashion-mnist (folder data/fashion; not the files of"
              + " MNIST, whose names are the same)",
          List.of(
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"));

  /** For the service loader. */
  public FashionMnistProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "fashion-mnist",
        SpiVersion.CURRENT,
        "fashion-mnist:DIR",
        "Fashion-MNIST's four files, gzipped or not: 60,000 + 10,000 articles, 28×28.");
  }

  @Override
  public Parts open(Selector selector) {
    return FILES.open(selector);
  }
}
