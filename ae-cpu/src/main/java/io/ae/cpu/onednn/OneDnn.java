package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_engine_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_scratchpad_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;
import static org.bytedeco.dnnl.global.dnnl.dnnl_set_primitive_cache_capacity;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_default_flags;
import static org.bytedeco.dnnl.global.dnnl.dnnl_version;

import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** The loaded library: its engine, its version, and the OpenMP runtime beside it. */
public final class OneDnn {
  /** The primitive cache keeps code for ever and held hundreds of megabytes: hold it small. */
  private static final int CACHED_PRIMITIVES = 64;

  private final dnnl_engine engine = new dnnl_engine();

  private OneDnn() {
    check(dnnl_engine_create(engine, dnnl_cpu, 0), "engine");
  }

  /** Loads once; later calls give the same library, or the same reason. */
  private static final class Loaded {
    private static @Nullable OneDnn library;
    private static @Nullable LinkageError failure;

    static {
      try {
        Path preset = Path.of(Loader.load(org.bytedeco.dnnl.global.dnnl.class));
        OpenMp.bind(openMp(preset));
        check(dnnl_set_primitive_cache_capacity(CACHED_PRIMITIVES), "primitive cache");
        library = new OneDnn();
      } catch (LinkageError e) {
        failure = e;
      }
    }

    private Loaded() {}
  }

  /**
   * Returns the library.
   *
   * @throws LinkageError if the natives of this platform are not on the path
   */
  public static OneDnn load() {
    LinkageError failure = Loaded.failure;
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(Loaded.library);
  }

  /**
   * Returns where the OpenMP functions are found: on Linux and macOS a look-up through oneDNN's own
   * library reaches the runtime it is linked with; on Windows each library is asked alone.
   */
  private static NativeLibrary openMp(Path preset) {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return NativeLibrary.getInstance("vcomp140");
    }
    for (String name : List.of("libdnnl.so.3", "libdnnl.3.dylib", "libdnnl.dylib")) {
      Path library = preset.resolveSibling(name);
      if (Files.exists(library)) {
        return NativeLibrary.getInstance(library.toString());
      }
    }
    throw new UnsatisfiedLinkError("no libdnnl beside the preset's own library " + preset);
  }

  /** Returns version and instruction set, such as {@code oneDNN 3.11.0, AVX-512}. */
  public String details() {
    dnnl_version_t v = dnnl_version();
    return "oneDNN %d.%d.%d, %s".formatted(v.major(), v.minor(), v.patch(), instructionSet());
  }

  /** Returns whether the CPU multiplies bfloat16 itself; on others it would be emulated. */
  public boolean bfloat16() {
    int isa = dnnl_get_effective_cpu_isa();
    return (isa & dnnl_cpu_isa_avx512_core_bf16) == dnnl_cpu_isa_avx512_core_bf16;
  }

  /** Returns the CPU's instruction set, such as {@code AVX-512}. */
  public String instructionSet() {
    return instructionSet(dnnl_get_effective_cpu_isa());
  }

  private static String instructionSet(int isa) {
    return switch (isa) {
      case 0x1 -> "SSE 4.1";
      case 0x3 -> "AVX";
      case 0x7 -> "AVX2";
      case 0xf, 0x1f -> "AVX2 with VNNI";
      case 0x27 -> "AVX-512";
      case 0x67 -> "AVX-512 with VNNI";
      case 0xe7 -> "AVX-512 with bfloat16";
      default -> "CPU instruction set 0x%x".formatted(isa);
    };
  }

  dnnl_engine engine() {
    return engine;
  }

  /** Returns a new in-order stream; one a thread. */
  dnnl_stream stream() {
    dnnl_stream stream = new dnnl_stream();
    check(dnnl_stream_create(stream, engine, dnnl_stream_default_flags), "stream");
    return stream;
  }

  /**
   * Returns attributes under which a primitive is given its scratch memory: the library's own
   * belongs to the thread that made the primitive, and other threads cannot run it.
   */
  static dnnl_primitive_attr attributes() {
    dnnl_primitive_attr attributes = new dnnl_primitive_attr();
    check(dnnl_primitive_attr_create(attributes), "attributes");
    check(
        dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user),
        "attributes");
    return attributes;
  }

  static void check(int status, String what) {
    if (status != 0) {
      throw new IllegalStateException("oneDNN: " + what + " failed with status " + status);
    }
  }
}
