package io.ae.cpu.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import org.junit.jupiter.api.Test;

/** The formulas of ops against the same in Java; the conformance kit compares whole programs. */
class FormulasTest {
  private static final float[] A = {0, 1, -2, .25f, 40, Float.NaN, Float.POSITIVE_INFINITY};
  private static final float[] B = {3, -1, 4, .5f, 1e-20f, 2, 1};

  private static float[] of(Unary op) {
    LoopBuilder builder = new LoopBuilder();
    float[] y = new float[A.length];
    builder.write(Formulas.unary(builder, op, builder.read(A.clone())), y);
    WrittenLoopsTest.run(builder, y.length);
    return y;
  }

  private static float[] of(Binary op, float[] a, float[] b) {
    LoopBuilder builder = new LoopBuilder();
    float[] y = new float[a.length];
    builder.write(Formulas.binary(builder, op, builder.read(a), builder.read(b)), y);
    WrittenLoopsTest.run(builder, y.length);
    return y;
  }

  @Test
  void functionsOfOneElement() {
    float[] square = of(Unary.SQUARE);
    float[] reciprocal = of(Unary.RECIPROCAL);
    float[] relu = of(Unary.RELU);
    for (int i = 0; i < A.length; i++) {
      assertThat(square[i]).isEqualTo(Float.valueOf(A[i] * A[i]));
      assertThat(reciprocal[i]).isEqualTo(Float.valueOf(1f / A[i]));
      assertThat(relu[i]).isEqualTo(Float.valueOf(Math.max(A[i], 0f)));
    }
  }

  @Test
  void gradients() {
    float[] sigmoid = of(Binary.SIGMOID_GRADIENT, A, B);
    float[] tanh = of(Binary.TANH_GRADIENT, A, B);
    for (int i = 0; i < A.length; i++) {
      assertThat(sigmoid[i]).isEqualTo(Float.valueOf(B[i] * A[i] * (1f - A[i])));
      assertThat(tanh[i]).isEqualTo(Float.valueOf(B[i] * (1f - A[i] * A[i])));
    }
  }

  @Test
  void theGradientOfReluPassesWhereTheActivationIsAboveZero() {
    float[] y = {0, -0f, 1, Float.MIN_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY, 2, 2, 0, -3};
    float inf = Float.POSITIVE_INFINITY;
    float[] g = {5, -5, -5, 1e-30f, Float.MIN_VALUE, -inf, inf, Float.NaN, inf, 7};
    float[] found = of(Binary.RELU_GRADIENT, y, g);
    for (int i = 0; i < y.length; i++) {
      float wanted = y[i] > 0 ? g[i] : 0;
      // −0 is as good as 0.
      assertThat(found[i] + 0f).as("%s at %s", g[i], y[i]).isEqualTo(Float.valueOf(wanted));
    }
  }

  @Test
  void momentsBelowTheSmallestNormalNumberBecomeZero() {
    float[] m = {Float.MIN_NORMAL, -Float.MIN_NORMAL, 1, 1e-15f, Float.NaN};
    float[] none = new float[m.length];
    float[] y = new float[m.length];
    LoopBuilder builder = new LoopBuilder();
    Operand moment =
        Formulas.moment(builder, new Update.Moment(.5), builder.read(m), builder.read(none));
    builder.write(moment, y);
    WrittenLoopsTest.run(builder, m.length);
    assertThat(y).containsExactly(0, 0, .5f, .5e-15f, Float.NaN);
  }

  @Test
  void aMomentThatNothingMovesComesToRestWhereNoProductWithARateIsDenormal() {
    float[] m = {1e-3f};
    float[] none = new float[1];
    LoopBuilder builder = new LoopBuilder();
    Operand old = builder.read(m);
    builder.write(Formulas.moment(builder, new Update.Moment(.9), old, builder.read(none)), m);
    for (int step = 0; step < 2000; step++) {
      WrittenLoopsTest.run(builder, 1);
      float moved = m[0] * 1e-6f;
      assertThat(moved).as("step %d", step).matches(v -> v == 0 || v >= Float.MIN_NORMAL);
    }
    assertThat(m[0]).isLessThan(1e-29f);
  }

  @Test
  void lengthsAreThoseOfTheFormulas() {
    for (Binary op : Binary.values()) {
      if (Formulas.has(op)) {
        LoopBuilder l = new LoopBuilder();
        Formulas.binary(l, op, l.scalar(1), l.scalar(2));
        assertThat(Formulas.length(op)).as(op.id()).isEqualTo(l.program().body().size());
      }
    }
    for (double decay : new double[] {0, .1}) {
      LoopBuilder l = new LoopBuilder();
      Operand.Scalar x = l.scalar(1);
      Update.Moment moment = new Update.Moment(.9);
      Update.SquareMoment square = new Update.SquareMoment(.99);
      Update.Adam adam = new Update.Adam(.9, .99, 1e-8, decay);
      Formulas.moment(l, moment, x, x);
      Formulas.squareMoment(l, square, x, x);
      Formulas.adam(l, adam, new Formulas.AdamScalars(x, x, x), x, x, x);
      assertThat(Formulas.length(moment) + Formulas.length(square) + Formulas.length(adam))
          .isEqualTo(l.program().body().size());
    }
  }

  @Test
  void adamWithDecay() {
    float[] p = {1, -2};
    float[] m = {.5f, .25f};
    float[] v = {4, 0};
    LoopBuilder l = new LoopBuilder();
    Formulas.AdamScalars scalars =
        new Formulas.AdamScalars(l.scalar(.1), l.scalar(2), l.scalar(.01));
    Update.Adam op = new Update.Adam(.9, .999, 1, .1);
    l.write(Formulas.adam(l, op, scalars, l.read(p), l.read(m), l.read(v)), p);
    WrittenLoopsTest.run(l, 2);
    assertThat(p[0]).isEqualTo(1f - .1f * .5f / (2f * 2f + 1f) - .01f * 1f);
    assertThat(p[1]).isEqualTo(-2f - .1f * .25f / 1f - .01f * -2f);
  }
}
