package io.ae.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.graph.Binary;
import io.ae.api.graph.DType;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Type;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import io.ae.api.graph.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of ops against plain formulas; elementwise ones have a test of their own. */
class ForwardTest {
  @Test
  void indicesAndSteps() {
    Tried tried = Tried.rows(3).shards(2).with("i", new int[] {4, -1, 2}).from(10);
    assertThat(tried.of(o -> o.apply(Binary.ADD, index(o, "i"), o.rowIndex())))
        .containsExactly(14, 10, 14);
    assertThat(tried.of(o -> o.apply(Binary.SUB, index(o, "i"), o.rowIndex())))
        .containsExactly(-6, -12, -10);
    assertThat(tried.of(o -> o.greater(index(o, "i"), o.index(o.constant(1.9)))))
        .containsExactly(1, 0, 1);
    assertThat(tried.of(o -> o.equal(index(o, "i"), o.index(o.constant(-1.9)))))
        .containsExactly(0, 1, 0);
    assertThat(tried.of(o -> o.add(o.real(index(o, "i")), o.real(o.step()))))
        .containsExactly(4, -1, 2);
    assertThat(tried.of(Ops::rowCount)).containsExactly(3);
    assertThat(tried.of(o -> o.apply(new Leaf.Iota(3)))).containsExactly(0, 1, 2);
    assertThat(tried.of(o -> o.oneHot(index(o, "i"), 5)))
        .containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
  }

  @Test
  void spreadingAndSumming() {
    Tried tried = Tried.rows(2).shards(3).with("x", 1, 2, 3, 4, 5, 6).with("c", 10, 20);
    Shape three = Shape.rows(3);
    assertThat(tried.of(o -> o.to(o.input("c", Type.real(Shape.rows(1))), three)))
        .containsExactly(10, 10, 10, 20, 20, 20);
    assertThat(tried.of(o -> o.sumTo(rows(o, "x", 3), Shape.of(3)))).containsExactly(5, 7, 9);
    assertThat(tried.of(o -> o.sumTo(rows(o, "x", 3), Shape.rows(1)))).containsExactly(6, 15);
    assertThat(tried.of(o -> o.sumAll(rows(o, "x", 3)))).containsExactly(21);
    assertThat(tried.of(o -> o.maxTo(rows(o, "x", 3), Shape.of(3)))).containsExactly(4, 5, 6);
    assertThat(tried.of(o -> o.maxTo(rows(o, "x", 3), Shape.scalar()))).containsExactly(6);
    assertThat(tried.of(o -> o.meanRows(rows(o, "x", 3)))).containsExactly(2.5, 3.5, 4.5);
    assertThat(tried.of(o -> o.repeat(rows(o, "x", 3), 2)))
        .containsExactly(1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6);
    assertThat(Tried.rows(0).of(o -> o.sumTo(rows(o, "x", 3), Shape.of(3))))
        .containsExactly(0, 0, 0);
  }

