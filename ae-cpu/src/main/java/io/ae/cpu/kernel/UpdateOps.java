package io.ae.cpu.kernel;

import io.ae.api.graph.Update;
import io.ae.cpu.memory.Slot;

/** Tile instructions of optimisers. */
public final class UpdateOps {
  /**
   * Added and taken away again, which C2 vectorises: a sum far below it is rounded to a multiple of
   * twice the smallest normal number, so to 0 below that number; what is above keeps its digits.
   * (The half keeps negative numbers in the same binade.) Dead units drive moments into denormal
   * numbers, which are a hundred times slower.
   */
  private static final float FLUSH = 0x1.8p-102f;

  private UpdateOps() {}

  /** Returns {@code β·m + (1 − β)·g}. */
  public static TileOp moment(Update.Moment op, float[] m, float[] g, float[] y) {
    float keep = (float) op.beta();
    float take = (float) (1 - op.beta());
    return (from, n) -> moment(keep, take, m, g, y, n);
  }

  /** Returns {@code β·v + (1 − β)·g²}. */
  public static TileOp squareMoment(Update.SquareMoment op, float[] v, float[] g, float[] y) {
    float keep = (float) op.beta();
    float take = (float) (1 - op.beta());
    return (from, n) -> squareMoment(keep, take, v, g, y, n);
  }

  private static void moment(float keep, float take, float[] m, float[] g, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (keep * m[i] + take * g[i] + FLUSH) - FLUSH;
    }
  }

  private static void squareMoment(float keep, float take, float[] v, float[] g, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (keep * v[i] + take * g[i] * g[i] + FLUSH) - FLUSH;
    }
  }

  /** The step of Adam; the corrections of its moments are worked out once a run. */
  public static final class Adam implements TileOp {
    private final Update.Adam op;
    private final Slot t;
    private final Slot rate;
    private final float[] p;
    private final float[] m;
    private final float[] v;
    private final float[] y;
    private float step;
    private float root;
    private float shrink;

    /**
     * @param op β₁, β₂, ε and decay
     * @param t counter of the steps
     * @param rate learning rate
     * @param p parameter
     * @param m new first moment
     * @param v new second moment
     * @param y the result, another tile than the others
     */
    public Adam(Update.Adam op, Slot t, Slot rate, float[] p, float[] m, float[] v, float[] y) {
      this.op = op;
      this.t = t;
      this.rate = rate;
      this.p = p;
      this.m = m;
      this.v = v;
      this.y = y;
    }

    @Override
    public void begin() {
      long steps = t.step();
      double r = rate.real(0);
      step = (float) (r / (1 - Math.pow(op.beta1(), steps)));
      root = (float) (1 / Math.sqrt(1 - Math.pow(op.beta2(), steps)));
      shrink = (float) (r * op.decay());
    }

    @Override
    public void run(int from, int n) {
      if (shrink == 0) {
        plain(step, root, (float) op.epsilon(), p, m, v, y, n);
      } else {
        decayed(step, root, (float) op.epsilon(), shrink, p, m, v, y, n);
      }
    }

    private static void plain(
        float step, float root, float eps, float[] p, float[] m, float[] v, float[] y, int n) {
      for (int i = 0; i < n; i++) {
        y[i] = p[i] - step * m[i] / ((float) Math.sqrt(v[i]) * root + eps);
      }
    }

    private static void decayed(
        float step,
        float root,
        float eps,
        float shrink,
        float[] p,
        float[] m,
        float[] v,
        float[] y,
        int n) {
      for (int i = 0; i < n; i++) {
        y[i] = p[i] - step * m[i] / ((float) Math.sqrt(v[i]) * root + eps) - shrink * p[i];
      }
    }
  }
}
