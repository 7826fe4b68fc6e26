package io.ae.cpu.plan;

/** What the items of a phase have in common that go through a shard's rows together. */
final class Portion {
  private final int rows;

  /**
   * @param rows the most rows at a time
   */
  Portion(int rows) {
    this.rows = rows;
  }

  /** Returns the most rows at a time. */
  int rows() {
    return rows;
  }
}
