package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_data_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_weights_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_tag;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;

/** The pieces of a {@link Convolution}: layouts, moves between them, descriptions. */
final class ConvolutionParts {
  private final OneDnn library;
  private final dnnl_stream stream;
  private final NativeBlock block;

  ConvolutionParts(OneDnn library, dnnl_stream stream, NativeBlock block) {
    this.library = library;
    this.stream = stream;
    this.block = block;
  }

  static dnnl_memory_desc layout(long[] dims, int tag) {
    dnnl_memory_desc layout = new dnnl_memory_desc();
    OneDnn.check(
        dnnl_memory_desc_create_with_tag(layout, dims.length, dims, dnnl_f32, tag), "layout");
    return layout;
  }

  /** Returns the move between the caller's layout and the inner one. */
  Execution turn(
      long[] dims, int outerTag, int innerTag, int outerAt, int innerAt, boolean outwards) {
    dnnl_memory_desc from = layout(dims, outwards ? innerTag : outerTag);
    dnnl_memory_desc to = layout(dims, outwards ? outerTag : innerTag);
    dnnl_primitive_attr attributes = OneDnn.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl_reorder_primitive_desc_create(
            description, from, library.engine(), to, library.engine(), attributes),
        "reorder");
    Execution execution =
        new Execution(
            library,
            stream,
            "a change of layout",
            description,
            List.of(
                new Execution.Argument(
                    DNNL_ARG_FROM, from, block.address(outwards ? innerAt : outerAt)),
                new Execution.Argument(
                    DNNL_ARG_TO, to, block.address(outwards ? outerAt : innerAt))));
    dnnl_primitive_desc_destroy(description);
    dnnl_primitive_attr_destroy(attributes);
    dnnl_memory_desc_destroy(from);
    dnnl_memory_desc_destroy(to);
    return execution;
  }

  /** Returns the bound primitive of a direction. */
  Execution convolution(
      Direction direction,
      Sizes sizes,
      dnnl_memory_desc x,
      dnnl_memory_desc k,
      dnnl_memory_desc p,
      List<Execution.Argument> arguments) {
    dnnl_primitive_desc description = description(direction, sizes, x, k, p);
    try {
      String what = direction + " convolution of " + sizes;
      return new Execution(library, stream, what, description, arguments);
    } finally {
      dnnl_primitive_desc_destroy(description);
    }
  }

  private dnnl_primitive_desc description(
      Direction direction,
      Sizes sizes,
      dnnl_memory_desc x,
      dnnl_memory_desc k,
      dnnl_memory_desc p) {
    Window w = sizes.window();
    long[] strides = {w.strideY(), w.strideX()};
    long[] dilation = {0, 0};
    long[] before = {w.top(), w.left()};
    long[] after = {w.bottom(), w.right()};
    String what = direction + " convolution of " + sizes;
    dnnl_primitive_attr attributes = OneDnn.attributes();
    dnnl_memory_desc noBias = new dnnl_memory_desc();
    dnnl_primitive_desc forward = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl_convolution_forward_primitive_desc_create(
            forward,
            library.engine(),
            dnnl_forward_training,
            dnnl_convolution_direct,
            x,
            k,
            noBias,
            p,
            strides,
            dilation,
            before,
            after,
            attributes),
        what);
    if (direction == Direction.FORWARD) {
      dnnl_primitive_attr_destroy(attributes);
      return forward;
    }
    dnnl_primitive_desc back = new dnnl_primitive_desc();
    int status =
        direction == Direction.TO_INPUT
            ? dnnl_convolution_backward_data_primitive_desc_create(
                back,
                library.engine(),
                dnnl_convolution_direct,
                x,
                k,
                p,
                strides,
                dilation,
                before,
                after,
                forward,
                attributes)
            : dnnl_convolution_backward_weights_primitive_desc_create(
                back,
                library.engine(),
                dnnl_convolution_direct,
                x,
                k,
                noBias,
                p,
                strides,
                dilation,
                before,
                after,
                forward,
                attributes);
    OneDnn.check(status, what);
    dnnl_primitive_desc_destroy(forward);
    dnnl_primitive_attr_destroy(attributes);
    return back;
  }
}
