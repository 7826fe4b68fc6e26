package io.ae.cpu;

import io.ae.api.AeException;
import io.ae.api.graph.DType;
import io.ae.api.graph.Init;
import io.ae.api.graph.Initialiser;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Var;
import io.ae.cpu.memory.HeapVariable;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.plan.StateLayout;
import io.ae.cpu.plan.UpdateTiles;
import io.ae.cpu.plan.Workbench;
import io.ae.cpu.rewrite.Rewrite;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The variables of a model: in one native block, on the heap what an update finds there, and
 * bfloat16 copies of what products read in another block.
 */
final class CpuState {
  private final NativeBlock block;
  private final NativeBlock rounded;
  private final StateLayout layout;
  private final Map<Var, Integer> words = new IdentityHashMap<>();
  private final Map<String, Var> byName = new LinkedHashMap<>();
  private final Map<Var, Var> originals;

  /**
   * @param rewrite the program, and which of its variables are transposes of a user's
   * @param seed of the initial values
   * @param bfloat16 whether products read bfloat16 copies of their factors
   */
  CpuState(Rewrite rewrite, long seed, boolean bfloat16) {
    Program program = rewrite.program();
    originals = rewrite.originals();
    StateLayout.Tiled tiled = UpdateTiles.of(program, bfloat16);
    Map<Var, HeapVariable> heap = new IdentityHashMap<>();
    long word = 0;
    for (Var v : program.state()) {
      byName.put(v.name(), v);
      Integer tile = tiled.tiles().get(v);
      if (tile != null) {
        heap.put(v, new HeapVariable(elements(v), tile));
      }
      if (!tiled.alone(v)) {
        words.put(v, Math.toIntExact(word));
        word += NativeBlock.aligned(Math.max(1, bytes(v) / 4));
      }
    }
    block = NativeBlock.collected(Math.max(1, word));
    Map<Var, Integer> copies = new IdentityHashMap<>();
    word = 0;
    if (bfloat16) {
      for (Var v : StateLayout.factors(program)) {
        copies.put(v, Math.toIntExact(word));
        word += NativeBlock.aligned(v.shape().elements() / 2 + 1);
      }
    }
    rounded = NativeBlock.collected(Math.max(1, word));
    layout = new StateLayout(words, copies, heap, bfloat16);
    // A new block is all zeros. Each variable has a stream of numbers of its own, so that any
    // thread may draw them.
    program.state().parallelStream()
        .filter(v -> !v.init().equals(Init.zeros()))
        .forEach(v -> initialise(v, seed));
  }

  private void initialise(Var v, long seed) {
    int elements = elements(v);
    if (v.type().kind() == Kind.REAL) {
      float[] values = new float[elements];
      Initialiser.fill(originals.getOrDefault(v, v), seed, values);
      writeReals(v, FloatBuffer.wrap(values));
      return;
    }
    int word = Objects.requireNonNull(words.get(v));
    double[] values = new double[elements];
    Initialiser.fill(v, seed, values);
    for (int i = 0; i < elements; i++) {
      if (v.type().kind() == Kind.STEP) {
        block.step(word + 2 * i, (long) values[i]);
      } else {
        block.ints().put(word + i, (int) values[i]);
      }
    }
  }

  static DType type(Kind kind) {
    return switch (kind) {
      case REAL -> DType.F32;
      case INDEX -> DType.I32;
      case STEP -> DType.I64;
      case SPARSE -> throw new IllegalArgumentException("sparse rows have three parts");
    };
  }

  private static long bytes(Var v) {
    return v.shape().elements() * (v.type().kind() == Kind.STEP ? 8 : 4);
  }

  NativeBlock block() {
    return block;
  }

  NativeBlock rounded() {
    return rounded;
  }

  StateLayout layout() {
    return layout;
  }

  /** Returns whether products read another copy of a variable. */
  boolean rounds(String name) {
    return layout.rounded().containsKey(variable(name));
  }

  /** Lets the copies that products read follow all variables. */
  void round(Workbench bench) {
    byName.keySet().stream().filter(this::rounds).forEach(name -> round(name, bench));
  }

  /** Lets the copy that products read follow a variable. */
  void round(String name, Workbench bench) {
    Var v = variable(name);
    long to = rounded.address(Objects.requireNonNull(layout.rounded().get(v)));
    Integer word = words.get(v);
    if (word != null) {
      bench.round(block.address(word), to, elements(v));
      return;
    }
    try (NativeBlock values = NativeBlock.owned(elements(v))) {
      Objects.requireNonNull(layout.heap().get(v)).read(values.floats().duplicate());
      bench.round(values.address(0), to, elements(v));
    }
  }

  DType type(String name) {
    return type(variable(name).type().kind());
  }

  void read(String name, ByteBuffer into) {
    Var v = variable(name);
    check(v, into.remaining(), "room for ");
    if (v.type().kind() != Kind.REAL) {
      into.put(slice(v));
      return;
    }
    readReals(v, floats(into));
    into.position(into.position() + Math.toIntExact(bytes(v)));
  }

  private void readReals(Var v, FloatBuffer into) {
    boolean turned = originals.containsKey(v);
    FloatBuffer held = turned ? FloatBuffer.allocate(elements(v)) : into;
    HeapVariable onHeap = layout.heap().get(v);
    if (onHeap == null) {
      held.put(slice(v).asFloatBuffer());
    } else {
      onHeap.read(held);
    }
    if (turned) {
      into.put(transposed(held.array(), v.shape()));
    }
  }

  void write(String name, ByteBuffer from) {
    Var v = variable(name);
    check(v, from.remaining(), "");
    if (v.type().kind() == Kind.REAL) {
      writeReals(v, floats(from));
    } else {
      slice(v).put(from.duplicate());
    }
    from.position(from.limit());
  }

  private void writeReals(Var v, FloatBuffer from) {
    FloatBuffer held = from;
    Var original = originals.get(v);
    if (original != null) {
      float[] values = new float[elements(v)];
      from.get(values);
      held = FloatBuffer.wrap(transposed(values, original.shape()));
    }
    HeapVariable onHeap = layout.heap().get(v);
    if (onHeap != null) {
      onHeap.write(held.duplicate());
    }
    if (words.containsKey(v)) {
      slice(v).asFloatBuffer().put(held.duplicate());
    }
  }

  private static int elements(Var v) {
    return Math.toIntExact(v.shape().elements());
  }

  /** Returns the transpose of a matrix of a shape. */
  private static float[] transposed(float[] values, Shape shape) {
    int rows = shape.dim(0);
    int columns = shape.dim(1);
    float[] turned = new float[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        turned[c * rows + r] = values[r * columns + c];
      }
    }
    return turned;
  }

  /** Returns a caller's bytes as reals: their order is the machine's, whatever the buffer says. */
  private static FloatBuffer floats(ByteBuffer bytes) {
    return bytes.duplicate().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  private ByteBuffer slice(Var v) {
    return block.slice(Objects.requireNonNull(words.get(v)), (int) bytes(v));
  }

  private static void check(Var v, int found, String what) {
    long wanted = bytes(v);
    boolean fits = what.isEmpty() ? found == wanted : found >= wanted;
    if (!fits) {
      throw new AeException(
          "AE-B025",
          "variable '"
              + v.name()
              + "' "
              + v.type()
              + ": "
              + what
              + wanted
              + " bytes were wanted, found "
              + found);
    }
  }

  private Var variable(String name) {
    Var v = byName.get(name);
    if (v == null) {
      throw new AeException(
          "AE-B020", "no variable '" + name + "'; this model has " + byName.keySet());
    }
    return v;
  }
}
