package io.ae.cpu;

import io.ae.api.AeException;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import io.ae.cpu.onednn.OneDnn;
import java.util.ArrayList;
import java.util.List;

/** The opened backend; models compiled by it end with it. */
final class OneDnnBackend implements Backend {
  private final OneDnn library;
  private final BackendSettings settings;
  private final List<CpuModel> models = new ArrayList<>();
  private final boolean bfloat16;
  private boolean closed;

  /**
   * @param bfloat16 whether the CPU has it
   */
  OneDnnBackend(OneDnn library, BackendSettings settings, boolean bfloat16) {
    this.library = library;
    this.bfloat16 = bfloat16;
    this.settings = settings;
  }

  @Override
  public String id() {
    return OneDnnProvider.ID;
  }

  @Override
  public CompiledModel compile(Program program, CompileOptions options) {
    if (options.compute() == DType.F64) {
      throw new AeException(
          "AE-B011",
          "backend cpu computes in float32 or bfloat16, not in float64. Use float32, or the"
              + " backend java");
    }
    if (options.compute() == DType.BF16 && !bfloat16) {
      throw new AeException(
          "AE-B011",
          "backend cpu computes in bfloat16 on a CPU with AVX512_BF16; this one has "
              + library.instructionSet()
              + ". Use float32, or another machine");
    }
    synchronized (models) {
      if (closed) {
        throw new AeException("AE-B021", "the backend cpu was closed; open it again");
      }
    }
    CpuModel model = new CpuModel(program, library, options, settings);
    synchronized (models) {
      models.add(model);
    }
    return model;
  }

  @Override
  public void close() {
    List<CpuModel> open;
    synchronized (models) {
      closed = true;
      open = List.copyOf(models);
      models.clear();
    }
    open.forEach(CpuModel::close);
  }
}
