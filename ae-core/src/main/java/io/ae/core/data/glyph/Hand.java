package io.ae.core.data.glyph;

import io.ae.core.data.SplitMix;
import java.util.ArrayList;
import java.util.List;

/**
 * One writing of a skeleton: points displaced, the whole bent, turned, slanted and stretched, then
 * fitted into the picture as the field does (about 20 of 28 pixels high, near the middle).
 */
final class Hand {
  private static final double MIDDLE = Pen.SIZE / 2.0;

  private final SplitMix random;

  Hand(SplitMix random) {
    this.random = random;
  }

  /** Returns polylines in pixels. */
  List<double[]> write(List<Stroke> skeleton) {
    double wobble = random.between(.012, .044);
    List<double[]> lines = new ArrayList<>();
    for (Stroke stroke : skeleton) {
      double[] points = stroke.points().clone();
      for (int i = 0; i < points.length; i++) {
        points[i] += wobble * normal();
      }
      lines.add(new Stroke(stroke.smooth(), points).polyline().clone());
    }
    bend(lines);
    turn(lines);
    fit(lines);
    return lines;
  }

  /** Moves points along waves half as long to twice as long as the box. */
  private void bend(List<double[]> lines) {
    double[] wave = new double[6];
    for (int i = 0; i < wave.length; i += 3) {
      wave[i] = random.between(0, .045);
      wave[i + 1] = random.between(3, 8);
      wave[i + 2] = random.between(0, 6.28);
    }
    for (double[] line : lines) {
      for (int i = 0; i < line.length; i += 2) {
        double x = line[i];
        double y = line[i + 1];
        line[i] = x + wave[0] * StrictMath.sin(wave[1] * y + wave[2]);
        line[i + 1] = y + wave[3] * StrictMath.sin(wave[4] * x + wave[5]);
      }
    }
  }

  private void turn(List<double[]> lines) {
    double width = random.between(.48, .9);
    double slant = -.12 + .17 * normal();
    double angle = .07 * normal();
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    for (double[] line : lines) {
      for (int i = 0; i < line.length; i += 2) {
        double x = width * line[i] + slant * line[i + 1];
        double y = line[i + 1];
        line[i] = cos * x - sin * y;
        line[i + 1] = sin * x + cos * y;
      }
    }
  }

  private void fit(List<double[]> lines) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] line : lines) {
      for (int i = 0; i < line.length; i++) {
        low[i & 1] = Math.min(low[i & 1], line[i]);
        high[i & 1] = Math.max(high[i & 1], line[i]);
      }
    }
    double scale =
        Math.min(
            random.between(15.5, 19) / (high[1] - low[1]),
            random.between(16, 18.5) / (high[0] - low[0] + .05));
    double[] shift = {MIDDLE + .7 * normal(), MIDDLE + .7 * normal()};
    for (double[] line : lines) {
      for (int i = 0; i < line.length; i++) {
        line[i] = scale * (line[i] - (low[i & 1] + high[i & 1]) / 2) + shift[i & 1];
      }
    }
  }

  /** A bell on (−3, 3) with variance 1: the sum of three uniform numbers. */
  private double normal() {
    return random.between(-1, 1) + random.between(-1, 1) + random.between(-1, 1);
  }
}
