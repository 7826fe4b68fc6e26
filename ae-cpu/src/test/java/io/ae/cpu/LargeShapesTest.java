package io.ae.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.graph.DType;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Window;
import io.ae.core.backend.JavaBackendProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values of many tiles, blocks and shards; the conformance kit tries small ones. */
class LargeShapesTest {
  private static final int ROWS = 53;

  private final Map<String, Formula.Body> formulas = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> agreesWithJavaInDoublePrecision() {
    chains();
    reductions();
    products();
    planes();
    moves();
    return formulas.entrySet().stream()
        .flatMap(
            f ->
                Stream.of(1, 3)
                    .map(
                        threads ->
                            DynamicTest.dynamicTest(
                                f.getKey() + ", shards " + threads,
                                () -> agree(threads, f.getValue()))));
  }

  static void agree(int threads, Formula.Body body) {
    double[] wanted = Formula.run(new JavaBackendProvider(), 1, DType.F64, ROWS, body);
    double[] found = Formula.run(new OneDnnProvider(), threads, DType.F32, ROWS, body);
    assertThat(found).hasSameSizeAs(wanted);
    double scale = 1e-3;
    for (double w : wanted) {
      scale = Math.max(scale, Math.abs(w));
    }
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i]).as("element %d", i).isCloseTo(wanted[i], within(2e-5 * scale));
    }
  }

  private void chains() {
    formulas.put(
        "a chain over tiles",
        o -> o.tanh(o.add(o.mul(Formula.rows(o, "x", 401), 3), o.exp(Formula.rows(o, "z", 401)))));
    formulas.put(
        "one value a row spread over tiles",
        o ->
            o.mul(
                Formula.rows(o, "x", 301),
                o.column(o.sumFeatures(o.square(Formula.rows(o, "x", 301))))));
    formulas.put(
        "one value a channel spread over planes",
        o ->
            o.add(
                Formula.rows(o, "x", 3, 11, 13), o.channels(o.input("c", Type.real(Shape.of(3))))));
    formulas.put("softmax", o -> o.softmax(o.mul(Formula.rows(o, "x", 301), 20)));
    formulas.put(
        "a value computed once, of many tiles",
        o -> o.sumAll(o.square(o.sigmoid(o.input("w", Type.real(Shape.of(211, 97)))))));
    formulas.put("normal numbers", o -> o.normal("noise", Shape.rows(4099)));
  }

  private void reductions() {
    formulas.put("sum over rows of long runs", o -> o.sumRows(Formula.rows(o, "x", 5003)));
    formulas.put("sum over rows of short runs", o -> o.sumRows(Formula.rows(o, "x", 7)));
    formulas.put("sum of everything", o -> o.sumAll(Formula.rows(o, "x", 5003)));
    formulas.put("sum of features", o -> o.sumFeatures(Formula.rows(o, "x", 5003)));
    formulas.put("largest over rows", o -> o.maxTo(Formula.rows(o, "x", 333), Shape.of(333)));
    formulas.put("largest of features", o -> o.maxLast(Formula.rows(o, "x", 31)));
    formulas.put("sum a channel", o -> o.sumTo(Formula.rows(o, "x", 6, 12, 14), Shape.of(6, 1, 1)));
    formulas.put(
        "sum a channel of tiny planes",
        o -> o.sumTo(Formula.rows(o, "x", 6, 2, 3), Shape.of(6, 1, 1)));
    formulas.put(
        "mean and spread of the batch",
        o -> {
          Value x = Formula.rows(o, "x", 77);
          Value centred = o.sub(x, o.meanRows(x));
          return o.div(centred, o.sqrt(o.add(o.meanRows(o.square(centred)), 1e-5)));
        });
  }

  private void products() {
    formulas.put(
        "dense",
        o ->
            o.dense(
                Formula.rows(o, "x", 311),
                o.input("w", Type.real(Shape.of(311, 203))),
                o.input("b", Type.real(Shape.of(203)))));
    formulas.put("contract", o -> o.contract(Formula.rows(o, "x", 211), Formula.rows(o, "z", 97)));
    formulas.put(
        "all rows with all rows",
        o -> {
          Value x = Formula.rows(o, "x", 23);
          return o.sumLast(o.exp(o.matmulTransposed(x, o.allRows(x))));
        });
    formulas.put(
        "gradient through all rows",
        o -> {
          Value x = Formula.rows(o, "x", 23);
          Value all = o.sumAll(o.square(o.matmulTransposed(x, o.allRows(x))));
          return o.gradient(all, List.of(x)).get(0);
        });
  }

  private void planes() {
    Window window = new Window(3, 3, 2, 1, 1, 0, 1, 2);
    formulas.put("convolution", o -> convolved(o, window));
    formulas.put(
        "gradients of a convolution",
        o -> {
          Value x = Formula.rows(o, "x", 4, 9, 10);
          Value w = o.input("w", Type.real(Shape.of(6, 4, 3, 3)));
          Value loss = o.sumAll(o.square(o.conv2d(x, w, window)));
          List<Value> g = o.gradient(loss, List.of(x, w));
          return o.add(o.sumTo(g.get(0), Shape.of(4, 1, 1)), o.sumAll(o.square(g.get(1))));
        });
    formulas.put(
        "pooling and back",
        o -> {
          Value x = Formula.rows(o, "x", 5, 12, 13);
          var pooled = o.maxPool(x, Window.tiles(2));
          return o.maxUnpool(pooled.values(), pooled.switches(), 12, 13);
        });
    formulas.put(
        "means of tiles, enlarged",
        o -> o.upsample(o.averagePool(Formula.rows(o, "x", 5, 12, 13), 3, 2), 2, 3));
  }

  private static Value convolved(Ops o, Window window) {
    return o.conv2d(
        Formula.rows(o, "x", 4, 9, 10), o.input("w", Type.real(Shape.of(6, 4, 3, 3))), window);
  }

  private void moves() {
    formulas.put(
        "slices put together",
        o -> {
          Value x = Formula.rows(o, "x", 17, 31);
          return o.concat(2, List.of(o.slice(x, 2, 20, 31), o.slice(x, 2, 0, 7)));
        });
    formulas.put(
        "axes exchanged", o -> o.permute(Formula.rows(o, "x", 17, 5, 31), List.of(0, 3, 1, 2)));
    formulas.put(
        "a matrix transposed",
        o -> o.mul(o.transpose(o.input("w", Type.real(Shape.of(131, 77)))), 2));
    formulas.put("padding", o -> o.pad(Formula.rows(o, "x", 17, 31), 1, 2, 3));
    formulas.put(
        "picked by index, and summed by index",
        o -> {
          Value at = o.input("at", Type.index(Shape.rows()));
          Value table = o.input("t", Type.real(Shape.of(5, 301)));
          return o.scatterAdd(o.square(o.gather(table, at)), at, 5);
        });
    formulas.put("the five largest", o -> o.topKMask(Formula.rows(o, "x", 301), 5));
  }
}
