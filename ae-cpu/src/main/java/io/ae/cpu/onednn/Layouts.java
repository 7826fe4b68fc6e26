package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_strides;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_tag;

import org.bytedeco.dnnl.dnnl_memory_desc;

/** Makes oneDNN's descriptions of where a value's elements lie. The caller destroys them. */
final class Layouts {
  private Layouts() {}

  /** Returns one of oneDNN's named layouts. */
  static dnnl_memory_desc tagged(long[] dims, int tag) {
    dnnl_memory_desc layout = new dnnl_memory_desc();
    OneDnn.check(
        dnnl_memory_desc_create_with_tag(layout, dims.length, dims, dnnl_f32, tag), "layout");
    return layout;
  }

  /**
   * Returns a layout by the elements from one index of each axis to the next; no two may share an
   * element.
   */
  static dnnl_memory_desc strided(long[] dims, long... strides) {
    return strided(dnnl_f32, dims, strides);
  }

  /** Returns such a layout of elements of another type. */
  static dnnl_memory_desc strided(int type, long[] dims, long... strides) {
    dnnl_memory_desc layout = new dnnl_memory_desc();
    OneDnn.check(
        dnnl_memory_desc_create_with_strides(layout, dims.length, dims, type, strides), "layout");
    return layout;
  }
}
