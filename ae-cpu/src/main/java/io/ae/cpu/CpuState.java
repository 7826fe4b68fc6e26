package io.ae.cpu;

import io.ae.api.AeException;
import io.ae.api.graph.DType;
import io.ae.api.graph.Init;
import io.ae.api.graph.Initialiser;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.cpu.memory.NativeBlock;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The variables of a model in one native block. */
final class CpuState {
  private final NativeBlock block;
  private final Map<Var, Integer> words = new IdentityHashMap<>();
  private final Map<String, Var> byName = new LinkedHashMap<>();

  CpuState(Program program, long seed) {
    long word = 0;
    for (Var v : program.state()) {
      words.put(v, Math.toIntExact(word));
      byName.put(v.name(), v);
      word += NativeBlock.aligned(Math.max(1, bytes(v) / 4));
    }
    block = NativeBlock.collected(Math.max(1, word));
    // A new block is all zeros. Each variable has a stream of numbers of its own, so that any
    // thread may draw them.
    program.state().parallelStream()
        .filter(v -> !v.init().equals(Init.zeros()))
        .forEach(v -> initialise(v, seed));
  }

  private void initialise(Var v, long seed) {
    int elements = Math.toIntExact(v.shape().elements());
    int word = Objects.requireNonNull(words.get(v));
    if (v.type().kind() == Kind.REAL) {
      float[] values = new float[elements];
      Initialiser.fill(v, seed, values);
      block.floats().put(word, values, 0, elements);
      return;
    }
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

  Map<Var, Integer> words() {
    return words;
  }

  DType type(String name) {
    return type(variable(name).type().kind());
  }

  void read(String name, ByteBuffer into) {
    ByteBuffer own = slice(name, into.remaining(), "room for ");
    into.put(own);
  }

  void write(String name, ByteBuffer from) {
    ByteBuffer own = slice(name, from.remaining(), "");
    own.put(from);
  }

  private ByteBuffer slice(String name, int found, String what) {
    Var v = variable(name);
    long wanted = bytes(v);
    boolean fits = what.isEmpty() ? found == wanted : found >= wanted;
    if (!fits) {
      throw new AeException(
          "AE-B025",
          "variable '"
              + name
              + "' "
              + v.type()
              + ": "
              + what
              + wanted
              + " bytes were wanted, found "
              + found);
    }
    return block.slice(Objects.requireNonNull(words.get(v)), (int) wanted);
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
