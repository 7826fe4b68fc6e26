package io.ae.api.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops on planes; the last three axes are {@code C, Y, X}, all before them are rows. */
public sealed interface Spatial extends Op {
  /** Cross-correlation: {@code x [rows…, C, Y, X], w [O, C, kY, kX] → [rows…, O, Y', X']}. */
  record Conv2d(Window window) implements Spatial {
    @Override
    public String id() {
      return "conv2d";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 2);
      Shape x = in.get(0).shape();
      Shape w = kernel(this, in.get(1).shape(), window);
      Types.rank(this, "x [rows…, C, Y, X]", x, 3);
      Types.equal(
          this, "channels C of x", x.dim(-3), "second axis of w [O, C, kY, kX]", w.dim(1), in);
      return Type.real(
          plane(x, w.dim(0), positionsY(this, window, x), positionsX(this, window, x)));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value x = y.input(0);
      Value w = y.input(1);
      Op toInput = new ConvTranspose2d(window, x.shape().dim(-2), x.shape().dim(-1));
      return List.of(o.apply(toInput, g, w), o.apply(new Conv2dWeights(window), x, g));
    }
  }

  /**
   * The adjoint of {@link Conv2d} by its input, also a layer of its own: {@code x [rows…, O, Y',
   * X'], w [O, C, kY, kX] → [rows…, C, Y, X]}, with Y and X given since several give one Y'.
   */
  record ConvTranspose2d(Window window, int outY, int outX) implements Spatial {
    @Override
    public String id() {
      return "conv-transpose2d";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 2);
      Shape x = in.get(0).shape();
      Shape w = kernel(this, in.get(1).shape(), window);
      Types.rank(this, "x [rows…, O, Y', X']", x, 3);
      Types.equal(
          this, "channels O of x", x.dim(-3), "first axis of w [O, C, kY, kX]", w.dim(0), in);
      Shape y = plane(x, w.dim(1), outY, outX);
      Types.equal(
          this,
          "Y' for an output of height " + outY,
          positionsY(this, window, y),
          "height of x",
          x.dim(-2),
          in);
      Types.equal(
          this,
          "X' for an output of width " + outX,
          positionsX(this, window, y),
          "width of x",
          x.dim(-1),
          in);
      return Type.real(y);
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return List.of(
          o.apply(new Conv2d(window), g, y.input(1)),
          o.apply(new Conv2dWeights(window), g, y.input(0)));
    }
  }

  /**
   * The adjoint of {@link Conv2d} by its weights: {@code x [rows…, C, Y, X], g [rows…, O, Y', X'] →
   * [O, C, kY, kX]}. A join where the rows hold B.
   */
  record Conv2dWeights(Window window) implements Spatial {
    @Override
    public String id() {
      return "conv2d-weights";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 2);
      Shape x = in.get(0).shape();
      Shape g = in.get(1).shape();
      Types.rank(this, "x [rows…, C, Y, X]", x, 3);
      Types.rank(this, "g [rows…, O, Y', X']", g, 3);
      Shape wanted = plane(x, g.dim(-3), positionsY(this, window, x), positionsX(this, window, x));
      Types.equal(this, wanted, g, "g");
      return Type.real(Shape.of(g.dim(-3), x.dim(-3), window.y(), window.x()));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Value x = y.input(0);
      Op toInput = new ConvTranspose2d(window, x.shape().dim(-2), x.shape().dim(-1));
      return List.of(o.apply(toInput, y.input(1), g), o.apply(new Conv2d(window), x, g));
    }
  }

  /**
   * Where the largest of each window lies, as a position y·X + x in the plane (the first of
   * equals): {@code [rows…, C, Y, X] → index [rows…, C, Y', X']}. Padding is never chosen.
   */
  record PoolSwitches(Window window) implements Spatial {
    @Override
    public String id() {
      return "pool-switches";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      Shape x = in.get(0).shape();
      Types.rank(this, "x [rows…, C, Y, X]", x, 3);
      if (window.top() >= window.y()
          || window.left() >= window.x()
          || window.bottom() >= window.y()
          || window.right() >= window.x()) {
        throw new ShapeException(
            "pool-switches: padding must be smaller than the window, got " + window);
      }
      return Type.index(
          plane(x, x.dim(-3), positionsY(this, window, x), positionsX(this, window, x)));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Collections.singletonList(null);
    }
  }

  /**
   * Picks by position in the plane: {@code x [rows…, C, Y, X], at index [rows…, C, Y', X'] → as
   * at}.
   */
  record PickAt() implements Spatial {
    @Override
    public String id() {
      return "pick-at";
    }

    @Override
    public Type infer(List<Type> in) {
      switched(this, in);
      return Type.real(in.get(1).shape());
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      Shape x = y.input(0).shape();
      return Arrays.asList(o.maxUnpool(g, y.input(1), x.dim(-2), x.dim(-1)), null);
    }
  }

  /**
   * Puts each value back at its position in the plane, zeros elsewhere; equal positions add up:
   * {@code x [rows…, C, Y', X'], at index [rows…, C, Y', X'] → [rows…, C, Y, X]}.
   */
  record MaxUnpool(int outY, int outX) implements Spatial {
    @Override
    public String id() {
      return "max-unpool";
    }

    @Override
    public Type infer(List<Type> in) {
      switched(this, in);
      Types.equal(this, in.get(1).shape(), in.get(0).shape(), "the values beside their switches");
      Shape x = in.get(0).shape();
      return Type.real(plane(x, x.dim(-3), outY, outX));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
      return Arrays.asList(o.apply(new PickAt(), g, y.input(1)), null);
    }
  }

  /**
   * Means of tiles; what is left over at the edges is dropped: {@code […, Y, X] → […, Y/y, X/x]}.
   */
  record AveragePool(int y, int x) implements Spatial {
    @Override
    public String id() {
      return "average-pool";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      Shape s = in.get(0).shape();
      Types.rank(this, "x […, Y, X]", s, 2);
      if (y < 1 || x < 1 || s.dim(-2) < y || s.dim(-1) < x) {
        throw new ShapeException("average-pool: tiles of " + y + "×" + x + " in planes of " + s);
      }
      return Type.real(s.with(-2, s.dim(-2) / y).with(-1, s.dim(-1) / x));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value out, Value g) {
      Shape s = out.input(0).shape();
      Value spread = o.upsample(o.mul(g, 1.0 / (y * x)), y, x);
      int axisY = s.rank() - 2;
      Value rows = o.pad(spread, axisY, 0, s.dim(-2) - spread.shape().dim(-2));
      return List.of(o.pad(rows, axisY + 1, 0, s.dim(-1) - spread.shape().dim(-1)));
    }
  }

  /** Repeats each element y times down and x times across: {@code […, Y, X] → […, Y·y, X·x]}. */
  record Upsample(int y, int x) implements Spatial {
    @Override
    public String id() {
      return "upsample";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.reals(this, in, 1);
      Shape s = in.get(0).shape();
      Types.rank(this, "x […, Y, X]", s, 2);
      if (y < 1 || x < 1 || s.dim(-2) < 0) {
        throw new ShapeException("upsample: by " + y + "×" + x + " of " + s);
      }
      return Type.real(s.with(-2, s.dim(-2) * y).with(-1, s.dim(-1) * x));
    }

    @Override
    public List<@Nullable Value> adjoint(Ops o, Value out, Value g) {
      return List.of(o.mul(o.apply(new AveragePool(y, x), g), y * x));
    }
  }

  private static Shape plane(Shape like, int channels, int height, int width) {
    return like.with(-3, channels).with(-2, height).with(-1, width);
  }

  private static Shape kernel(Op op, Shape w, Window window) {
    if (w.rank() != 4 || w.dim(2) != window.y() || w.dim(3) != window.x()) {
      throw new ShapeException(
          op.id() + ": w must be [O, C, " + window.y() + ", " + window.x() + "], got " + w);
    }
    return w;
  }

  private static int positionsY(Op op, Window window, Shape x) {
    return positions(
        op, x, window.y(), x.dim(-2) + window.top() + window.bottom(), window.strideY());
  }

  private static int positionsX(Op op, Window window, Shape x) {
    return positions(
        op, x, window.x(), x.dim(-1) + window.left() + window.right(), window.strideX());
  }

  private static int positions(Op op, Shape x, int window, int padded, int stride) {
    if (padded < window) {
      throw new ShapeException(
          op.id() + ": a window of " + window + " does not fit into the padded planes of " + x);
    }
    return (padded - window) / stride + 1;
  }

  private static void switched(Op op, List<Type> in) {
    Types.count(op, in, 2);
    Types.kind(op, in.get(0), Kind.REAL);
    Types.kind(op, in.get(1), Kind.INDEX);
    Shape x = in.get(0).shape();
    Shape at = in.get(1).shape();
    Types.rank(op, "x [rows…, C, Y, X]", x, 3);
    Types.rank(op, "switches [rows…, C, Y', X']", at, 3);
    Types.equal(
        op,
        x.range(0, x.rank() - 2),
        at.range(0, at.rank() - 2),
        "rows and channels of the switches");
  }
}
