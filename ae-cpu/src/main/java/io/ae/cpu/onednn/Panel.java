package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_format_tag_any;
import static org.bytedeco.dnnl.global.dnnl.dnnl_matmul_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_clone;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;

/** A product of so many rows and a packed factor, and what is done to it at once. */
final class Panel implements AutoCloseable {
  private final int rows;
  private final boolean bias;
  private final Execution execution;

  /**
   * @throws Execution.ReferenceOnly if only a reference kernel would do it
   */
  Panel(OneDnn library, dnnl_stream stream, PackedFactor factor, int rows, Epilogue epilogue) {
    this.rows = rows;
    this.bias = epilogue.bias();
    int inner = factor.rows();
    int columns = factor.columns();
    String what = "a packed product of [" + rows + ", " + inner + "] by " + columns;
    dnnl_memory_desc a = Layouts.strided(new long[] {rows, inner}, inner, 1);
    dnnl_memory_desc b = Layouts.strided(new long[] {1, columns}, columns, 1);
    dnnl_memory_desc c = Layouts.strided(new long[] {rows, columns}, columns, 1);
    dnnl_primitive_attr attributes = epilogue.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    List<Execution.Argument> arguments = new ArrayList<>();
    arguments.add(new Execution.Argument(DNNL_ARG_SRC, a, Execution.LATER));
    arguments.add(new Execution.Argument(DNNL_ARG_WEIGHTS, factor.layout(), Execution.LATER));
    arguments.add(new Execution.Argument(DNNL_ARG_DST, c, Execution.LATER));
    if (bias) {
      arguments.add(new Execution.Argument(DNNL_ARG_BIAS, b, Execution.LATER));
    }
    OneDnn.check(
        dnnl_matmul_primitive_desc_create(
            description, library.engine(), a, factor.layout(), bias ? b : null, c, attributes),
        what);
    try {
      execution = new Execution(library, stream, what, description, arguments);
    } finally {
      dnnl_primitive_desc_destroy(description);
      dnnl_primitive_attr_destroy(attributes);
      dnnl_memory_desc_destroy(a);
      dnnl_memory_desc_destroy(b);
      dnnl_memory_desc_destroy(c);
    }
  }

  /** Returns the layout of a right factor that suits so many rows best. */
  static dnnl_memory_desc layout(OneDnn library, int rows, int inner, int columns) {
    dnnl_memory_desc a = Layouts.strided(new long[] {rows, inner}, inner, 1);
    dnnl_memory_desc any = Layouts.tagged(new long[] {inner, columns}, dnnl_format_tag_any);
    dnnl_memory_desc c = Layouts.strided(new long[] {rows, columns}, columns, 1);
    dnnl_primitive_attr attributes = OneDnn.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    dnnl_memory_desc layout = new dnnl_memory_desc();
    OneDnn.check(
        dnnl_matmul_primitive_desc_create(
            description, library.engine(), a, any, null, c, attributes),
        "a packed product");
    OneDnn.check(
        dnnl_memory_desc_clone(
            layout, dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0)),
        "a packed product");
    dnnl_primitive_desc_destroy(description);
    dnnl_primitive_attr_destroy(attributes);
    dnnl_memory_desc_destroy(a);
    dnnl_memory_desc_destroy(any);
    dnnl_memory_desc_destroy(c);
    return layout;
  }

  int rows() {
    return rows;
  }

  /** Multiplies; all are machine addresses. */
  void run(long a, long weights, long biasAddress, long c) {
    execution.place(0, a);
    execution.place(1, weights);
    execution.place(2, c);
    if (bias) {
      execution.place(3, biasAddress);
    }
    execution.run();
  }

  @Override
  public void close() {
    execution.close();
  }
}
