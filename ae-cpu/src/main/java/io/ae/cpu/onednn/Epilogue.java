package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_post_ops;

import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the elements of a product or a convolution before they are stored.
 *
 * @param bias whether a vector is added to each row
 * @param activation applied afterwards; null for none
 */
public record Epilogue(boolean bias, @Nullable Activation activation) {
  /** Leaves results as they are. */
  public static final Epilogue NONE = new Epilogue(false, null);

  /** Returns the attributes of a primitive that does it; the bias is an argument. */
  dnnl_primitive_attr attributes() {
    dnnl_primitive_attr attributes = OneDnn.attributes();
    Activation a = activation;
    if (a != null) {
      dnnl_post_ops after = new dnnl_post_ops();
      OneDnn.check(dnnl_post_ops_create(after), "post-ops");
      a.appendTo(after);
      OneDnn.check(dnnl_primitive_attr_set_post_ops(attributes, after), "post-ops");
      dnnl_post_ops_destroy(after);
    }
    return attributes;
  }
}
