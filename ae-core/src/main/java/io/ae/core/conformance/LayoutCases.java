package io.ae.core.conformance;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import java.util.ArrayList;
import java.util.List;

/** Moving, spreading and summing elements; and picking by rank. */
final class LayoutCases {
  private LayoutCases() {}

  static List<OpCase> all() {
    List<OpCase> cases = new ArrayList<>();
    reductions(cases);
    moves(cases);
    joins(cases);
    ranks(cases);
    return cases;
  }

  private static void reductions(List<OpCase> cases) {
    cases.add(OpCase.of("sum-to []").rows(3).is((o, in) -> o.sumAll(in.get(0))));
    cases.add(OpCase.of("sum-to [D], over rows").rows(3).is((o, in) -> o.sumRows(in.get(0))));
    cases.add(OpCase.of("sum-to [B, 1]").rows(4).is((o, in) -> o.sumLast(in.get(0))));
    cases.add(
        OpCase.of("sum-to [C, 1, 1]")
            .rows(3, 2, 4)
            .is((o, in) -> o.sumTo(in.get(0), Shape.of(3, 1, 1))));
    cases.add(
        OpCase.of("sum-to [B, 1, 4], a middle axis")
            .rows(3, 4)
            .is((o, in) -> o.sumTo(in.get(0), Shape.rows(1, 4))));
    cases.add(OpCase.of("sum-to of a variable").var(5, 3).is((o, in) -> o.sumAll(in.get(0))));
    cases.add(OpCase.of("max-to [B, 1]").rows(4).is((o, in) -> o.maxLast(in.get(0))));
    cases.add(
        OpCase.of("max-to [D], over rows").rows(3).is((o, in) -> o.maxTo(in.get(0), Shape.of(3))));
    cases.add(
        OpCase.of("max-to of equals")
            .rows(new Fill.Ties(), 5)
            .flat()
            .is((o, in) -> o.maxLast(in.get(0))));
    cases.add(OpCase.of("mean over features").rows(4).is((o, in) -> o.meanFeatures(in.get(0))));
    cases.add(OpCase.of("mean over rows").rows(4).is((o, in) -> o.meanRows(in.get(0))));
    cases.add(OpCase.of("softmax").rows(5).is((o, in) -> o.softmax(in.get(0))));
    cases.add(OpCase.of("log-softmax").rows(5).is((o, in) -> o.logSoftmax(in.get(0))));
    cases.add(
        OpCase.of("log-sum-exp of large values")
            .rows(5)
            .is((o, in) -> o.logSumExp(o.mul(in.get(0), 300))));
  }

  private static void moves(List<OpCase> cases) {
    cases.add(
        OpCase.of("reshape").rows(2, 6).is((o, in) -> o.reshape(in.get(0), Shape.rows(3, 4))));
    cases.add(
        OpCase.of("reshape of index")
            .index(9, 2, 3)
            .flat()
            .is((o, in) -> o.reshape(in.get(0), Shape.rows(6))));
    cases.add(
        OpCase.of("permute [B, 2, 3, 4]")
            .rows(2, 3, 4)
            .is((o, in) -> o.permute(in.get(0), List.of(0, 3, 1, 2))));
    cases.add(OpCase.of("transpose").var(3, 4).is((o, in) -> o.transpose(in.get(0))));
    cases.add(OpCase.of("slice of features").rows(6).is((o, in) -> o.slice(in.get(0), 1, 1, 4)));
    cases.add(
        OpCase.of("slice of rows of a variable")
            .var(5, 3)
            .is((o, in) -> o.slice(in.get(0), 0, 2, 5)));
    cases.add(
        OpCase.of("slice of index").index(9, 5).flat().is((o, in) -> o.slice(in.get(0), 1, 2, 4)));
    cases.add(OpCase.of("pad").rows(3, 2).is((o, in) -> o.pad(in.get(0), 1, 2, 1)));
    cases.add(OpCase.of("concat").rows(2).rows(1).rows(3).is((o, in) -> o.concat(1, in)));
    cases.add(
        OpCase.of("concat in the middle").rows(2, 3).rows(1, 3).is((o, in) -> o.concat(1, in)));
    cases.add(
        OpCase.of("concat of one value with itself")
            .rows(2)
            .is((o, in) -> o.concat(1, List.of(in.get(0), in.get(0)))));
    cases.add(OpCase.of("repeat").rows(3).is((o, in) -> o.repeat(in.get(0), 2)));
  }

  private static void joins(List<OpCase> cases) {
    cases.add(OpCase.of("all-rows").rows(3).is((o, in) -> o.allRows(in.get(0))));
    cases.add(
        OpCase.of("own-rows").rows(3).is((o, in) -> o.ownRows(o.square(o.allRows(in.get(0))))));
    cases.add(
        OpCase.of("all-rows beside rows: sum of kernels")
            .rows(2)
            .is(
                (o, in) -> {
                  var dots = o.matmulTransposed(in.get(0), o.allRows(in.get(0))); // [B, A]
                  return o.sumLast(o.tanh(dots)); // [B, 1]
                }));
    cases.add(
        OpCase.of("batch statistics")
            .rows(3)
            .is(
                (o, in) -> {
                  var centred = o.sub(in.get(0), o.meanRows(in.get(0)));
                  var variance = o.meanRows(o.square(centred));
                  return o.div(centred, o.sqrt(o.add(variance, .1)));
                }));
  }

  private static void ranks(List<OpCase> cases) {
    cases.add(OpCase.of("arg-max").rows(5).flat().is((o, in) -> o.argMax(in.get(0))));
    cases.add(
        OpCase.of("arg-max of equals")
            .rows(new Fill.Ties(), 5)
            .flat()
            .is((o, in) -> o.argMax(in.get(0))));
    cases.add(OpCase.of("arg-min").rows(5).flat().is((o, in) -> o.argMin(in.get(0))));
    cases.add(OpCase.of("top-k-mask").rows(6).flat().is((o, in) -> o.topKMask(in.get(0), 2)));
    cases.add(
        OpCase.of("top-k-mask of equals")
            .rows(new Fill.Ties(), 6)
            .flat()
            .is((o, in) -> o.topKMask(in.get(0), 3)));
    cases.add(
        OpCase.of("one-hot, with none")
            .arg(Type.index(Shape.rows()), new Fill.Indices(-1, 4))
            .flat()
            .is((o, in) -> o.oneHot(in.get(0), 4)));
    cases.add(OpCase.of("gather").var(6, 3).index(6).is((o, in) -> o.gather(in.get(0), in.get(1))));
    cases.add(
        OpCase.of("gather of scalars, several a row")
            .var(6)
            .index(6, 2)
            .is((o, in) -> o.gather(in.get(0), in.get(1))));
    cases.add(
        OpCase.of("scatter-add")
            .rows(3)
            .index(4)
            .is((o, in) -> o.scatterAdd(in.get(0), in.get(1), 4)));
  }
}
