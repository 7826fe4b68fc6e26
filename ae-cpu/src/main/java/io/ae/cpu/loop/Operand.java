package io.ae.cpu.loop;

/** What an instruction of a loop reads. */
public sealed interface Operand {
  /** An element of a tile, as it was before the loop wrote there. */
  record Tile(int number) implements Operand {}

  /** A scalar that a run is given. */
  record Scalar(int number) implements Operand {}

  /** A number that is part of the formula. */
  record Constant(float value) implements Operand {}

  /** What an instruction before this one computed. */
  record Result(int instruction) implements Operand {}
}
