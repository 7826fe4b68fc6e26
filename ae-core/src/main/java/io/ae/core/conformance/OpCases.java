package io.ae.core.conformance;

import java.util.ArrayList;
import java.util.List;

/** Every op on small shapes; a test holds that none is missing. */
final class OpCases {
  private OpCases() {}

  static List<OpCase> all() {
    List<OpCase> all = new ArrayList<>();
    all.addAll(ElementwiseCases.all());
    all.addAll(LayoutCases.all());
    all.addAll(ProductCases.all());
    all.addAll(ShapeCases.all());
    return List.copyOf(all);
  }
}
