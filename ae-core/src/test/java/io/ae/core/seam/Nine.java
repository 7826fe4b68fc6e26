package io.ae.core.seam;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Shape;
import io.ae.api.model.Network;
import io.ae.api.model.Vars;
import java.util.List;
import java.util.function.Function;

/** The nine models, small, each with a few rows. */
enum Nine {
  TIED_DROPOUT(s -> new TiedDropout(s, Nine.D, 4, .1)),
  ADVERSARIAL(s -> new Adversarial(s, Nine.D, 2, 6)),
  VECTOR_QUANTISED(s -> new VectorQuantised(s, Nine.D, 3, 2, 6)),
  UNPOOLED(
      s -> new Unpooled(s, 4),
      DataSpec.pictures(1, 7, 5, 0, List.of()),
      Examples.dense(Nine.FEW, 35, 2)),
  TEXT(
      s -> new Text(s, 20, 2),
      new DataSpec(Shape.of(20), List.of(), 0, 1e9, .3, 0, List.of()),
      Examples.text(Nine.FEW, 20, 2)),
  IMPORTANCE_WEIGHTED(s -> new ImportanceWeighted(s, Nine.D, 2, 4)),
  KL_SPARSE(s -> new KlSparse(s, Nine.D, 6)),
  STACKED(s -> new Stacked(s, Nine.D, 6, 3, 2)),
  CONTRACTIVE(s -> new Contractive(s, Nine.D, 5, 3));

  /** Features of most. */
  static final int D = 8;

  private static final int FEW = 4;

  final Function<Vars, Network> network;
  final DataSpec spec;
  final Examples few;

  Nine(Function<Vars, Network> network) {
    this(network, DataSpec.vectors(8), Examples.dense(4, 8, 2).labelled(0, 1, -1, 1));
  }

  Nine(Function<Vars, Network> network, DataSpec spec, Examples few) {
    this.network = network;
    this.spec = spec;
    this.few = few;
  }
}
