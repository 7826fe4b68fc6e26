package io.ae.cpu.kernel;

import java.util.List;

/**
 * An op that works on units one by one: rows, planes, vectors. Blocks of units come to the heap, a
 * plain loop does them, the result goes back.
 */
public final class UnitStep implements Step {
  /** The loop over a block of units whose operands are on the heap. */
  public interface Kernel {
    /** Computes so many units. */
    void run(int units);
  }

  private final List<Operand> inputs;
  private final Operand output;
  private final int block;
  private final Kernel kernel;
  private final UnitCount count;

  /** How many units there are in this run. */
  public interface UnitCount {
    /** Returns the number of units. */
    int get();
  }

  /**
   * @param inputs what comes to the heap
   * @param output what goes back
   * @param block units at a time
   * @param count how many units there are
   * @param kernel the loop
   */
  public UnitStep(List<Operand> inputs, Operand output, int block, UnitCount count, Kernel kernel) {
    this.inputs = inputs;
    this.output = output;
    this.block = block;
    this.count = count;
    this.kernel = kernel;
  }

  @Override
  public void run() {
    int units = count.get();
    if (units == 0) {
      return;
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).whole()) {
        inputs.get(i).loadWhole();
      }
    }
    for (int at = 0; at < units; at += block) {
      int n = Math.min(block, units - at);
      for (int i = 0; i < inputs.size(); i++) {
        if (!inputs.get(i).whole()) {
          inputs.get(i).load(at, n);
        }
      }
      kernel.run(n);
      output.store(at, n);
    }
  }
}
