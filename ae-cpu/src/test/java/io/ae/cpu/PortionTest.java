package io.ae.cpu;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rows that go through convolutions and what stands between them in portions, the last one smaller:
 * what is summed over all of them, and what is read before, behind and beside them, against {@code
 * java}.
 */
class PortionTest {
  private static final int CHANNELS = 16;
  private static final int SIDE = 12;
  private static final Window SAME = Window.square(3, 1, 1);
  private static final Window HALVES = Window.square(4, 2, 1);

  private final Map<String, Formula.Body> formulas = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> agreesWithJavaInDoublePrecision() {
    formulas.put("gradients by weights and biases", PortionTest::gradients);
    formulas.put("gradients by weights of few channels", PortionTest::fewChannels);
    formulas.put("gradients by weights of an odd window", PortionTest::odd);
    formulas.put("sum of everything", o -> o.sumAll(o.square(planes(o, rows(o)))));
    formulas.put("largest a channel", o -> o.maxTo(planes(o, rows(o)), Shape.of(CHANNELS, 1, 1)));
    formulas.put("largest a place", o -> o.maxTo(planes(o, rows(o)), Shape.of(SIDE, SIDE)));
    formulas.put("a row's share of its sum", PortionTest::shares);
    formulas.put("read again behind a barrier", PortionTest::normalised);
    formulas.put("a dense layer between", PortionTest::dense);
    formulas.put("all rows with all rows", PortionTest::allRows);
    formulas.put("noise", o -> planes(o, o.add(rows(o), o.normal("n", shape()))));
    formulas.put("dropout", o -> planes(o, o.dropout("d", planes(o, rows(o)), .25)));
    formulas.put("pooled and put back", PortionTest::pooled);
    return formulas.entrySet().stream()
        .flatMap(
            f ->
                Stream.of(1, 2, 3)
                    .map(
                        threads ->
                            DynamicTest.dynamicTest(
                                f.getKey() + ", shards " + threads,
                                () -> LargeShapesTest.agree(threads, f.getValue()))));
  }

  private static Shape shape() {
    return Shape.rows(CHANNELS, SIDE, SIDE);
  }

  private static Value rows(Ops o) {
    return Formula.rows(o, "x", CHANNELS, SIDE, SIDE);
  }

  private static Value weights(Ops o, int... dims) {
    return o.input("w" + dims[0] + "-" + dims[1], Type.real(Shape.of(dims)));
  }

  /** A convolution and what follows it. */
  private static Value planes(Ops o, Value x) {
    Value bias = o.input("c", Type.real(Shape.of(CHANNELS)));
    Value sums = o.conv2d(x, weights(o, CHANNELS, CHANNELS, 3, 3), SAME);
    return o.relu(o.add(sums, o.channels(bias)));
  }

  private static Value gradients(Ops o) {
    Value w = weights(o, CHANNELS, CHANNELS, 3, 3);
    Value c = o.input("c", Type.real(Shape.of(CHANNELS)));
    Value h = o.relu(o.add(o.conv2d(rows(o), w, SAME), o.channels(c)));
    Value u = weights(o, 24, CHANNELS, 4, 4);
    Value y = o.relu(o.conv2d(h, u, HALVES));
    Value back = o.convTranspose2d(y, u, HALVES, SIDE, SIDE);
    Value loss = o.sumAll(o.square(o.sub(back, rows(o))));
    List<Value> g = o.gradient(loss, List.of(w, u, c));
    Value first = o.reshape(o.sumTo(g.get(0), Shape.of(CHANNELS, 1, 1, 1)), Shape.of(CHANNELS));
    Value second = o.sumAll(g.get(1));
    return o.add(o.add(first, g.get(2)), second);
  }

  private static Value fewChannels(Ops o) {
    Value x = Formula.rows(o, "x", 3, 2 * SIDE, 2 * SIDE);
    Value w = weights(o, 32, 3, 4, 4);
    Value y = o.relu(o.conv2d(x, w, HALVES));
    Value back = o.convTranspose2d(y, w, HALVES, 2 * SIDE, 2 * SIDE);
    return o.gradient(o.sumAll(o.square(o.sub(back, x))), List.of(w)).get(0);
  }

  private static Value odd(Ops o) {
    Window window = new Window(3, 4, 2, 2, 0, 1, 2, 0);
    Value w = weights(o, 5, CHANNELS, 3, 4);
    Value loss = o.sumAll(o.square(o.relu(o.conv2d(rows(o), w, window))));
    return o.gradient(loss, List.of(w)).get(0);
  }

  private static Value shares(Ops o) {
    Value h = planes(o, rows(o));
    Value sums = o.sumTo(h, Shape.rows(1, 1, 1));
    return planes(o, o.div(h, o.add(sums, 1)));
  }

  private static Value normalised(Ops o) {
    Value h = planes(o, rows(o));
    Value means = o.mul(o.sumTo(h, Shape.of(CHANNELS, 1, 1)), 1e-4);
    return planes(o, o.sub(h, means));
  }

  private static Value dense(Ops o) {
    int features = CHANNELS * SIDE * SIDE;
    Value h = o.flatten(planes(o, rows(o)));
    Value code = o.tanh(o.matmul(h, weights(o, features, 7)));
    Value w = weights(o, 7, features);
    Value y = planes(o, o.reshape(o.matmul(code, w), shape()));
    return o.gradient(o.sumAll(o.square(y)), List.of(w)).get(0);
  }

  private static Value allRows(Ops o) {
    Value h = o.flatten(planes(o, rows(o)));
    return o.sumLast(o.tanh(o.matmulTransposed(h, o.allRows(h))));
  }

  private static Value pooled(Ops o) {
    var pooled = o.maxPool(planes(o, rows(o)), Window.tiles(2));
    Value back = o.maxUnpool(o.square(pooled.values()), pooled.switches(), SIDE, SIDE);
    return planes(o, back);
  }
}
