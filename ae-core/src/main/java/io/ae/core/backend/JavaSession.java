package io.ae.core.backend;

import io.ae.api.AeException;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.core.backend.kernel.Extent;
import io.ae.core.backend.kernel.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Runs of one function: copies inputs in, pins a commit, computes, copies outputs out, commits. */
final class JavaSession implements Session {
  /** A dense input or an output beside its tensor. */
  private record Link(Port port, Tensor tensor, Shape shape) {}

  /** A variable that is read, beside the tensor that shows it. */
  private record Shown(int index, Tensor tensor) {}

  private final JavaModel model;
  private final Function function;
  private final Engine engine;
  private final int maxRows;
  private final int maxNonZeros;
  private final Map<String, Port> inputs = new LinkedHashMap<>();
  private final Map<String, Port> outputs = new LinkedHashMap<>();
  private final List<Link> in = new ArrayList<>();
  private final List<Link> out = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private final List<Value> written;
  private final int[] changed;
  private final Tensor[] next;
  private @Nullable SparsePorts sparse;
  private volatile boolean closed;

  JavaSession(
      JavaModel model,
      Function function,
      DType compute,
      Engine engine,
      int maxRows,
      int maxNonZeros) {
    this.model = model;
    this.function = function;
    this.engine = engine;
    this.maxRows = maxRows;
    this.maxNonZeros = maxNonZeros;
    for (Value node : function.nodes()) {
      if (node.op() instanceof Leaf.Input input) {
        bindInput(input, engine.tensor(node), compute);
      } else if (node.op() instanceof Leaf.Read read) {
        shown.add(new Shown(model.state().index(read.variable()), engine.tensor(node)));
      }
    }
    function.outputs().forEach((name, value) -> bindOutput(name, value, compute));
    this.written = List.copyOf(function.writes().values());
    this.changed =
        function.writes().keySet().stream().mapToInt(v -> model.state().index(v)).toArray();
    this.next = new Tensor[changed.length];
  }

  private void bindInput(Leaf.Input input, Tensor tensor, DType compute) {
    String name = input.name();
    Shape shape = input.type().shape();
    if (input.type().kind() != Kind.SPARSE) {
      Port port = port(name, DType.of(input.type().kind(), compute), shape);
      inputs.put(name, port);
      in.add(new Link(port, tensor, shape));
      return;
    }
    Port lengths = Port.of(name + ".lengths", DType.I32, maxRows);
    Port columns = Port.of(name + ".columns", DType.I32, maxNonZeros);
    Port values = Port.of(name + ".values", compute, maxNonZeros);
    inputs.put(name + ".lengths", lengths);
    inputs.put(name + ".columns", columns);
    inputs.put(name + ".values", values);
    sparse = new SparsePorts(name, shape.last(), maxNonZeros, lengths, columns, values, tensor);
  }

  private void bindOutput(String name, Value value, DType compute) {
    Port port = port(name, DType.of(value.kind(), compute), value.shape());
    outputs.put(name, port);
    out.add(new Link(port, engine.tensor(value), value.shape()));
  }

  private Port port(String name, DType type, Shape shape) {
    return Port.of(name, type, shape.elements(maxRows, maxNonZeros));
  }

  @Override
  public ByteBuffer input(String name) {
    return find(inputs, name, "input").bytes();
  }

  @Override
  public ByteBuffer output(String name) {
    return find(outputs, name, "output").bytes();
  }

  @Override
  public DType type(String name) {
    Port port = inputs.get(name);
    return port != null ? port.type() : find(outputs, name, "input or output").type();
  }

  private Port find(Map<String, Port> ports, String name, String what) {
    if (closed) {
      throw new AeException("AE-B021", "the session of '" + function.name() + "' is closed");
    }
    Port port = ports.get(name);
    if (port == null) {
      throw new AeException(
          "AE-B020",
          "function '"
              + function.name()
              + "' has no "
              + what
              + " '"
              + name
              + "'; inputs "
              + inputs.keySet()
              + ", outputs "
              + outputs.keySet());
    }
    return port;
  }

  @Override
  public void run(int rows, long firstRow) {
    Lock use = model.use();
    try {
      check(rows);
      int nonZeros = sparse == null ? 0 : sparse.load(engine.extent(), rows);
      engine.extent().set(rows, nonZeros, firstRow);
      for (Link link : in) {
        link.port().load(link.tensor(), elements(link.shape()));
      }
      if (written.isEmpty()) {
        compute();
      } else {
        model.state().writing().lock();
        try {
          compute();
        } finally {
          model.state().writing().unlock();
        }
      }
    } finally {
      use.unlock();
    }
  }

  private void check(int rows) {
    if (closed) {
      throw new AeException("AE-B021", "the session of '" + function.name() + "' is closed");
    }
    if (rows < 0 || rows > maxRows) {
      throw new AeException(
          "AE-B022",
          "function '"
              + function.name()
              + "' was opened for up to "
              + maxRows
              + " rows, got "
              + rows
              + "; open a session for more");
    }
    if (rows == 0 && !written.isEmpty()) {
      throw new AeException(
          "AE-B022", "function '" + function.name() + "' writes and needs at least 1 row, got 0");
    }
  }

  private void compute() {
    State state = model.state();
    Commit commit = state.pin();
    try {
      for (Shown variable : shown) {
        variable.tensor().show(commit.values[variable.index()]);
      }
      engine.run();
      for (Link link : out) {
        link.port().store(link.tensor(), elements(link.shape()));
      }
      for (int i = 0; i < changed.length; i++) {
        Value value = written.get(i);
        next[i] = state.next(changed[i]);
        next[i].copy(value.kind(), engine.tensor(value), 0, 0, elements(value.shape()));
      }
      if (changed.length > 0) {
        state.publish(changed, next);
      }
    } finally {
      state.release(commit);
    }
  }

  private int elements(Shape shape) {
    Extent extent = engine.extent();
    return extent.product(shape, 0, shape.rank());
  }

  @Override
  public void close() {
    closed = true;
  }
}
