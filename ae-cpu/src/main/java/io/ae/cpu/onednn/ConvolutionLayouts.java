package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_data_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_weights_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_format_tag_any;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_hwio;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nChw16c;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nChw8c;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nchw;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nhwc;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;

import io.ae.api.graph.Window;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/**
 * Names of layouts under which oneDNN is asked for a convolution. All of them lay out planes and
 * positions with the channels last; only the kernels it finds differ.
 *
 * @param planes {@code nhwc}, or a name that means the same for so many channels
 * @param weights {@code hwio}, or any that the kernel likes
 * @param positions as planes
 * @param direct whether only a {@link DirectKernel} will do
 */
record ConvolutionLayouts(int planes, int weights, int positions, boolean direct) {
  /** Fewer channels do not fill the vectors of a strided kernel; a product does better. */
  private static final int FEW = 32;

  /**
   * Returns what is asked for, the best first, as measured on AVX-512: weights in a layout of the
   * kernel's own make gradients by weights four times as fast as {@code hwio}. One channel is known
   * to the kernels as {@code nchw}, and is three times as fast under that name. The gradient by few
   * channels of a strided convolution is a product and a sum under {@code hwio} only.
   */
  static List<ConvolutionLayouts> wanted(Direction direction, Sizes sizes) {
    ConvolutionLayouts free =
        new ConvolutionLayouts(dnnl_nhwc, dnnl_format_tag_any, dnnl_nhwc, false);
    ConvolutionLayouts fixed = new ConvolutionLayouts(dnnl_nhwc, dnnl_hwio, dnnl_nhwc, false);
    List<ConvolutionLayouts> wanted = new ArrayList<>(List.of(free, fixed));
    boolean strided = sizes.window().strideY() > 1 || sizes.window().strideX() > 1;
    if (direction == Direction.TO_INPUT && strided && sizes.channels() < FEW) {
      wanted = new ArrayList<>(List.of(fixed, free));
    }
    if (direction == Direction.FORWARD && sizes.channels() == 1) {
      int positions = synonym(sizes.outputs());
      wanted.add(0, new ConvolutionLayouts(dnnl_nchw, dnnl_format_tag_any, positions, false));
    } else if (DirectKernel.pays(direction, sizes)) {
      wanted.add(0, new ConvolutionLayouts(dnnl_nhwc, dnnl_format_tag_any, dnnl_nhwc, true));
    }
    return wanted;
  }

  /**
   * Describes the best primitive there is; the caller destroys the description.
   *
   * @throws Execution.ReferenceOnly if there is none but for reference
   */
  static dnnl_primitive_desc choose(
      OneDnn library, Direction direction, Sizes sizes, Epilogue epilogue) {
    for (ConvolutionLayouts layouts : wanted(direction, sizes)) {
      Optional<dnnl_primitive_desc> found =
          layouts.description(library, direction, sizes, epilogue);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new Execution.ReferenceOnly(direction + " convolution of " + sizes);
  }

  /** Returns another name of {@code nhwc}: blocks of channels of which there is one. */
  private static int synonym(int channels) {
    return switch (channels) {
      case 8 -> dnnl_nChw8c;
      case 16 -> dnnl_nChw16c;
      default -> dnnl_nhwc;
    };
  }

  /** Describes the primitive, if there is the one wanted and it is not for reference. */
  private Optional<dnnl_primitive_desc> description(
      OneDnn library, Direction direction, Sizes sizes, Epilogue epilogue) {
    dnnl_memory_desc x = Layouts.tagged(sizes.planesShape(), planes);
    dnnl_memory_desc k = Layouts.tagged(sizes.weightsShape(), weights);
    dnnl_memory_desc p = Layouts.tagged(sizes.positionsShape(), positions);
    dnnl_memory_desc b =
        epilogue.bias() ? Layouts.strided(new long[] {sizes.outputs()}, 1) : new dnnl_memory_desc();
    dnnl_primitive_attr attributes = epilogue.attributes();
    dnnl_primitive_desc forward = new dnnl_primitive_desc();
    dnnl_primitive_desc back = new dnnl_primitive_desc();
    Window w = sizes.window();
    int status = forward(library, w, attributes, forward, x, k, b, p);
    if (status == 0) {
      status =
          switch (direction) {
            case FORWARD -> 0;
            case TO_INPUT -> toInput(library, w, attributes, forward, back, x, k, p);
            case TO_WEIGHTS -> toWeights(library, w, attributes, forward, back, x, k, p);
          };
    }
    dnnl_primitive_desc found = direction == Direction.FORWARD ? forward : back;
    // The forward description is a hint to the search for another kernel as well.
    boolean wanted = status == 0 && (!direct || DirectKernel.find(found));
    if (direction != Direction.FORWARD) {
      dnnl_primitive_desc_destroy(forward);
    }
    dnnl_primitive_attr_destroy(attributes);
    dnnl_memory_desc_destroy(x);
    dnnl_memory_desc_destroy(k);
    dnnl_memory_desc_destroy(p);
    if (epilogue.bias()) {
      dnnl_memory_desc_destroy(b);
    }
    if (status != 0) {
      return Optional.empty();
    }
    if (!wanted || Execution.onlyReference(found)) {
      dnnl_primitive_desc_destroy(found);
      return Optional.empty();
    }
    return Optional.of(found);
  }

  private static int forward(
      OneDnn library,
      Window w,
      dnnl_primitive_attr attributes,
      dnnl_primitive_desc into,
      dnnl_memory_desc x,
      dnnl_memory_desc k,
      dnnl_memory_desc b,
      dnnl_memory_desc p) {
    return dnnl_convolution_forward_primitive_desc_create(
        into,
        library.engine(),
        dnnl_forward_training,
        dnnl_convolution_direct,
        x,
        k,
        b,
        p,
        strides(w),
        dilation(),
        before(w),
        after(w),
        attributes);
  }

  private static int toInput(
      OneDnn library,
      Window w,
      dnnl_primitive_attr attributes,
      dnnl_primitive_desc forward,
      dnnl_primitive_desc into,
      dnnl_memory_desc x,
      dnnl_memory_desc k,
      dnnl_memory_desc p) {
    return dnnl_convolution_backward_data_primitive_desc_create(
        into,
        library.engine(),
        dnnl_convolution_direct,
        x,
        k,
        p,
        strides(w),
        dilation(),
        before(w),
        after(w),
        forward,
        attributes);
  }

  private static int toWeights(
      OneDnn library,
      Window w,
      dnnl_primitive_attr attributes,
      dnnl_primitive_desc forward,
      dnnl_primitive_desc into,
      dnnl_memory_desc x,
      dnnl_memory_desc k,
      dnnl_memory_desc p) {
    return dnnl_convolution_backward_weights_primitive_desc_create(
        into,
        library.engine(),
        dnnl_convolution_direct,
        x,
        k,
        new dnnl_memory_desc(),
        p,
        strides(w),
        dilation(),
        before(w),
        after(w),
        forward,
        attributes);
  }

  private static long[] strides(Window w) {
    return new long[] {w.strideY(), w.strideX()};
  }

  private static long[] dilation() {
    return new long[] {0, 0};
  }

  private static long[] before(Window w) {
    return new long[] {w.top(), w.left()};
  }

  private static long[] after(Window w) {
    return new long[] {w.bottom(), w.right()};
  }
}
