package io.ae.cpu.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every instruction does what Java does, bit by bit, for whatever number and at every length. */
class WrittenLoopsTest {
  private static final float[] NUMBERS = {
    0f,
    -0f,
    1f,
    -1f,
    .3f,
    -7.25f,
    1e30f,
    -1e30f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  private static final int PAIRS = NUMBERS.length * NUMBERS.length;

  private static float java(Code code, float a, float b) {
    return switch (code) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case NEG -> -a;
      case ABS -> Math.abs(a);
      case SQRT -> (float) Math.sqrt(a);
    };
  }

  @TestFactory
  Stream<DynamicTest> instructions() {
    return Stream.of(Code.values())
        .map(code -> DynamicTest.dynamicTest(code.name(), () -> agrees(code)));
  }

  private static void agrees(Code code) {
    float[] a = new float[PAIRS];
    float[] b = new float[PAIRS];
    float[] wanted = new float[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      a[i] = NUMBERS[i / NUMBERS.length];
      b[i] = NUMBERS[i % NUMBERS.length];
      wanted[i] = java(code, a[i], b[i]);
    }
    LoopBuilder builder = new LoopBuilder();
    Operand x = builder.read(a);
    float[] y = new float[PAIRS];
    Operand result =
        code.operands() == 1 ? builder.apply(code, x) : builder.apply(code, x, builder.read(b));
    builder.write(result, y);
    run(builder, PAIRS);
    assertThat(y).containsExactly(wanted);
  }

  @Test
  void everyLength() {
    for (int n = 0; n < 70; n++) {
      float[] a = new float[80];
      float[] y = new float[80];
      java.util.Arrays.fill(a, 2);
      LoopBuilder builder = new LoopBuilder();
      builder.write(builder.apply(Code.MUL, builder.read(a), builder.scalar(1.5)), y);
      run(builder, n);
      for (int i = 0; i < y.length; i++) {
        assertThat(y[i]).as("element %d of %d", i, n).isEqualTo(i < n ? 3f : 0f);
      }
    }
  }

  @Test
  void aTileThatIsReadAndWrittenIsReadFirst() {
    float[] a = {1, 2, 3};
    float[] b = {10, 20, 30};
    LoopBuilder builder = new LoopBuilder();
    Operand x = builder.read(a);
    Operand y = builder.read(b);
    Operand sum = builder.apply(Code.ADD, x, y);
    Operand difference = builder.apply(Code.SUB, x, y);
    builder.write(sum, a);
    builder.write(difference, b);
    run(builder, 3);
    assertThat(a).containsExactly(11, 22, 33);
    assertThat(b).containsExactly(-9, -18, -27);
  }

  @Test
  void aRunMayChangeScalars() {
    float[] a = {1, 2};
    LoopBuilder builder = new LoopBuilder();
    Operand half = builder.apply(Code.MUL, new Operand.Constant(.5f), builder.scalar(4));
    builder.write(builder.apply(Code.ADD, builder.read(a), half), a);
    float[] scalars = builder.scalars();
    Loop loop = WrittenLoops.of(builder.program());
    loop.run(builder.tiles(), scalars, 2);
    assertThat(a).containsExactly(3, 4);
    scalars[0] = -2;
    loop.run(builder.tiles(), scalars, 2);
    assertThat(a).containsExactly(2, 3);
  }

  @Test
  void equalProgramsAreOneClass() {
    assertThat(WrittenLoops.of(doubled(new float[4])))
        .isSameAs(WrittenLoops.of(doubled(new float[9])));
  }

  private static Program doubled(float[] tile) {
    LoopBuilder builder = new LoopBuilder();
    Operand x = builder.read(tile);
    builder.write(builder.apply(Code.ADD, x, x), tile);
    return builder.program();
  }

  static void run(LoopBuilder builder, int n) {
    WrittenLoops.of(builder.program()).run(builder.tiles(), builder.scalars(), n);
  }
}
