/** The backend {@code cpu}: oneDNN through the JavaCPP presets. */
module io.ae.cpu {
  requires com.sun.jna;
  requires transitive io.ae.api;
  requires org.bytedeco.dnnl;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.opencl;
  requires org.objectweb.asm;
  requires static transitive org.jspecify;

  // JNA reads the signatures of the native methods it binds.
  opens io.ae.cpu.onednn to
      com.sun.jna;

  provides io.ae.api.backend.BackendProvider with
      io.ae.cpu.OneDnnProvider;
}
