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
  private boolean closed;

  OneDnnBackend(OneDnn library, BackendSettings settings) {
    this.library = library;
    this.settings = settings;
  }

  @Override
  public String id() {
    return OneDnnProvider.ID;
  }

  @Override
  public CompiledModel compile(Program program, CompileOptions options) {
    if (options.compute() != DType.F32) {
      throw new AeException(
          "AE-B011",
          "backend cpu computes in F32, found compute type "
              + options.compute()
              + ". Use F32, or the backend java for F64");
    }
    synchronized (models) {
      if (closed) {
        throw new AeException("AE-B021", "the backend cpu was closed; open it again");
      }
    }
    CpuModel model = new CpuModel(program, library, options.seed(), settings);
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
