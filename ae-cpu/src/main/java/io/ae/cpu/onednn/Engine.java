package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_s32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_destroy;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.NativeBlock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_stream;
import org.jspecify.annotations.Nullable;

/**
 * What one shard of a session uses of oneDNN; closing it frees every native object that was made
 * through it.
 */
public final class Engine implements AutoCloseable {
  private final OneDnn library;
  private final PackedFactors factors;
  private final dnnl_stream stream;
  private final int tile;
  private final Gemm gemm = new Gemm();
  private final Map<TileFunction.Function, TileFunction> functions =
      new EnumMap<>(TileFunction.Function.class);
  private final Scratch scratch = new Scratch();
  private final List<AutoCloseable> made = new ArrayList<>();
  private @Nullable Rounding rounding;
  private boolean closed;

  /**
   * @param library the loaded library
   * @param factors the model's packed variables
   * @param tile the most elements of a heap tile
   */
  public Engine(OneDnn library, PackedFactors factors, int tile) {
    this.library = library;
    this.factors = factors;
    this.tile = tile;
    stream = library.stream();
  }

  /** Returns products. */
  public Gemm gemm() {
    return gemm;
  }

  /**
   * Returns one product.
   *
   * @param columns of the result
   * @param rows of the batch that it is made for; it does any number of them
   */
  public MatrixProduct gemm(int columns, int rows) {
    if (!NarrowGemm.narrow(columns)) {
      return gemm;
    }
    return new NarrowGemm(layer(false, Epilogue.NONE, Execution.LATER), gemm, rows);
  }

  /** Returns one product of bfloat16 matrices. */
  public MatrixProduct bfloat16Gemm() {
    return layer(true, Epilogue.NONE, Execution.LATER);
  }

  /**
   * Returns one product with what becomes of its results.
   *
   * @param bfloat16 whether factors are bfloat16, not float32
   * @param bias machine address of the epilogue's bias, float32
   */
  public SizedGemm layer(boolean bfloat16, Epilogue epilogue, long bias) {
    SizedGemm product = new SizedGemm(library, stream, bfloat16, epilogue, bias);
    made.add(product);
    return product;
  }

  /** Returns products with a variable of the model that the session does not change. */
  public PackedProduct packed(PackedFactor.Source source, Epilogue epilogue) {
    PackedProduct product = new PackedProduct(library, stream, factors.of(source), epilogue);
    made.add(product);
    return product;
  }

  /** Returns the rounding to bfloat16, made on first use. */
  public Rounding rounding() {
    if (rounding == null) {
      rounding = new Rounding(library, stream);
    }
    return rounding;
  }

  /** Returns a function over tiles, made on first use. */
  public TileFunction function(TileFunction.Function function) {
    return functions.computeIfAbsent(function, f -> new TileFunction(library, stream, f, tile));
  }

  /**
   * Returns a convolution in one direction over so many images at a time, and what becomes of its
   * positions, or nothing where oneDNN has only a reference kernel, which is never used.
   */
  public Optional<Convolution> convolution(
      Convolution.Direction direction, Convolution.Sizes sizes, Convolution.Ending after) {
    try {
      Convolution convolution = new Convolution(library, stream, direction, sizes, after);
      made.add(convolution);
      return Optional.of(convolution);
    } catch (Execution.ReferenceOnly e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the gradient of a strided convolution by its planes as a plain convolution, and what
   * becomes of the planes, or nothing where oneDNN has only a reference kernel.
   */
  public Optional<SubPixel> subPixel(Convolution.Sizes sizes, Convolution.Ending after) {
    try {
      SubPixel subPixel = new SubPixel(library, stream, scratch, sizes, after);
      made.add(subPixel);
      return Optional.of(subPixel);
    } catch (Execution.ReferenceOnly e) {
      return Optional.empty();
    }
  }

  /**
   * Returns where the largest of each window lies, over so many images at a time, or nothing where
   * oneDNN has only a reference kernel.
   */
  public Optional<Pooling> pooling(int images, int channels, int y, int x, Window window) {
    if (window.y() * window.x() > Pooling.MOST) {
      return Optional.empty();
    }
    try {
      Pooling pooling = new Pooling(library, stream, images, channels, y, x, window);
      made.add(pooling);
      return Optional.of(pooling);
    } catch (Execution.ReferenceOnly e) {
      return Optional.empty();
    }
  }

  /**
   * Returns what transposes matrices that lie one after another.
   *
   * @param matrices how many
   * @param rows of a matrix as it is, at least 1
   * @param columns of a matrix as it is, at least 1
   * @param index whether they are of indices
   */
  public Reorder transpositions(int matrices, int rows, int columns, boolean index) {
    int type = index ? dnnl_s32 : dnnl_f32;
    long[] dims = {matrices, rows, columns};
    long elements = (long) rows * columns;
    Reorder reorder =
        Reorder.owning(
            library,
            stream,
            Layouts.strided(type, dims, elements, columns, 1),
            Layouts.strided(type, dims, elements, 1, rows));
    made.add(reorder);
    return reorder;
  }

  /** Returns memory that holds nothing between two steps. */
  public Scratch scratch() {
    return scratch;
  }

  /** Returns memory that is freed with this engine. */
  public NativeBlock memory(long words) {
    NativeBlock block = NativeBlock.owned(words);
    made.add(block);
    return block;
  }

  /** Frees convolutions and memory; functions over tiles and the rounding stay. */
  public void clear() {
    for (AutoCloseable c : made) {
      try {
        c.close();
      } catch (Exception e) {
        throw new IllegalStateException("freeing oneDNN's objects", e);
      }
    }
    made.clear();
    scratch.clear();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      clear();
      scratch.close();
      functions.values().forEach(TileFunction::close);
      if (rounding != null) {
        rounding.close();
      }
      dnnl_stream_destroy(stream);
    }
  }
}
