package io.ae.cpu.kernel;

/**
 * Updates a variable with gradients that nobody else reads: block by block, a shard computes the
 * gradient of its part of the variable and at once what becomes of the variable.
 */
public final class BlockUpdate implements Step {
  /** Elements of a block, unless one row has more: 256 KiB, which a core's own cache holds. */
  private static final int BLOCK = 1 << 16;

  private final Chain chain;
  private final WeightGradient[] gradients;
  private final int block;

  /**
   * @param chain the update
   * @param gradients what it reads block by block
   * @param block elements of a block, see {@link #block}
   */
  public BlockUpdate(Chain chain, WeightGradient[] gradients, int block) {
    this.chain = chain;
    this.gradients = gradients;
    this.block = block;
  }

  /**
   * Returns the elements of a block.
   *
   * @param unit elements that stay together
   * @param elements of the variable
   */
  public static int block(int unit, int elements) {
    return Math.min(elements, Math.max(1, BLOCK / unit) * unit);
  }

  @Override
  public void run() {
    int end = chain.cut().to();
    for (int from = chain.cut().from(); from < end; from += block) {
      int to = Math.min(from + block, end);
      for (WeightGradient g : gradients) {
        g.compute(from, to);
      }
      chain.run(from, to);
    }
    chain.end();
  }
}
