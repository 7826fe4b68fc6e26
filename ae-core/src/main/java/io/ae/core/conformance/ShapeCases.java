package io.ae.core.conformance;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Window;
import java.util.ArrayList;
import java.util.List;

/** The same ops on shapes and numbers that are easily forgotten. */
final class ShapeCases {
  private ShapeCases() {}

  static List<OpCase> all() {
    List<OpCase> cases = new ArrayList<>();
    spreading(cases);
    sizes(cases);
    leading(cases);
    wild(cases);
    return cases;
  }

  private static OpCase.Builder spread(String name) {
    return OpCase.of(name).rule(Rule.B3);
  }

  private static void spreading(List<OpCase> cases) {
    Type scalar = Type.real(Shape.scalar());
    cases.add(
        spread("[] over [B, 3]")
            .arg(scalar, new Fill.Signed())
            .rows(3)
            .is((o, in) -> o.mul(in.get(0), in.get(1))));
    cases.add(spread("[3] over [B, 3]").rows(3).var(3).is((o, in) -> o.sub(in.get(0), in.get(1))));
    cases.add(
        spread("[B, 1] over [B, 3]").rows(1).rows(3).is((o, in) -> o.mul(in.get(0), in.get(1))));
    cases.add(
        spread("column [B] over [B, 3]")
            .rows()
            .rows(3)
            .is((o, in) -> o.mul(o.column(in.get(0)), in.get(1))));
    cases.add(
        spread("channels [2] over [B, 2, 3, 4]")
            .var(2)
            .rows(2, 3, 4)
            .is((o, in) -> o.mul(o.channels(in.get(0)), in.get(1))));
    cases.add(
        spread("[B, 1, 3] with [B, 2, 1]")
            .rows(1, 3)
            .rows(2, 1)
            .is((o, in) -> o.mul(in.get(0), in.get(1))));
    cases.add(
        spread("[1, 3] with [4, 1]")
            .var(1, 3)
            .var(4, 1)
            .is((o, in) -> o.add(in.get(0), in.get(1))));
    cases.add(
        spread("where [B, 1] chooses between [1, 3] and []")
            .rows(new Fill.Mask(), 1)
            .var(1, 3)
            .arg(scalar, new Fill.Signed())
            .is((o, in) -> o.where(in.get(0), in.get(1), in.get(2))));
  }

  private static OpCase.Builder size(String name) {
    return OpCase.of(name).rule(Rule.B4);
  }

  private static void sizes(List<OpCase> cases) {
    cases.add(size("softmax of [B, 1]").rows(1).is((o, in) -> o.softmax(in.get(0))));
    cases.add(size("arg-max of [B, 1]").rows(1).flat().is((o, in) -> o.argMax(in.get(0))));
    cases.add(
        size("dense 1 → 1")
            .rows(1)
            .var(1, 1)
            .var(1)
            .is((o, in) -> o.dense(in.get(0), in.get(1), in.get(2))));
    cases.add(
        size("convolution 1×1")
            .rows(1, 1, 1)
            .var(1, 1, 1, 1)
            .is((o, in) -> o.conv2d(in.get(0), in.get(1), Window.square(1, 1, 0))));
    cases.add(
        size("max-pool of planes of one element")
            .rows(3, 1, 1)
            .is((o, in) -> o.maxPool(in.get(0), Window.tiles(1)).values()));
    cases.add(size("sum of [B, 0] is 0").rows(0).flat().is((o, in) -> o.sumFeatures(in.get(0))));
    cases.add(
        size("dense 0 → 2 is the bias")
            .rows(0)
            .var(0, 2)
            .var(2)
            .is((o, in) -> o.dense(in.get(0), in.get(1), in.get(2))));
    cases.add(size("concat with [B, 0]").rows(0).rows(2).is((o, in) -> o.concat(1, in)));
    cases.add(size("slice of nothing").rows(3).flat().is((o, in) -> o.slice(in.get(0), 1, 2, 2)));
    cases.add(size("sigmoid of [B, 0]").rows(0).flat().is((o, in) -> o.sigmoid(in.get(0))));
    cases.add(size("top-k-mask, k = 0").rows(3).flat().is((o, in) -> o.topKMask(in.get(0), 0)));
  }

