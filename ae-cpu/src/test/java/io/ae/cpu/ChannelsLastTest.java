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

/** What lies with its channels last beside what does not, against {@code java}. */
class ChannelsLastTest {
  private static final Window WINDOW = Window.square(3, 1, 1);
  private static final int CHANNELS = 5;

  private final Map<String, Formula.Body> formulas = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> agreesWithJavaInDoublePrecision() {
    formulas.put("planes as features", o -> o.flatten(planes(o, 6, 7)));
    formulas.put("features as planes", o -> convolved(o, o.reshape(features(o), rows(6, 7))));
    formulas.put("a plane's place is a channel's number", o -> planes(o, CHANNELS, CHANNELS));
    formulas.put("one place", o -> o.relu(planes(o, 1, 1)));
    formulas.put(
        "a bias a channel and activation",
        o -> o.relu(o.add(planes(o, 6, 7), o.channels(o.input("c", real(CHANNELS))))));
    formulas.put(
        "a bias a place and channel",
        o -> o.add(planes(o, 6, 7), o.input("p", real(CHANNELS, 6, 7))));
    formulas.put(
        "a bias a row of a channel",
        o -> o.add(planes(o, 6, 7), o.input("p", real(CHANNELS, 6, 1))));
    formulas.put("a bias a column", o -> o.mul(planes(o, 6, 7), o.input("p", real(7))));
    formulas.put("beside planes in the graph's order", ChannelsLastTest::mixed);
    formulas.put("noise on planes", o -> o.add(planes(o, 6, 7), o.normal("noise", rows(6, 7))));
    formulas.put("sums a channel", o -> o.sumTo(planes(o, 6, 7), Shape.of(CHANNELS, 1, 1)));
    formulas.put(
        "sums a row of a channel", o -> o.sumTo(planes(o, 6, 7), Shape.of(CHANNELS, 6, 1)));
    formulas.put("sums a place", o -> o.sumTo(planes(o, 6, 7), Shape.of(6, 7)));
    formulas.put("largest a channel", o -> o.maxTo(planes(o, 6, 7), Shape.of(CHANNELS, 1, 1)));
    formulas.put("sum of everything", o -> o.sumAll(planes(o, 6, 7)));
    formulas.put("a convolution without rows", ChannelsLastTest::withoutRows);
    formulas.put("pooled and enlarged", ChannelsLastTest::enlarged);
    formulas.put("gradients through all of it", ChannelsLastTest::gradients);
    return formulas.entrySet().stream()
        .flatMap(
            f ->
                Stream.of(1, 3)
                    .map(
                        threads ->
                            DynamicTest.dynamicTest(
                                f.getKey() + ", shards " + threads,
                                () -> LargeShapesTest.agree(threads, f.getValue()))));
  }

  private static Shape rows(int y, int x) {
    return Shape.rows(CHANNELS, y, x);
  }

  private static Type real(int... dims) {
    return Type.real(Shape.of(dims));
  }

  private static Value features(Ops o) {
    return o.square(Formula.rows(o, "f", CHANNELS * 6 * 7));
  }

  private static Value convolved(Ops o, Value x) {
    return o.conv2d(x, o.input("w", real(CHANNELS, CHANNELS, 3, 3)), WINDOW);
  }

  private static Value planes(Ops o, int y, int x) {
    return convolved(o, Formula.rows(o, "x", CHANNELS, y, x));
  }

  private static Value mixed(Ops o) {
    Value x = Formula.rows(o, "x", CHANNELS, 6, 7);
    Value y = convolved(o, x);
    return o.concat(1, List.of(o.sub(y, x), o.mul(o.sigmoid(y), o.square(x))));
  }

  private static Value withoutRows(Ops o) {
    return o.relu(convolved(o, o.square(o.input("x", real(CHANNELS, 6, 7)))));
  }

  private static Value enlarged(Ops o) {
    var pooled = o.maxPool(o.relu(planes(o, 6, 8)), Window.tiles(2));
    return convolved(o, o.upsample(pooled.values(), 2, 2));
  }

  private static Value gradients(Ops o) {
    Value c = o.input("c", real(CHANNELS));
    Value x = Formula.rows(o, "x", CHANNELS, 6, 8);
    Value h = o.relu(o.add(convolved(o, x), o.channels(c)));
    Value loss = o.sumAll(o.square(convolved(o, o.maxPool(h, Window.tiles(2)).values())));
    List<Value> g = o.gradient(loss, List.of(x, c));
    return o.add(g.get(0), o.channels(g.get(1)));
  }
}
