package io.ae.core.backend;

import io.ae.api.AeException;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import io.ae.api.graph.Var;
import io.ae.core.backend.kernel.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A program with its state. */
final class JavaModel implements CompiledModel {
  private final Program program;
  private final CompileOptions options;
  private final int shards;
  private final Workers workers;
  private final State state;
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
  private boolean closed;

  JavaModel(Program program, CompileOptions options, int shards, Workers workers) {
    this.program = program;
    this.options = options;
    this.shards = shards;
    this.workers = workers;
    this.state = new State(program.state(), options.compute(), options.seed());
  }

  @Override
  public Program program() {
    return program;
  }

  State state() {
    return state;
  }

  @Override
  public Session session(String function, int maxRows, int maxNonZeros) {
    Lock use = use();
    try {
      if (maxRows < 1 || maxNonZeros < 0) {
        throw new AeException(
            "AE-B022",
            "a session is for at least 1 row and 0 non-zeros, got "
                + maxRows
                + " and "
                + maxNonZeros);
      }
      Engine engine =
          new Engine(program.function(function), options, shards, workers, maxRows, maxNonZeros);
      return new JavaSession(
          this, program.function(function), options.compute(), engine, maxRows, maxNonZeros);
    } finally {
      use.unlock();
    }
  }

  /** Returns a lock, taken, that keeps the model open. */
  Lock use() {
    Lock use = life.readLock();
    use.lock();
    if (closed) {
      use.unlock();
      throw new AeException("AE-B021", "the compiled model is closed; compile it again");
    }
    return use;
  }

  @Override
  public DType type(String variable) {
    return DType.of(variable(variable).type().kind(), options.compute());
  }

  private Var variable(String name) {
    Var v = state.variable(name);
    if (v == null) {
      throw new AeException(
          "AE-B020",
          "no variable '"
              + name
              + "'; this program has "
              + program.state().stream().map(Var::name).toList());
    }
    return v;
  }

  @Override
  public void read(String variable, ByteBuffer into) {
    Lock use = use();
    try {
      Var v = variable(variable);
      ByteBuffer target = part(v, into, into.remaining(), false);
      Commit commit = state.pin();
      try {
        port(v, target).store(commit.values[state.index(v)], elements(v));
      } finally {
        state.release(commit);
      }
      into.position(into.position() + target.remaining());
    } finally {
      use.unlock();
    }
  }

  @Override
  public void write(String variable, ByteBuffer from) {
    Lock use = use();
    try {
      Var v = variable(variable);
      ByteBuffer source = part(v, from, from.remaining(), true);
      int index = state.index(v);
      state.writing().lock();
      try {
        Tensor next = state.next(index);
        port(v, source).load(next, elements(v));
        state.publish(new int[] {index}, new Tensor[] {next});
      } finally {
        state.writing().unlock();
      }
      from.position(from.limit());
    } finally {
      use.unlock();
    }
  }

  private Port port(Var v, ByteBuffer bytes) {
    return new Port(DType.of(v.type().kind(), options.compute()), bytes);
  }

  private static int elements(Var v) {
    return Math.toIntExact(v.shape().elements());
  }

  /** Returns the bytes of the variable from the buffer's position on, native order. */
  private ByteBuffer part(Var v, ByteBuffer buffer, int found, boolean exactly) {
    int wanted = elements(v) * type(v.name()).bytes();
    if (found < wanted || (exactly && found > wanted)) {
      throw new AeException(
          "AE-B024",
          "variable "
              + v
              + " takes "
              + wanted
              + " bytes of "
              + type(v.name())
              + ", the buffer has "
              + found);
    }
    return buffer.slice(buffer.position(), wanted).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      closed = true;
    } finally {
      life.writeLock().unlock();
    }
  }
}