  private static OpCase.Builder lead(String name) {
    return OpCase.of(name).rule(Rule.B5);
  }

  private static void leading(List<OpCase> cases) {
    cases.add(
        lead("dense of [B, 2, 3]")
            .rows(2, 3)
            .var(3, 4)
            .var(4)
            .is((o, in) -> o.dense(in.get(0), in.get(1), in.get(2))));
    cases.add(
        lead("contract of [B, 2, 3] and [B, 2, 4]")
            .rows(2, 3)
            .rows(2, 4)
            .is((o, in) -> o.contract(in.get(0), in.get(1))));
    cases.add(lead("softmax of [B, 2, 3]").rows(2, 3).is((o, in) -> o.softmax(in.get(0))));
    cases.add(
        lead("conv2d of [B, 2, 1, 4, 4]")
            .rows(2, 1, 4, 4)
            .var(2, 1, 3, 3)
            .is((o, in) -> o.conv2d(in.get(0), in.get(1), Window.square(3, 1, 1))));
    cases.add(
        lead("max-pool of [B, 2, 1, 4, 4]")
            .rows(2, 1, 4, 4)
            .is((o, in) -> o.maxPool(in.get(0), Window.tiles(2)).values()));
    cases.add(
        lead("gather by [B, 2, 2]")
            .var(5, 3)
            .index(5, 2, 2)
            .is((o, in) -> o.gather(in.get(0), in.get(1))));
    cases.add(lead("one-hot of [B, 2]").index(4, 2).flat().is((o, in) -> o.oneHot(in.get(0), 4)));
    cases.add(
        lead("top-k-mask of [B, 2, 5]").rows(2, 5).flat().is((o, in) -> o.topKMask(in.get(0), 2)));
    cases.add(
        lead("dense of a vector without rows")
            .var(3)
            .var(3, 2)
            .var(2)
            .is((o, in) -> o.dense(in.get(0), in.get(1), in.get(2))));
  }

  private static void wild(List<OpCase> cases) {
    for (double w : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Fill fill = new Fill.Wild(w);
      OpCase.Builder[] b = new OpCase.Builder[7];
      String[] names = {"add", "mul", "exp, sigmoid and tanh", "sum", "dense", "log", "comparison"};
      for (int i = 0; i < b.length; i++) {
        b[i] = OpCase.of(names[i] + " of " + w).rule(Rule.B7).rows(fill, 3).flat();
      }
      cases.add(b[0].rows(3).is((o, in) -> o.add(in.get(0), in.get(1))));
      cases.add(b[1].rows(3).is((o, in) -> o.mul(in.get(0), in.get(1))));
      cases.add(
          b[2].is(
              (o, in) ->
                  o.concat(1, List.of(o.exp(in.get(0)), o.sigmoid(in.get(0)), o.tanh(in.get(0))))));
      cases.add(b[3].is((o, in) -> o.sumFeatures(in.get(0))));
      cases.add(b[4].var(3, 2).var(2).is((o, in) -> o.dense(in.get(0), in.get(1), in.get(2))));
      cases.add(b[5].is((o, in) -> o.log(o.square(in.get(0)))));
      cases.add(b[6].is((o, in) -> o.greater(in.get(0), 0)));
    }
    Fill nan = new Fill.Wild(Double.NaN);
    OpCase.Builder hide = OpCase.of("max, min and relu of NaN").rule(Rule.B8).rows(nan, 3).flat();
    cases.add(
        hide.is(
            (o, in) ->
                o.concat(1, List.of(o.relu(in.get(0)), o.max(in.get(0), 0), o.min(in.get(0), 0)))));
    cases.add(
        OpCase.of("max-to of NaN")
            .rule(Rule.B8)
            .rows(nan, 3)
            .flat()
            .is((o, in) -> o.maxLast(in.get(0))));
  }
}
