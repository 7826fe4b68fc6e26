package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nhwc;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_workspace_md;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.NativeBlock;
import java.nio.ByteBuffer;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;

/** Where the largest of each window lies, over a fixed number of images {@code [n, Y, X, C]}. */
public final class Pooling implements AutoCloseable {
  /** Windows of so many elements have their places in a byte each. */
  public static final int MOST = 255;

  private static final int SRC = 0;

  private final Execution execution;
  private final NativeBlock largest;
  private final NativeBlock places;
  private final ByteBuffer bytes;

  /**
   * @throws Execution.ReferenceOnly if oneDNN has nothing fast for these sizes
   */
  Pooling(OneDnn library, dnnl_stream stream, int images, int channels, int y, int x, Window w) {
    long[] planes = {images, channels, y, x};
    long[] pooled = {images, channels, w.positionsY(y), w.positionsX(x)};
    dnnl_memory_desc from = Layouts.tagged(planes, dnnl_nhwc);
    dnnl_memory_desc to = Layouts.tagged(pooled, dnnl_nhwc);
    dnnl_primitive_attr attributes = OneDnn.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    int status =
        dnnl_pooling_forward_primitive_desc_create(
            description,
            library.engine(),
            dnnl_forward_training,
            dnnl_pooling_max,
            from,
            to,
            new long[] {w.strideY(), w.strideX()},
            new long[] {w.y(), w.x()},
            new long[] {0, 0},
            new long[] {w.top(), w.left()},
            new long[] {w.bottom(), w.right()},
            attributes);
    try {
      String what = "pooling of " + images + " × " + channels + " planes " + y + " × " + x;
      if (status != 0) {
        throw new Execution.ReferenceOnly(what);
      }
      int count = Math.toIntExact(pooled[0] * pooled[1] * pooled[2] * pooled[3]);
      largest = NativeBlock.owned(count);
      places = NativeBlock.owned(count / Float.BYTES + 1);
      bytes = places.slice(0, count);
      execution = execution(library, stream, what, description, from, to);
    } finally {
      if (status == 0) {
        dnnl_primitive_desc_destroy(description);
      }
      dnnl_primitive_attr_destroy(attributes);
      dnnl_memory_desc_destroy(from);
      dnnl_memory_desc_destroy(to);
    }
  }

  private Execution execution(
      OneDnn library,
      dnnl_stream stream,
      String what,
      dnnl_primitive_desc description,
      dnnl_memory_desc from,
      dnnl_memory_desc to) {
    try {
      return new Execution(
          library,
          stream,
          what,
          description,
          List.of(
              new Execution.Argument(DNNL_ARG_SRC, from, Execution.LATER),
              new Execution.Argument(DNNL_ARG_DST, to, largest.address(0)),
              new Execution.Argument(
                  DNNL_ARG_WORKSPACE,
                  dnnl_primitive_desc_query_md(description, dnnl_query_workspace_md, 0),
                  places.address(0))));
    } catch (Execution.ReferenceOnly e) {
      largest.close();
      places.close();
      throw e;
    }
  }

  /**
   * Finds the largest of each window.
   *
   * @param planes machine address of the images
   * @param into takes one byte a window and channel, where in the window it lies, row by row
   */
  public void run(long planes, byte[] into) {
    execution.place(SRC, planes);
    execution.run();
    bytes.get(0, into);
  }

  @Override
  public void close() {
    execution.close();
    largest.close();
    places.close();
  }
}
