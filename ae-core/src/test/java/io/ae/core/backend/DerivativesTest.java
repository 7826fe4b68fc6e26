package io.ae.core.backend;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Product;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Sparse;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Value;
import io.ae.api.graph.Window;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** First and second derivatives of every op against central differences; 3 shards, one empty. */
class DerivativesTest {
  private static final int B = Shape.B;
  private static final int N = Shape.N;

  @ParameterizedTest
  @EnumSource(value = Unary.class)
  void unary(Unary op) {
    new Differences(2).real(.2, .9, B, 3).hold(3, (o, in) -> o.apply(op, in.get(0)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Unary.class,
      mode = Mode.EXCLUDE,
      names = {"LOG", "SQRT"})
  void unaryOfNegatives(Unary op) {
    new Differences(2).real(-.9, -.2, B, 3).hold(1, (o, in) -> o.apply(op, in.get(0)));
  }

  @ParameterizedTest
  @EnumSource(Binary.class)
  void binary(Binary op) {
    new Differences(2)
        .real(.2, .9, B, 3)
        .real(.3, 1.2, B, 3)
        .hold(3, (o, in) -> o.apply(op, in.get(0), in.get(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whereTakesOneSide(int shards) {
    new Differences(3)
        .real(-1, 1, B, 2)
        .real(-1, 1, B, 2)
        .hold(
            shards,
            (o, in) ->
                o.where(o.greater(in.get(0), 0), o.mul(in.get(0), in.get(1)), o.square(in.get(1))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void broadcasting(int shards) {
    new Differences(2)
        .real(-1, 1, B, 2, 3)
        .real(-1, 1, 3)
        .real(-1, 1, 2, 1)
        .real(-1, 1, B, 1, 3)
        .real(-1, 1)
        .hold(
            shards,
            (o, in) -> {
              Value sum = in.get(0);
              for (Value v : in.subList(1, 5)) {
                sum = o.mul(o.add(sum, v), v);
              }
              return sum;
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void sumsAndMaxima(int shards) {
    new Differences(4)
        .real(-.5, .5, B, 2, 3)
        .hold(
            shards,
            (o, in) -> {
              Value x = o.square(in.get(0));
              Value rows = o.mul(o.sumTo(x, Shape.of(1, 3)), o.maxTo(x, Shape.of(2, 1)));
              Value features = o.mul(o.maxTo(x, Shape.rows(1, 3)), o.sumTo(x, Shape.rows(2, 1)));
              return o.add(o.mul(features, rows), o.maxTo(x, Shape.scalar()));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void moves(int shards) {
    new Differences(2)
        .real(-1, 1, B, 2, 3)
        .real(-1, 1, B, 2, 2)
        .hold(
            shards,
            (o, in) -> {
              Value x = o.permute(in.get(0), List.of(0, 2, 1)); // [B, 3, 2]
              Value y = o.concat(1, List.of(x, in.get(1))); // [B, 5, 2]
              Value z = o.pad(o.slice(y, 1, 1, 4), 2, 1, 2); // [B, 3, 5]
              return o.mul(o.reshape(z, Shape.rows(15)), o.flatten(o.pad(y, 2, 0, 1)));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void rowsBesideAllRows(int shards) {
    new Differences(4)
        .real(-1, 1, B, 2)
        .hold(
            shards,
            (o, in) -> {
              Value all = o.allRows(in.get(0)); // [A, 2]
              Value products = o.matmulTransposed(in.get(0), all); // [B, A]
              Value weights = o.softmax(products); // [B, A]
              return o.add(o.matmul(weights, all), o.ownRows(o.square(all))); // [B, 2]
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void products(int shards) {
    new Differences(2)
        .real(-.4, .4, B, 2, 3)
        .real(-.4, .4, 3, 4)
        .real(-.4, .4, 4)
        .real(-.4, .4, 3, 4)
        .hold(
            shards,
            (o, in) -> {
              Value y = o.dense(in.get(0), in.get(1), in.get(2)); // [B, 2, 4]
              Value back = o.apply(new Product.MatMul(true), y, in.get(3)); // [B, 2, 3]
              Value tied =
                  o.apply(new Product.Dense(true), y, in.get(3), o.slice(in.get(2), 0, 0, 3));
              Value joined = o.sumTo(o.contract(back, y), Shape.of(3, 1)); // a join of rows
              return o.mul(o.mul(back, tied), o.reshape(joined, Shape.of(3)));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void picks(int shards) {
    new Differences(4)
        .real(-1, 1, 3, 2)
        .real(-1, 1, B, 2)
        .index(Shape.rows(), 2, 0, 2, 1)
        .hold(
            shards,
            (o, in) -> {
              Value picked = o.mul(o.gather(in.get(0), in.get(2)), in.get(1)); // [B, 2]
              Value sums = o.scatterAdd(o.square(in.get(1)), in.get(2), 3); // [3, 2]
              Value mask = o.topKMask(in.get(1), 1); // [B, 2]
              Value best = o.gather(sums, o.argMax(in.get(0))); // [3, 2]
              Value scores =
                  o.mul(o.matmulTransposed(picked, best), o.oneHot(in.get(2), 3)); // [B, 3]
              return o.add(o.mul(picked, mask), o.sumLast(scores));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void convolution(int shards) {
    Window window = new Window(3, 2, 2, 1, 1, 0, 1, 1);
    new Differences(2)
        .real(-1, 1, B, 2, 5, 4)
        .real(-1, 1, 3, 2, 3, 2)
        .hold(shards, (o, in) -> o.conv2d(in.get(0), in.get(1), window));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void transposedConvolution(int shards) {
    Window window = new Window(2, 3, 2, 2, 0, 1, 1, 1);
    new Differences(2)
        .real(-1, 1, B, 2, 2, 3)
        .real(-1, 1, 2, 3, 2, 3)
        .hold(shards, (o, in) -> o.convTranspose2d(in.get(0), in.get(1), window, 4, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void weightsOfConvolution(int shards) {
    Window window = Window.square(2, 1, 0);
    new Differences(2)
        .real(-1, 1, B, 2, 3, 3)
        .real(-1, 1, B, 2, 2, 2)
        .hold(shards, (o, in) -> o.apply(new Spatial.Conv2dWeights(window), in.get(0), in.get(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void pooling(int shards) {
    new Differences(2)
        .real(-1, 1, B, 2, 5, 5)
        .hold(
            shards,
            (o, in) -> {
              var pooled = o.maxPool(in.get(0), new Window(2, 2, 2, 2, 0, 0, 1, 1));
              Value back = o.maxUnpool(o.square(pooled.values()), pooled.switches(), 5, 5);
              Value again = o.apply(new Spatial.PickAt(), back, pooled.switches());
              Value mean = o.averagePool(in.get(0), 2, 3); // [B, 2, 2, 1]
              Value large = o.pad(o.upsample(mean, 2, 5), 2, 0, 1);
              return o.add(o.mul(back, large), o.sumTo(again, Shape.of(2, 1, 1)));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void sparseRows(int shards) {
    new Differences(3)
        .pattern(4, new int[] {0, 2}, new int[] {}, new int[] {1, 2, 3})
        .real(-1, 1, N)
        .real(-1, 1, 4, 2)
        .real(-1, 1, B, 4)
        .real(-1, 1, B)
        .hold(
            shards,
            (o, in) -> {
              Value x = in.get(0);
              Value h = o.csrMatMul(x, in.get(1), in.get(2)); // [B, 2]
              Value sampled = o.apply(new Sparse.Sddmm(), x, h, in.get(2)); // [N]
              Value w = o.apply(new Sparse.CsrContract(), x, sampled, h); // [4, 2]
              Value at = o.mul(o.gatherAt(x, in.get(3)), o.expandRows(x, in.get(4))); // [N]
              Value sum = o.sumNonZeros(x, o.mul(at, in.get(1))); // [B]
              Value dense = o.scatterAt(x, o.mul(at, o.nonZeros(x))); // [B, 4]
              return o.add(o.mul(o.matmul(dense, w), o.column(sum)), h);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void softmaxAndItsKin(int shards) {
    new Differences(2)
        .real(-2, 2, B, 3)
        .hold(
            shards,
            (o, in) -> {
              Value x = in.get(0);
              return o.mul(o.add(o.softmax(x), o.logSoftmax(x)), o.logSumExp(x));
            });
  }
}
