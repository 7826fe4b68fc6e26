package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_destroy;

import io.ae.cpu.memory.NativeBlock;
import java.util.function.LongSupplier;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.jspecify.annotations.Nullable;

/**
 * A variable as the right factor of products, copied to the layout in which oneDNN multiplies
 * fastest when it is first wanted; copied again when the state has changed. All sessions and shards
 * share it.
 */
public final class PackedFactor implements AutoCloseable {
  private final OneDnn library;
  private final Source source;
  private final LongSupplier version;
  private volatile @Nullable Copy copy;

  /**
   * Where the variable is.
   *
   * @param address of the machine
   * @param transposed whether it is stored {@code [columns, rows]}
   * @param rows of the factor
   * @param columns of the factor
   */
  public record Source(long address, boolean transposed, int rows, int columns) {}

  /**
   * @param version another number after each change of the state
   */
  public PackedFactor(OneDnn library, Source source, LongSupplier version) {
    this.library = library;
    this.source = source;
    this.version = version;
  }

  int rows() {
    return source.rows();
  }

  int columns() {
    return source.columns();
  }

  /**
   * Returns the copy's layout; the caller does not destroy it.
   *
   * @throws Execution.ReferenceOnly if nothing is faster than what is stored
   */
  dnnl_memory_desc layout() {
    return copy().layout;
  }

  /** Returns the copy's machine address; called while the state cannot change. */
  long address() {
    Copy present = copy();
    present.refresh(version.getAsLong());
    return present.block.address(0);
  }

  private Copy copy() {
    Copy present = copy;
    return present == null ? made() : present;
  }

  private synchronized Copy made() {
    Copy present = copy;
    if (present == null) {
      present = new Copy(library, source);
      copy = present;
    }
    return present;
  }

  @Override
  public void close() {
    Copy present = copy;
    if (present != null) {
      present.close();
    }
  }

  /** The memory, and what fills it. */
  private static final class Copy {
    private static final long NEVER = -1;

    private final Source source;
    private final dnnl_memory_desc layout;
    private final NativeBlock block;
    private final dnnl_stream stream;
    private final Reorder reorder;
    private volatile long version = NEVER;

    Copy(OneDnn library, Source source) {
      this.source = source;
      long[] dims = {source.rows(), source.columns()};
      dnnl_memory_desc stored =
          source.transposed()
              ? Layouts.strided(dims, 1, dims[0])
              : Layouts.strided(dims, dims[1], 1);
      layout = Panel.layout(library, PackedProduct.MOST_ROWS, source.rows(), source.columns());
      block = NativeBlock.owned(dnnl_memory_desc_get_size(layout) / Float.BYTES + 1);
      stream = library.stream();
      reorder = new Reorder(library, stream, stored, layout);
      dnnl_memory_desc_destroy(stored);
    }

    void refresh(long wanted) {
      if (version != wanted) {
        synchronized (this) {
          if (version != wanted) {
            reorder.run(source.address(), block.address(0));
            version = wanted;
          }
        }
      }
    }

    void close() {
      reorder.close();
      dnnl_stream_destroy(stream);
      dnnl_memory_desc_destroy(layout);
      block.close();
    }
  }
}
