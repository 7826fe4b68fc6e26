package io.ae.cpu;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Window;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every way in which a convolution is computed, against {@code java} in double precision. */
class ConvolutionTest {
  private record Case(String name, int channels, int y, int x, int outputs, Window window) {
    Value planes(Ops o) {
      return Formula.rows(o, "x", channels, y, x);
    }

    Value weights(Ops o) {
      return o.input("w", Type.real(Shape.of(outputs, channels, window.y(), window.x())));
    }

    Value positions(Ops o) {
      return Formula.rows(o, "p", outputs, window.positionsY(y), window.positionsX(x));
    }
  }

  private static List<Case> cases() {
    return List.of(
        new Case("one channel to sixteen", 1, 12, 10, 16, Window.square(3, 1, 1)),
        new Case("one channel to eight, strided", 1, 12, 10, 8, Window.square(3, 2, 1)),
        new Case("few channels, strided", 3, 12, 10, 32, Window.square(4, 2, 1)),
        new Case("sixteen channels to eight", 16, 7, 9, 8, Window.square(3, 1, 1)),
        new Case("many channels, strided", 16, 10, 8, 32, Window.square(4, 2, 1)),
        new Case("many channels", 20, 7, 6, 17, Window.square(3, 1, 1)),
        new Case("uneven padding", 16, 9, 10, 16, new Window(3, 4, 2, 2, 0, 1, 2, 0)),
        new Case("a window of no whole strides", 16, 11, 13, 16, Window.square(5, 3, 2)),
        new Case("strides of two sizes", 16, 9, 10, 16, new Window(3, 3, 2, 1, 1, 1, 1, 1)),
        new Case("strides beyond the window", 16, 9, 10, 16, Window.square(2, 3, 0)),
        new Case(
            "few channels, strides of two sizes", 3, 9, 10, 8, new Window(4, 3, 3, 2, 1, 0, 0, 1)),
        new Case("a pixel of a stride each", 32, 16, 16, 16, Window.square(4, 2, 1)),
        new Case("a pixel each, wide strides", 32, 24, 24, 8, Window.square(5, 3, 2)),
        new Case("a pixel each of a row", 32, 16, 8, 8, new Window(3, 4, 2, 1, 0, 1, 2, 2)),
        new Case(
            "a small window of many channels", 20, 9, 7, 40, new Window(2, 2, 1, 1, 1, 0, 0, 1)),
        new Case("few channels, no strides", 3, 17, 18, 5, Window.square(3, 1, 1)),
        new Case("one place", 16, 4, 4, 32, Window.square(4, 1, 0)));
  }

  @TestFactory
  Stream<DynamicTest> agreesWithJavaInDoublePrecision() {
    return cases().stream()
        .flatMap(
            c ->
                Stream.of(
                    test("forward", c, o -> o.conv2d(c.planes(o), c.weights(o), c.window)),
                    test(
                        "transposed",
                        c,
                        o -> o.convTranspose2d(c.positions(o), c.weights(o), c.window, c.y, c.x)),
                    test("gradient by planes", c, o -> gradient(o, c, 0)),
                    test("gradient by weights", c, o -> gradient(o, c, 1))));
  }

  private static Value gradient(Ops o, Case c, int by) {
    List<Value> operands = List.of(c.planes(o), c.weights(o));
    Value y = o.conv2d(operands.get(0), operands.get(1), c.window);
    Value loss = o.sumAll(o.mul(o.square(y), c.positions(o)));
    return o.gradient(loss, operands).get(by);
  }

  private static DynamicTest test(String what, Case c, Formula.Body body) {
    return DynamicTest.dynamicTest(
        what + ", " + c.name,
        () -> {
          LargeShapesTest.agree(1, body);
          LargeShapesTest.agree(3, body);
        });
  }
}
