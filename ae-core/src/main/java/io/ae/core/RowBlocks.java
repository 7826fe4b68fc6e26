package io.ae.core;

import io.ae.core.data.Scaling;

/** The rows of a reader, block by block. */
interface RowBlocks extends AutoCloseable {
  /** Returns the next rows, none past the last; they are valid until the next call. */
  RowBlock next();

  @Override
  void close();

  /**
   * Returns the blocks of a reader; a source's are read while the one before is worked on.
   *
   * @param most rows of a block
   */
  static RowBlocks of(RowReader reader, Scaling scaling, int most, int features) {
    long known = reader.inMemory();
    if (known == RowReader.ELSEWHERE) {
      return new ReadAhead(reader, scaling, most, features);
    }
    RowBlock block = new RowBlock((int) Math.min(most, known), features);
    return new RowBlocks() {
      @Override
      public RowBlock next() {
        block.fill(reader, scaling);
        return block;
      }

      @Override
      public void close() {}
    };
  }
}
