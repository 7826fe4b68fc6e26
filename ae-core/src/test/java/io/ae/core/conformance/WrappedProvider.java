package io.ae.core.conformance;

import io.ae.api.backend.Availability;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendDescriptor;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Program;
import io.ae.core.backend.JavaBackendProvider;

/** The backend {@code java}; a broken one changes one method. */
class WrappedProvider implements BackendProvider {
  private final BackendProvider java = new JavaBackendProvider();

  @Override
  public BackendDescriptor descriptor() {
    return java.descriptor();
  }

  @Override
  public Availability probe() {
    return java.probe();
  }

  /** Changes what is compiled. */
  Program program(Program given, BackendSettings settings) {
    return given;
  }

  CompileOptions options(CompileOptions given) {
    return given;
  }

  CompiledModel model(CompiledModel given) {
    return given;
  }

  /** Changes a session of a function. */
  Session session(Session given, String function, CompiledModel model) {
    return given;
  }

  @Override
  public Backend open(BackendSettings settings) {
    Backend inner = java.open(settings);
    return new Backend() {
      @Override
      public String id() {
        return inner.id();
      }

      @Override
      public CompiledModel compile(Program program, CompileOptions options) {
        CompiledModel compiled = inner.compile(program(program, settings), options(options));
        return model(
            new WrappedModel(compiled) {
              @Override
              public Session session(String function, int maxRows, int maxNonZeros) {
                Session opened = inner.session(function, maxRows, maxNonZeros);
                return WrappedProvider.this.session(opened, function, inner);
              }
            });
      }

      @Override
      public void close() {
        inner.close();
      }
    };
  }
}