  @Test
  void moving() {
    Tried tried = Tried.rows(2).shards(2).with("x", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    java.util.function.Function<Ops, Value> x = o -> o.input("x", Type.real(Shape.rows(2, 3)));
    assertThat(tried.of(o -> o.permute(x.apply(o), List.of(0, 2, 1))))
        .containsExactly(1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12);
    assertThat(tried.of(o -> o.slice(x.apply(o), 2, 1, 2))).containsExactly(2, 5, 8, 11);
    assertThat(tried.of(o -> o.pad(o.slice(x.apply(o), 1, 1, 2), 1, 1, 0)))
        .containsExactly(0, 0, 0, 4, 5, 6, 0, 0, 0, 10, 11, 12);
    assertThat(tried.of(o -> o.concat(2, List.of(o.slice(x.apply(o), 2, 2, 3), x.apply(o)))))
        .containsExactly(3, 1, 2, 3, 6, 4, 5, 6, 9, 7, 8, 9, 12, 10, 11, 12);
    assertThat(tried.of(o -> o.sumTo(o.allRows(x.apply(o)), Shape.of(2, 3))))
        .containsExactly(8, 10, 12, 14, 16, 18);
  }

  @Test
  void pickingByRank() {
    Tried tried =
        Tried.rows(2).shards(2).with("x", 1, 3, 3, 2, 5, 5, 5, 0).with("i", new int[] {2, 0});
    assertThat(tried.of(o -> o.argMax(rows(o, "x", 4)))).containsExactly(1, 0);
    assertThat(tried.of(o -> o.argMin(rows(o, "x", 4)))).containsExactly(0, 3);
    assertThat(tried.of(o -> o.topKMask(rows(o, "x", 4), 2)))
        .containsExactly(0, 1, 1, 0, 1, 1, 0, 0);
    assertThat(tried.of(o -> o.topKMask(rows(o, "x", 4), 0))).containsOnly(0);
    assertThat(tried.of(o -> o.scatterAdd(rows(o, "x", 4), index(o, "i"), 3)))
        .containsExactly(5, 5, 5, 0, 0, 0, 0, 0, 1, 3, 3, 2);
  }

  @Test
  void planes() {
    Tried tried = Tried.rows(1).with("x", 1, 2, 3, 4, 5, 6, 7, 8, 9).with("w", 1, 0, 0, -1);
    java.util.function.Function<Ops, Value> x = o -> o.input("x", Type.real(Shape.rows(1, 3, 3)));
    java.util.function.Function<Ops, Value> w = o -> o.input("w", Type.real(Shape.of(1, 1, 2, 2)));
    assertThat(tried.of(o -> o.conv2d(x.apply(o), w.apply(o), Window.square(2, 1, 0))))
        .containsExactly(-4, -4, -4, -4);
    assertThat(tried.of(o -> o.conv2d(x.apply(o), w.apply(o), Window.square(2, 2, 1))))
        .containsExactly(-1, -3, -7, -4);
    assertThat(
            tried.of(o -> o.convTranspose2d(x.apply(o), w.apply(o), Window.square(2, 1, 0), 4, 4)))
        .containsExactly(1, 2, 3, 0, 4, 4, 4, -3, 7, 4, 4, -6, 0, -7, -8, -9);
    Window odd = new Window(2, 2, 2, 2, 0, 0, 1, 1);
    assertThat(tried.of(o -> o.maxPool(x.apply(o), odd).switches())).containsExactly(4, 5, 7, 8);
    assertThat(tried.of(o -> o.maxPool(x.apply(o), odd).values())).containsExactly(5, 6, 8, 9);
    assertThat(
            tried.of(
                o -> {
                  var p = o.maxPool(x.apply(o), odd);
                  return o.maxUnpool(p.values(), p.switches(), 3, 3);
                }))
        .containsExactly(0, 0, 0, 0, 5, 6, 0, 8, 9);
    assertThat(tried.of(o -> o.averagePool(x.apply(o), 2, 2))).containsExactly(3);
    assertThat(tried.of(o -> o.upsample(o.averagePool(x.apply(o), 3, 1), 1, 2)))
        .containsExactly(4, 4, 5, 5, 6, 6);
    Op weights = new Spatial.Conv2dWeights(Window.square(2, 1, 0));
    assertThat(
            tried.of(
                o ->
                    o.apply(
                        weights,
                        x.apply(o),
                        o.conv2d(x.apply(o), w.apply(o), Window.square(2, 1, 0)))))
        .containsExactly(-48, -64, -96, -112);
  }

  @Test
  void sparseRows() {
    Tried tried =
        Tried.rows(3)
            .shards(2)
            .sparse("x", 3, 1, 0, 2, 0, 0, 0, 0, 3, 4)
            .with("w", 1, 2, 3, 4, 5, 6);
    java.util.function.Function<Ops, Value> x =
        o -> o.input("x", new Type(Shape.rows(3), Kind.SPARSE));
    java.util.function.Function<Ops, Value> w = o -> o.input("w", Type.real(Shape.of(3, 2)));
    assertThat(tried.of(o -> o.densify(x.apply(o)))).containsExactly(1, 0, 2, 0, 0, 0, 0, 3, 4);
    assertThat(tried.of(o -> o.columns(x.apply(o)))).containsExactly(0, 2, 1, 2);
    assertThat(tried.of(o -> o.csrMatMul(x.apply(o), w.apply(o))))
        .containsExactly(11, 14, 0, 0, 29, 36);
    assertThat(tried.of(o -> o.sumNonZeros(x.apply(o), o.nonZeros(x.apply(o)))))
        .containsExactly(3, 0, 7);
    assertThat(tried.of(o -> o.expandRows(x.apply(o), o.real(o.rowIndex()))))
        .containsExactly(0, 0, 2, 2);
    assertThat(tried.of(o -> o.gatherAt(x.apply(o), o.densify(x.apply(o)))))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void updates() {
    double tiny = 1e-300;
    Tried tried =
        Tried.rows(1).with("p", 1, -2).with("m", .5, tiny).with("g", 2, -tiny).with("rate", .1);
    Shape two = Shape.of(2);
    java.util.function.BiFunction<Ops, String, Value> in =
        (o, name) -> o.input(name, Type.real(two));
    assertThat(tried.of(o -> o.apply(new Update.Moment(.9), in.apply(o, "m"), in.apply(o, "g")))[0])
        .isCloseTo(.65, within(1e-12));
    double[] squares =
        tried.of(o -> o.apply(new Update.SquareMoment(.9), in.apply(o, "m"), in.apply(o, "g")));
    assertThat(squares[0]).isCloseTo(.85, within(1e-12));
    Op adam = new Update.Adam(.9, .99, 1e-8, .01);
    double[] p =
        tried.of(
            o ->
                o.apply(
                    adam,
                    in.apply(o, "p"),
                    in.apply(o, "g"),
                    in.apply(o, "m"),
                    o.apply(new Leaf.Literal(2, Kind.STEP)),
                    o.input("rate", Type.real(Shape.scalar()))));
    double mean = 2 / (1 - .81);
    double root = Math.sqrt(.5 / (1 - .9801));
    assertThat(p[0]).isCloseTo(1 - .1 * (mean / (root + 1e-8) + .01), within(1e-12));
  }

  @Test
  void momentsTooSmallToBeNormalBecomeZero() {
    Shape one = Shape.of(1);
    for (DType type : List.of(DType.F32, DType.F64)) {
      double least = type == DType.F32 ? Float.MIN_NORMAL : Double.MIN_NORMAL;
      Tried tried = Tried.rows(1).in(type).with("m", least).with("g", 0);
      for (Op op : List.of(new Update.Moment(.5), new Update.SquareMoment(.5))) {
        assertThat(
                tried.of(
                    o -> o.apply(op, o.input("m", Type.real(one)), o.input("g", Type.real(one)))))
            .containsExactly(0);
      }
    }
  }

  private static Value rows(Ops o, String name, int width) {
    return o.input(name, Type.real(Shape.rows(width)));
  }

  private static Value index(Ops o, String name) {
    return o.input(name, Type.index(Shape.rows()));
  }
}
