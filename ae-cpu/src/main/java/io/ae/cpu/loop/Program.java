package io.ae.cpu.loop;

import java.util.List;

/**
 * What a loop computes for each element. Equal programs are one class, so that C2 compiles it once.
 *
 * @param tiles how many tiles there are
 * @param scalars how many scalars there are
 * @param body instructions, operands before users
 * @param writes what goes where at the end
 */
public record Program(int tiles, int scalars, List<Instruction> body, List<Write> writes) {
  /** Copies the lists. */
  public Program {
    body = List.copyOf(body);
    writes = List.copyOf(writes);
  }

  /**
   * One instruction.
   *
   * @param code what is computed
   * @param operands of what
   */
  public record Instruction(Code code, List<Operand> operands) {
    /** Copies the list. */
    public Instruction {
      operands = List.copyOf(operands);
      if (operands.size() != code.operands()) {
        throw new IllegalArgumentException(code + " of " + operands);
      }
    }
  }

  /**
   * One result.
   *
   * @param value what is written
   * @param tile where to
   */
  public record Write(Operand value, int tile) {}
}
