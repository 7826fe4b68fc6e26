package io.ae.examples;

import io.ae.core.Fit;
import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import io.ae.examples.report.Figure;
import io.ae.examples.report.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Autoencoders small enough to read: four one-hot vectors through two units (the encoder problem of
 * Ackley, Hinton, Sejnowski, "A learning algorithm for Boltzmann machines", Cognitive Science
 * 1985), and the ten digits of a seven-segment display through four. The codes are printed.
 */
public final class Toys {
  /**
   * Segments a to g of 0 to 9: top, right upper and lower, bottom, left lower and upper, middle.
   */
  private static final List<String> SEGMENTS =
      List.of(
          "1111110", "0110000", "1101101", "1111001", "0110011", "1011011", "1011111", "1110000",
          "1111111", "1111011");

  /** Pixels of a display. */
  private static final int HEIGHT = 11;

  private static final int WIDTH = 7;

  /** Pixels of each segment: the first, the last, and the step from one to the next. */
  private static final int[][] LINES = {
    {9, 11, 1}, {19, 33, 7}, {47, 61, 7}, {65, 67, 1}, {43, 57, 7}, {15, 29, 7}, {37, 39, 1}
  };

  private Toys() {}

  /**
   * One row on its way.
   *
   * @param toy which of the two it belongs to
   * @param row bits
   * @param code what the encoder made of it
   * @param back what the decoder made of that, in [0, 1]
   */
  public record Way(String toy, String row, List<Float> code, List<Float> back) {
    /** Returns the bits that came back. */
    public String bits() {
      return back.stream().map(v -> v < .5 ? "0" : "1").collect(Collectors.joining());
    }
  }

  /**
   * Every row's way.
   *
   * @param ways of the one-hot vectors, then of the digits
   */
  public record Result(List<Way> ways) implements Finding {
    /** Returns how many rows came back bit by bit. */
    public long right() {
      return ways.stream().filter(way -> way.bits().equals(way.row())).count();
    }

    @Override
    public Table table() {
      Table table = new Table();
      table.column("toy", "%s").column("row", "%s").column("code", "%s").column("back", "%s");
      for (Way way : ways) {
        String code =
            way.code().stream()
                .map(unit -> String.format(Locale.ROOT, "%.2f", unit))
                .collect(Collectors.joining(" "));
        table.row(way.toy(), way.row(), code, way.bits());
      }
      return table;
    }

    @Override
    public Figure figure() {
      List<Way> vectors = ways.stream().filter(way -> way.row().length() == 4).toList();
      List<Way> digits = ways.stream().filter(way -> way.row().length() == 7).toList();
      return new Figure()
          .height(88)
          .strip("Four vectors", vectors.stream().map(way -> blocks(bits(way.row()))).toList())
          .strip(
              "Their codes of two units", vectors.stream().map(way -> blocks(way.code())).toList())
          .strip("Decoded", vectors.stream().map(way -> blocks(way.back())).toList())
          .strip("Ten digits", digits.stream().map(way -> display(bits(way.row()))).toList())
          .strip(
              "Their codes of four units", digits.stream().map(way -> blocks(way.code())).toList())
          .strip("Decoded", digits.stream().map(way -> display(way.back())).toList());
    }
  }

  /**
   * Trains both toys.
   *
   * @param lab where
   */
  public static Result run(Lab lab) {
    List<Way> ways = new ArrayList<>();
    List<String> vectors = List.of("1000", "0100", "0010", "0001");
    ways.addAll(through(lab, "4-2-4", vectors, 2));
    ways.addAll(through(lab, "7-4-7", SEGMENTS, 4));
    return new Result(List.copyOf(ways));
  }

  private static List<Way> through(Lab lab, String toy, List<String> rows, int units) {
    float[][] values = new float[rows.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = array(bits(rows.get(i)));
    }
    Fit fit =
        lab.model("dense")
            .set("hidden", List.of())
            .set("code", units)
            .set("codeActivation", Activation.SIGMOID)
            .set("output", Activation.SIGMOID)
            .set("loss", ReconstructionError.SQUARED_ERROR)
            .train("batch", values.length)
            .train("rate", .2)
            .train("schedule.name", "constant")
            .epochs(300)
            .backend("java") // some rows are not worth a native library
            .threads(1)
            .fit(values);
    try (var model = fit.model()) {
      float[][] back = model.reconstruct(values).rows();
      return IntStream.range(0, values.length)
          .mapToObj(i -> new Way(toy, rows.get(i), list(model.encode(values[i])), list(back[i])))
          .toList();
    }
  }

  private static List<Float> bits(String text) {
    return text.chars().mapToObj(c -> c == '1' ? 1f : 0f).toList();
  }

  private static List<Float> list(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  /** Values below one another, as blocks on grey. */
  private static Picture blocks(List<Float> values) {
    float[] pixels = new float[HEIGHT * WIDTH];
    Arrays.fill(pixels, .4f);
    int block = (HEIGHT + 1) / values.size();
    for (int i = 0; i < values.size(); i++) {
      for (int y = i * block; y < (i + 1) * block - 1; y++) {
        Arrays.fill(pixels, y * WIDTH + 1, (y + 1) * WIDTH - 1, values.get(i));
      }
    }
    return Picture.of(1, HEIGHT, WIDTH, pixels);
  }

  private static Picture display(List<Float> values) {
    float[] pixels = new float[HEIGHT * WIDTH];
    for (int s = 0; s < LINES.length; s++) {
      for (int at = LINES[s][0]; at <= LINES[s][1]; at += LINES[s][2]) {
        pixels[at] = values.get(s);
      }
    }
    return Picture.of(1, HEIGHT, WIDTH, pixels);
  }
}
