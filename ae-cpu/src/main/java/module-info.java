/** The backend {@code cpu}: oneDNN through the JavaCPP presets. */
module io.ae.cpu {
  requires com.sun.jna;
  requires transitive io.ae.api;
  requires org.bytedeco.dnnl;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.opencl;
  requires static transitive org.jspecify;
}
