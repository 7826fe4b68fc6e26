package io.ae.core.backend;

import io.ae.api.AeException;
import io.ae.api.backend.Backend;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Program;
import io.ae.api.graph.Value;
import io.ae.core.backend.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;

/** Interprets functions planned at compile time, shard by shard. */
final class JavaBackend implements Backend {
  static final String ID = "java";

  private final int shards;
  private final Workers workers;
  private final List<JavaModel> models = new ArrayList<>();
  private boolean closed;

  JavaBackend(int shards) {
    this.shards = shards;
    this.workers = new Workers(shards - 1);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public synchronized CompiledModel compile(Program program, CompileOptions options) {
    if (closed) {
      throw new AeException("AE-B021", "backend 'java' is closed; open it again to compile");
    }
    if (options.compute() == DType.BF16) {
      throw new AeException(
          "AE-B011",
          "backend 'java' computes in float32 or float64, not in bfloat16. Use float32, or backend"
              + " 'cpu' on a CPU with AVX512_BF16.");
    }
    program.functions().values().forEach(JavaBackend::check);
    JavaModel model = new JavaModel(program, options, shards, workers);
    models.add(model);
    return model;
  }

  private static void check(Function function) {
    List<String> sparse = new ArrayList<>();
    for (Value node : function.nodes()) {
      Kernels.check(node, function.name());
      Plan.checkJoin(node, function.name());
      if (node.kind() == Kind.SPARSE) {
        sparse.add(node.op().id());
      }
    }
    if (sparse.size() > 1) {
      throw new AeException(
          "AE-B010",
          "backend 'java' takes one sparse input in a function, '"
              + function.name()
              + "' has sparse values from "
              + sparse);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    models.forEach(JavaModel::close);
    workers.close();
  }
}
