package io.ae.cpu.memory;

/**
 * Where one shard finds a value: a block, the word where it starts, and how many elements it has in
 * the run that is going on.
 */
public final class Slot {
  private final NativeBlock block;
  private final int base;
  private final Extent extent;
  private final Geometry geometry;
  private final boolean shared;
  private final int bytes;

  /**
   * @param block memory
   * @param base first word of the value, of the shard's own memory or of all shards'
   * @param extent how many elements
   * @param geometry the shard's rows
   * @param shared whether all shards' rows lie one after another from the base
   * @param bytes of an element; all but addresses is for elements of one word
   */
  public Slot(
      NativeBlock block, int base, Extent extent, Geometry geometry, boolean shared, int bytes) {
    this.bytes = bytes;
    this.block = block;
    this.base = base;
    this.extent = extent;
    this.geometry = geometry;
    this.shared = shared;
  }

  /** Returns the word of the shard's first element. */
  public int at() {
    return shared ? base + extent.before(geometry) : base;
  }

  /** Returns how many elements the shard holds. */
  public int count() {
    return extent.elements(geometry);
  }

  /** Returns the machine address of the shard's first element. */
  public long address() {
    return block.address(base) + (shared ? (long) bytes * extent.before(geometry) : 0);
  }

  /** Returns the bytes of an element. */
  public int bytes() {
    return bytes;
  }

  /** Returns the machine address of the first element of all shards, in memory that they share. */
  public long first() {
    return block.address(base);
  }

  /** Returns how many elements there are, in a shard or in one row of it. */
  public Extent extent() {
    return extent;
  }

  /** Returns whose rows these are. */
  public Geometry geometry() {
    return geometry;
  }

  /** Copies reals to the heap. */
  public void load(int from, float[] into, int n) {
    block.floats().get(at() + from, into, 0, n);
  }

  /** Copies reals from the heap. */
  public void store(int from, float[] values, int n) {
    block.floats().put(at() + from, values, 0, n);
  }

  /**
   * Copies reals of all shards, in memory that they share, to the heap.
   *
   * @param from the first, counted from the first of all shards
   * @param at where it goes
   */
  public void loadOfAll(int from, float[] into, int at, int n) {
    block.floats().get(base + from, into, at, n);
  }

  /**
   * Copies reals of all shards from the heap to memory that they share.
   *
   * @param from where the first goes, counted from the first of all shards
   * @param at which is the first
   */
  public void storeOfAll(int from, float[] values, int at, int n) {
    block.floats().put(base + from, values, at, n);
  }

  /** Copies indices to the heap. */
  public void load(int from, int[] into, int n) {
    block.ints().get(at() + from, into, 0, n);
  }

  /** Copies indices from the heap. */
  public void store(int from, int[] values, int n) {
    block.ints().put(at() + from, values, 0, n);
  }

  /** Copies elements to a block. */
  public void copy(int from, NativeBlock into, int word, int n) {
    block.copy(at() + from, into, word, n);
  }

  /** Returns one real. */
  public float real(int i) {
    return block.floats().get(at() + i);
  }

  /** Returns one index. */
  public int index(int i) {
    return block.ints().get(at() + i);
  }

  /** Returns the counter. */
  public long step() {
    return block.step(at());
  }

  /** Sets the counter. */
  public void step(long value) {
    block.step(at(), value);
  }
}
