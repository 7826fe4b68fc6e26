package io.ae.core;

import io.ae.api.CodeKind;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.DType;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.data.Scaling;
import io.ae.core.file.InferenceProgram;
import io.ae.core.file.read.ModelMetadata;
import io.ae.core.file.read.Provenance;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.TraceOptions;
import java.util.List;
import java.util.Map;

/** Untrained models of one linear layer, to infer with. */
final class TinyModels {
  private TinyModels() {}

  /** One linear layer there and, with the same weights, back. */
  private static final class Mirror implements Network {
    private final Var w;
    private final boolean side;

    Mirror(Vars vars, int features, int code, boolean side) {
      this.w = vars.parameter("w", Init.glorot(features, code, 1), features, code);
      this.side = side;
    }

    @Override
    public Encoded encode(Ops o, Value x) {
      Value code = x.kind() == Kind.SPARSE ? o.csrMatMul(x, w) : o.matmul(x, w);
      return side ? new Encoded(code, Map.of("switches", code)) : Encoded.of(code);
    }

    @Override
    public Value decode(Ops o, Encoded e) {
      return o.matmul(e.code(), o.transpose(w));
    }

    @Override
    public List<Phase> phases() {
      return List.of(Phase.of("train", this::loss, Optimiser.adam(.01)));
    }

    private Terms loss(Ops o, Batch in) {
      Value z = decode(o, encode(o, in.x()));
      if (in.x().kind() == Kind.SPARSE) {
        return Terms.of("size", o.sumFeatures(o.square(z)));
      }
      return Terms.of("error", o.sumFeatures(o.square(o.sub(z, in.x()))));
    }
  }

  /** Returns a model of sparse rows, with the weights of the dense one. */
  static TrainedModel sparse(DataSpec data, int code) {
    return of(data, Scaling.none(), code, false, 1);
  }

  /** Returns a model on the backend {@code java}; with {@code side}, its decoder needs more. */
  static TrainedModel of(DataSpec data, Scaling scaling, int code, boolean side, int threads) {
    DeclaredVars vars = new DeclaredVars();
    DataSpec scaled = scaling.scaled(data);
    Network network = new Mirror(vars, data.features(), code, side);
    ModelProgram program = ModelProgram.trace(network, scaled, vars, TraceOptions.defaults());
    BackendSettings settings = new BackendSettings(threads);
    Backend backend = new JavaBackendProvider().open(settings);
    CompiledModel compiled = backend.compile(program.program(), new CompileOptions(DType.F32, 7));
    Provenance provenance =
        new Provenance("", "", 0, "{}", 7, "java", threads, Map.of(), Map.of(), null, 0, List.of());
    ModelMetadata metadata =
        new ModelMetadata("tiny", "{}", data, scaling, CodeKind.real(), code, provenance);
    return new TrainedModel(
        backend,
        settings,
        compiled,
        InferenceProgram.of(program.program(), program.network()),
        metadata,
        model -> {});
  }
}
