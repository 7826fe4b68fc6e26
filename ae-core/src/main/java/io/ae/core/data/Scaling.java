package io.ae.core.data;

import io.ae.api.data.ColumnKind;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A linear map of each column, learnt on training rows: scaled = (x − shift) · factor. Binary and
 * categorical columns stay as they are. Rows that were not learnt from may leave the learnt range;
 * they are not clipped, for that is what makes them strange.
 *
 * @param kind how it was learnt
 * @param shift subtracted from each column, {@code [D]}; empty for {@link Kind#NONE}
 * @param factor multiplied afterwards, {@code [D]}, never 0; empty for {@link Kind#NONE}
 */
public record Scaling(Kind kind, double[] shift, double[] factor) {
  /** What the learnt rows look like once scaled. */
  public enum Kind {
    /** As they are. */
    NONE,
    /** Each column in [0, 1]; a constant column becomes 0. */
    MIN_MAX,
    /** Each column with mean 0 and standard deviation 1; a constant column becomes 0. */
    STANDARD
  }

  public Scaling {
    if (shift.length != factor.length || (kind == Kind.NONE) != (shift.length == 0)) {
      throw new IllegalArgumentException(
          kind + " with " + shift.length + " shifts and " + factor.length + " factors");
    }
    for (int i = 0; i < factor.length; i++) {
      if (!Double.isFinite(shift[i]) || !Double.isFinite(factor[i]) || factor[i] == 0) {
        throw new IllegalArgumentException(
            "column " + i + ": shift " + shift[i] + ", factor " + factor[i]);
      }
    }
  }

  /** Returns the scaling that changes nothing. */
  public static Scaling none() {
    return new Scaling(Kind.NONE, new double[0], new double[0]);
  }

  /** Learns from every row of a source, reading it once. */
  public static Scaling learn(Kind kind, Source train) {
    if (kind == Kind.NONE) {
      return none();
    }
    DataSpec spec = train.spec();
    Moments moments = new Moments(spec.features());
    float[] row = new float[spec.features()];
    try (Cursor cursor = train.open()) {
      while (cursor.next()) {
        cursor.values(row, 0);
        moments.add(row);
      }
    }
    double[] shift = new double[row.length];
    double[] factor = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      double spread = kind == Kind.MIN_MAX ? moments.range(j) : moments.deviation(j);
      boolean numeric =
          spec.columns().isEmpty() || spec.columns().get(j).kind() == ColumnKind.NUMERIC;
      shift[j] = !numeric ? 0 : kind == Kind.MIN_MAX ? moments.low(j) : moments.mean(j);
      factor[j] = numeric && spread > 0 && Double.isFinite(1 / spread) ? 1 / spread : 1;
    }
    return new Scaling(kind, shift, factor);
  }

  /**
   * Scales rows in place.
   *
   * @param values row-major, {@code [rows, D]}
   */
  public void apply(float[] values, int rows) {
    for (int i = 0, at = 0; i < rows && kind != Kind.NONE; i++) {
      for (int j = 0; j < shift.length; j++, at++) {
        values[at] = (float) ((values[at] - shift[j]) * factor[j]);
      }
    }
  }

  /**
   * Gives rows their own units back, in place.
   *
   * @param values row-major, {@code [rows, D]}
   */
  public void undo(float[] values, int rows) {
    for (int i = 0, at = 0; i < rows && kind != Kind.NONE; i++) {
      for (int j = 0; j < shift.length; j++, at++) {
        values[at] = (float) (values[at] / factor[j] + shift[j]);
      }
    }
  }

  /**
   * Returns what rows look like once scaled; a known range becomes one in which every scaled value
   * lies.
   */
  public DataSpec scaled(DataSpec spec) {
    if (kind == Kind.NONE) {
      return spec;
    }
    if (spec.features() != shift.length) {
      throw new IllegalArgumentException(
          "a scaling of " + shift.length + " columns for rows of " + spec.features());
    }
    boolean unit = kind == Kind.MIN_MAX;
    boolean zerosStay = Arrays.stream(shift).allMatch(s -> s == 0);
    return new DataSpec(
        spec.row(),
        spec.columns(),
        unit ? 0 : scaledBounds(spec.low()).min().orElse(spec.low()),
        unit ? 1 : scaledBounds(spec.high()).max().orElse(spec.high()),
        zerosStay ? spec.density() : 1,
        spec.classes(),
        spec.classNames());
  }

  private DoubleStream scaledBounds(double bound) {
    return IntStream.range(0, shift.length).mapToDouble(j -> (bound - shift[j]) * factor[j]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scaling s
        && kind == s.kind
        && Arrays.equals(shift, s.shift)
        && Arrays.equals(factor, s.factor);
  }

  @Override
  public int hashCode() {
    return kind.hashCode() * 31 + Arrays.hashCode(factor) + Arrays.hashCode(shift);
  }

  @Override
  public String toString() {
    return "Scaling[" + kind + ", " + shift.length + " columns]";
  }
}
