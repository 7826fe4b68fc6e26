package io.ae.core.train;

import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs of a session, with views made once: filling them allocates nothing. */
public final class SessionInputs implements BatchTarget {
  static final String X = "x";
  static final String LABEL = "label";

  private final int width;
  private final @Nullable Reals x;
  private final @Nullable IntBuffer labels;
  private final @Nullable IntBuffer lengths;
  private final @Nullable IntBuffer columns;
  private final Map<String, Reals> scalars = new HashMap<>();
  private int nonZeros;

  /**
   * Binds to a session's inputs.
   *
   * @param function that the session runs
   * @param width values of a row
   */
  public SessionInputs(Session session, Function function, int width) {
    this.width = width;
    Reals values = null;
    IntBuffer classes = null;
    boolean sparse = false;
    for (Leaf.Input input : function.inputs()) {
      String name = input.name();
      if (name.equals(X)) {
        sparse = input.type().kind() == Kind.SPARSE;
        String own = sparse ? "x.values" : X;
        values = Reals.input(session, own);
      } else if (name.equals(LABEL)) {
        classes = bytes(session, LABEL).asIntBuffer();
      } else {
        scalars.put(name, Reals.input(session, name));
      }
    }
    this.x = values;
    this.labels = classes;
    this.lengths = sparse ? bytes(session, "x.lengths").asIntBuffer() : null;
    this.columns = sparse ? bytes(session, "x.columns").asIntBuffer() : null;
  }

  @Override
  public void put(int row, float[] values, int at, int label) {
    label(row, label);
    if (x == null) {
      return;
    }
    if (lengths == null || columns == null) {
      part(row, 0, values, at, width);
      return;
    }
    if (row == 0) {
      nonZeros = 0;
    }
    int before = nonZeros;
    for (int j = 0; j < width; j++) {
      if (values[at + j] != 0) {
        columns.put(nonZeros, j);
        x.put(nonZeros, values[at + j]);
        nonZeros++;
      }
    }
    lengths.put(row, nonZeros - before);
  }

  /** Returns whether rows are put in as they are, so that parts of them may be. */
  boolean dense() {
    return lengths == null;
  }

  /**
   * Puts a part of a dense row in.
   *
   * @param left first element of the part
   * @param at where it is among the values
   * @param n elements of the part
   */
  void part(int row, int left, float[] values, int at, int n) {
    if (x != null) {
      x.put(row * width + left, values, at, n);
    }
  }

  /** Puts the label of a row in. */
  void label(int row, int label) {
    if (labels != null) {
      labels.put(row, label);
    }
  }

  /** Sets a scalar; one that the function does not use is left out. */
  public void scalar(String name, double value) {
    Reals scalar = scalars.get(name);
    if (scalar != null) {
      scalar.put(0, value);
    }
  }

  private static ByteBuffer bytes(Session session, String name) {
    return session.input(name).duplicate().order(ByteOrder.nativeOrder());
  }
}
