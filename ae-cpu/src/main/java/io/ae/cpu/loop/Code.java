package io.ae.cpu.loop;

/** The instructions of a loop: those that C2 turns into vector instructions on 17 and on 25. */
public enum Code {
  /** a + b. */
  ADD(2),
  /** a − b. */
  SUB(2),
  /** a · b. */
  MUL(2),
  /** a / b. */
  DIV(2),
  /** The larger; NaN where one is. */
  MAX(2),
  /** The smaller; NaN where one is. */
  MIN(2),
  /** −a. */
  NEG(1),
  /** |a|. */
  ABS(1),
  /** √a, rounded correctly. */
  SQRT(1);

  private final int operands;

  Code(int operands) {
    this.operands = operands;
  }

  /** Returns how many operands it has. */
  public int operands() {
    return operands;
  }
}
