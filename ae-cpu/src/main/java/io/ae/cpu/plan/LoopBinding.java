package io.ae.cpu.plan;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Op;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Update;
import io.ae.cpu.kernel.AdamReading;
import io.ae.cpu.kernel.TileLoop;
import io.ae.cpu.loop.Formulas;
import io.ae.cpu.loop.LoopBuilder;
import io.ae.cpu.loop.Operand;
import io.ae.cpu.memory.HeapVariable;
import io.ae.cpu.memory.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the loop of a segment: what its nodes compute, from and to which tiles. */
final class LoopBinding {
  private final Binding binding;
  private final LoopBuilder loop = new LoopBuilder();
  private final List<TileLoop.Reading> readings = new ArrayList<>();
  private final Map<HeapVariable, float[]> heaps = new IdentityHashMap<>();
  private final Map<Registers.Key, Operand> operands = new HashMap<>();

  LoopBinding(Binding binding) {
    this.binding = binding;
  }

  /** Says where an operand from outside the segment is. */
  void tile(Registers.Key key, float[] tile) {
    operands.put(key, loop.read(tile));
  }

  /** Says which variable's tiles a tile stands for, if it does. */
  void heap(@Nullable HeapVariable variable, float[] tile) {
    if (variable != null) {
      heaps.put(variable, tile);
    }
  }

  /** Says that an operand is one number, read once a run. */
  void scalar(Registers.Key key, Slot slot) {
    Operand.Scalar scalar = loop.scalar(0);
    readings.add(scalars -> scalars[scalar.number()] = slot.real(0));
    operands.put(key, scalar);
  }

  boolean has(Registers.Key key) {
    return operands.containsKey(key);
  }

  /** Adds a node whose operands are there. */
  void add(Node n, List<Registers.Key> inputs) {
    List<Operand> in = inputs.stream().map(operands::get).toList();
    operands.put(new Registers.Key.Whole(n), result(n, in));
  }

  /** Writes a node's value to a tile. */
  void write(Registers.Key key, float[] tile) {
    loop.write(java.util.Objects.requireNonNull(operands.get(key)), tile);
  }

  /** Returns the finished instruction. */
  TileLoop finish() {
    return new TileLoop(loop, readings, heaps);
  }

  private Operand result(Node n, List<Operand> in) {
    Op op = n.op;
    if (op instanceof Unary u) {
      return Formulas.unary(loop, u, in.get(0));
    }
    if (op instanceof Binary b) {
      return Formulas.binary(loop, b, in.get(0), in.get(1));
    }
    if (op instanceof Update.Moment m) {
      return Formulas.moment(loop, m, in.get(0), in.get(1));
    }
    if (op instanceof Update.SquareMoment m) {
      return Formulas.squareMoment(loop, m, in.get(0), in.get(1));
    }
    if (op instanceof Update.Adam a) {
      Formulas.AdamScalars scalars =
          new Formulas.AdamScalars(loop.scalar(0), loop.scalar(0), loop.scalar(0));
      Slot t = binding.slot(n.inputs.get(3).node());
      Slot rate = binding.slot(n.inputs.get(4).node());
      readings.add(new AdamReading(a, t, rate, scalars));
      return Formulas.adam(loop, a, scalars, in.get(0), in.get(1), in.get(2));
    }
    throw new IllegalStateException("no formula for " + n);
  }
}
