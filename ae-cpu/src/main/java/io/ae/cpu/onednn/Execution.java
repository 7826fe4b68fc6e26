package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_impl_info_str;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_scratchpad_md;

import io.ae.cpu.memory.Address;
import io.ae.cpu.memory.NativeBlock;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * One primitive with its arguments bound: made once, executed many times by one thread. It holds
 * every native object it needs, since the collector frees what nothing refers to.
 */
final class Execution implements AutoCloseable {
  private final dnnl_primitive primitive = new dnnl_primitive();
  private final List<dnnl_memory> memories = new ArrayList<>();
  private final NativeBlock scratch;
  private final dnnl_stream stream;
  private final dnnl_exec_arg_t arguments;
  private final int count;
  private final String what;
  private final Address pointer = new Address();
  private boolean closed;

  /**
   * Stands in the names of kernels that are correct and nothing else, not always first: {@code
   * jit_uni_ncsp:conv+ref:any} is one.
   */
  private static final String REFERENCE = "ref";

  /** oneDNN has nothing fast for these sizes on this CPU. */
  static final class ReferenceOnly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReferenceOnly(String what) {
      super("oneDNN has only a reference kernel for " + what);
    }
  }

  /** The address of an argument that is {@link #place}d before each run. */
  static final long LATER = 0;

  /**
   * One argument: its meaning to the primitive, its layout, and where it lies, or {@link #LATER}.
   */
  record Argument(int meaning, dnnl_memory_desc layout, long address) {}

  /**
   * @throws ReferenceOnly if only a reference kernel would do it, a thousand times slower
   */
  Execution(
      OneDnn library,
      dnnl_stream stream,
      String what,
      dnnl_primitive_desc description,
      List<Argument> bound) {
    this.stream = stream;
    this.what = what;
    if (onlyReference(description)) {
      throw new ReferenceOnly(what);
    }
    OneDnn.check(dnnl_primitive_create(primitive, description), what);
    dnnl_memory_desc layout =
        dnnl_primitive_desc_query_md(description, dnnl_query_scratchpad_md, 0);
    scratch = NativeBlock.owned(dnnl_memory_desc_get_size(layout) / Float.BYTES + 1);
    List<Argument> all = new ArrayList<>(bound);
    all.add(new Argument(DNNL_ARG_SCRATCHPAD, layout, scratch.address(0)));
    count = all.size();
    arguments = new dnnl_exec_arg_t(count);
    for (int i = 0; i < count; i++) {
      bind(library, i, all.get(i));
    }
  }

  private void bind(OneDnn library, int i, Argument a) {
    dnnl_memory memory = new dnnl_memory();
    OneDnn.check(
        dnnl_memory_create(memory, a.layout(), library.engine(), new Address().at(a.address())),
        what);
    memories.add(memory);
    dnnl_exec_arg_t entry = arguments.getPointer(i);
    entry.arg(a.meaning());
    entry.memory(memory);
  }

  /** Returns whether the kernel is one that is correct and nothing else. */
  static boolean onlyReference(dnnl_primitive_desc description) {
    return kernel(description).contains(REFERENCE);
  }

  /** Returns the kernel's name. */
  static String kernel(dnnl_primitive_desc description) {
    try (PointerPointer<BytePointer> name = new PointerPointer<>(1)) {
      OneDnn.check(
          dnnl_primitive_desc_query(description, dnnl_query_impl_info_str, 0, name), "kernel name");
      return name.get(BytePointer.class, 0).getString();
    }
  }

  /** Says where an argument lies from now on. */
  void place(int argument, long address) {
    OneDnn.check(dnnl_memory_set_data_handle(memories.get(argument), pointer.at(address)), what);
  }

  /** Computes. */
  void run() {
    OneDnn.check(dnnl_primitive_execute(primitive, stream, count, arguments), what);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      dnnl_primitive_destroy(primitive);
      memories.forEach(m -> dnnl_memory_destroy(m));
      arguments.close();
      scratch.close();
    }
  }
}
