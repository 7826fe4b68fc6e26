package io.ae.cpu.onednn;
import org.bytedeco.dnnl.dnnl_stream;
/** x. */
public final class Unfolding implements AutoCloseable {
  Unfolding(OneDnn library, dnnl_stream stream, Convolution.Sizes sizes) {}
  @Override public void close() {}
}
