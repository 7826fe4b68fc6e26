package io.ae.core.seam;

import io.ae.api.CodeKind;
import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.List;

/** Vector quantisation; the codebook is a running mean, moved by writes and not by gradients. */
final class VectorQuantised implements Network {
  private static final double KEEP = .9;

  private final int groups;
  private final int width;
  private final int entries;
  private final Var w;
  private final Var b;
  private final Var v;
  private final Var c;
  private final Var codebook;
  private final Var counts;
  private final Var sums;

  VectorQuantised(Vars s, int d, int groups, int width, int entries) {
    this.groups = groups;
    this.width = width;
    this.entries = entries;
    w = s.parameter("w", Init.glorot(d, groups * width, 1), d, groups * width);
    b = s.parameter("b", Init.zeros(), groups * width);
    v = s.parameter("v", Init.glorot(groups * width, d, 1), groups * width, d);
    c = s.parameter("c", Init.zeros(), d);
    Type matrix = Type.real(Shape.of(entries, width));
    codebook = s.state("codebook", matrix, new Init.Normal(.5));
    counts = s.state("counts", Type.real(Shape.of(entries)), Init.ones());
    sums = s.state("sums", matrix, new Init.Normal(.5));
  }

  private Value vectors(Ops o, Value x) {
    return o.reshape(o.dense(x, w, b), Shape.rows(groups, width)); // [B, G, E]
  }

  /** The nearest entry of each vector, index {@code [B, G]}. */
  private Value nearest(Ops o, Value h) {
    Value products = o.matmulTransposed(h, codebook); // [B, G, K]
    Value norms = o.reshape(o.sumLast(o.square(codebook)), Shape.of(entries)); // [K]
    return o.argMin(o.sub(norms, o.mul(products, 2))); // [B, G]
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(nearest(o, vectors(o, x))); // [B, G]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return decodeVectors(o, o.gather(codebook, e.code())); // [B, D]
  }

  private Value decodeVectors(Ops o, Value q) {
    return o.sigmoid(o.dense(o.flatten(q), v, c)); // [B, D]
  }

  private Terms loss(Ops o, Batch in) {
    Value h = vectors(o, in.x()); // [B, G, E]
    Value code = nearest(o, h); // [B, G]
    Value q = o.gather(codebook, code); // [B, G, E]
    Value z = decodeVectors(o, o.straightThrough(q, h)); // [B, D]
    if (o.training()) {
      move(o, o.stop(h), code);
    }
    return Terms.of("error", o.sumFeatures(o.square(o.sub(z, in.x())))) // [B]
        .and("commitment", o.mul(o.sumFeatures(o.square(o.sub(h, o.stop(q)))), .25)); // [B]
  }

  private void move(Ops o, Value h, Value code) {
    Value chosen = o.oneHot(code, entries); // [B, G, K]
    Value count = mixed(o, counts, o.sumTo(chosen, Shape.of(entries))); // [K], a join
    Value sum = mixed(o, sums, o.contract(chosen, h)); // [K, E], a join
    o.write(counts, count);
    o.write(sums, sum);
    o.write(codebook, o.div(sum, o.reshape(o.max(count, 1e-3), Shape.of(entries, 1))));
  }

  private static Value mixed(Ops o, Var old, Value now) {
    return o.add(o.mul(old, KEEP), o.mul(now, 1 - KEEP));
  }

  @Override
  public CodeKind codeKind() {
    return CodeKind.indices(entries);
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(.02)));
  }
}
