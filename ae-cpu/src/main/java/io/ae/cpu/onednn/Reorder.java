package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;

/** Copies a value of fixed shape from one layout to another, between any two places. */
public final class Reorder implements AutoCloseable {
  private final Execution execution;

  Reorder(OneDnn library, dnnl_stream stream, dnnl_memory_desc from, dnnl_memory_desc to) {
    dnnl_primitive_attr attributes = OneDnn.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl_reorder_primitive_desc_create(
            description, from, library.engine(), to, library.engine(), attributes),
        "reorder");
    execution =
        new Execution(
            library,
            stream,
            "a change of layout",
            description,
            List.of(
                new Execution.Argument(DNNL_ARG_FROM, from, Execution.LATER),
                new Execution.Argument(DNNL_ARG_TO, to, Execution.LATER)));
    dnnl_primitive_desc_destroy(description);
    dnnl_primitive_attr_destroy(attributes);
  }

  /** Returns a copy between layouts that nothing else needs. */
  static Reorder owning(
      OneDnn library, dnnl_stream stream, dnnl_memory_desc from, dnnl_memory_desc to) {
    try {
      return new Reorder(library, stream, from, to);
    } finally {
      dnnl_memory_desc_destroy(from);
      dnnl_memory_desc_destroy(to);
    }
  }

  /** Copies from one machine address to another. */
  public void run(long from, long to) {
    execution.place(0, from);
    execution.place(1, to);
    execution.run();
  }

  @Override
  public void close() {
    execution.close();
  }
}
