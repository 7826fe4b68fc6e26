package io.ae.cpu.loop;

import java.util.ArrayList;
import java.util.List;

/** Puts a loop together: its formula, the tiles it works on, and where its scalars stand. */
public final class LoopBuilder {
  private final List<float[]> tiles = new ArrayList<>();
  private final List<Float> scalars = new ArrayList<>();
  private final List<Program.Instruction> body = new ArrayList<>();
  private final List<Program.Write> writes = new ArrayList<>();

  /** Makes an empty loop. */
  public LoopBuilder() {}

  /** Returns the elements of a tile. */
  public Operand read(float[] tile) {
    return new Operand.Tile(number(tile));
  }

  /** Returns a new scalar that has a value until a run gives it another one. */
  public Operand.Scalar scalar(double value) {
    scalars.add((float) value);
    return new Operand.Scalar(scalars.size() - 1);
  }

  /** Adds an instruction and returns its result. */
  public Operand apply(Code code, Operand... operands) {
    body.add(new Program.Instruction(code, List.of(operands)));
    return new Operand.Result(body.size() - 1);
  }

  /** Writes a value to a tile, which may be one that is read. */
  public void write(Operand value, float[] tile) {
    writes.add(new Program.Write(value, number(tile)));
  }

  /** Returns what is computed. */
  public Program program() {
    return new Program(tiles.size(), scalars.size(), body, writes);
  }

  /** Returns the tiles of a run. */
  public float[][] tiles() {
    return tiles.toArray(float[][]::new);
  }

  /** Returns the scalars of a run, as they stand now. */
  public float[] scalars() {
    float[] values = new float[scalars.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scalars.get(i);
    }
    return values;
  }

  private int number(float[] tile) {
    for (int i = 0; i < tiles.size(); i++) {
      if (tiles.get(i) == tile) {
        return i;
      }
    }
    tiles.add(tile);
    return tiles.size() - 1;
  }
}
