package io.ae.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.graph.DType;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductsTest {
  private static final double TOLERANCE = 1e-4;

  @ParameterizedTest
  @CsvSource({
    "F64, 1, 3, 4, 5", "F64, 3, 7, 4, 5", "F32, 1, 1, 3, 2", "F32, 1, 2, 70, 300",
    "F32, 2, 5, 130, 3", "F32, 3, 7, 65, 257", "F32, 3, 2, 1, 1", "F32, 1, 0, 4, 5",
    "F32, 1, 4, 0, 5", "F32, 1, 4, 5, 0"
  })
  void productsEqualPlainSums(DType type, int shards, int rows, int depth, int width) {
    double[] x = numbers(rows * depth, 1);
    double[] w = numbers(depth * width, 2);
    double[] b = numbers(width, 3);
    double[] t = turned(w, depth, width);
    Tried tried = Tried.rows(rows).in(type).shards(shards).with("x", x).with("w", w).with("b", b);
    Type input = Type.real(Shape.rows(depth));
    Type matrix = Type.real(Shape.of(depth, width));
    Type bias = Type.real(Shape.of(width));
    check(
        tried.of(o -> o.dense(o.input("x", input), o.input("w", matrix), o.input("b", bias))),
        product(x, w, b, rows, depth, width));
    Tried turned = Tried.rows(rows).in(type).shards(shards).with("x", x).with("w", t);
    double[] product = product(x, w, new double[width], rows, depth, width);
    check(
        turned.of(
            o ->
                o.matmulTransposed(
                    o.input("x", input), o.input("w", Type.real(Shape.of(width, depth))))),
        product);
    Tried joined = Tried.rows(rows).in(type).shards(shards).with("x", x).with("y", product);
    check(
        joined.of(o -> o.contract(o.input("x", input), o.input("y", Type.real(Shape.rows(width))))),
        product(turned(x, rows, depth), product, new double[width], depth, rows, width));
  }

  private static void check(double[] found, double[] wanted) {
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i])
          .as("element " + i)
          .isCloseTo(wanted[i], within(TOLERANCE * Math.max(1, Math.abs(wanted[i]))));
    }
  }

  private static double[] product(double[] x, double[] w, double[] b, int m, int k, int n) {
    double[] y = new double[m * n];
    for (int i = 0; i < m * n; i++) {
      y[i] = b[i % n];
      for (int p = 0; p < k; p++) {
        y[i] += x[i / n * k + p] * w[p * n + i % n];
      }
    }
    return y;
  }

  private static double[] turned(double[] x, int rows, int columns) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i % columns * rows + i / columns] = x[i];
    }
    return y;
  }

  private static double[] numbers(int n, long seed) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }
}
