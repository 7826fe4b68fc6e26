package io.ae.cpu;

import io.ae.api.AeException;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Program;
import io.ae.cpu.onednn.OneDnn;
import io.ae.cpu.onednn.OpenMp;
import io.ae.cpu.plan.Capacity;
import io.ae.cpu.plan.Plan;
import io.ae.cpu.plan.Workbench;
import io.ae.cpu.rewrite.Rewrite;
import io.ae.cpu.schedule.Crew;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A compiled program: the state, held once, and the threads that sessions share. */
final class CpuModel implements CompiledModel {
  /** The rows for which a function is planned when it is compiled, to refuse early. */
  private static final int TRIAL_ROWS = 2;

  private final Program program;
  private final Program planned;
  private final Workbenches workbenches;
  private final long seed;
  private final int threads;
  private final boolean timed;
  private final CpuState state;
  private final Crew crew;
  private final StateLock lock = new StateLock();
  private final Set<CpuSession> sessions =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private volatile boolean closed;

  CpuModel(Program program, OneDnn library, CompileOptions options, BackendSettings settings) {
    this.program = program;
    boolean bfloat16 = options.compute() == DType.BF16;
    Rewrite rewrite = Rewrite.of(program, bfloat16);
    planned = rewrite.program();
    workbenches = new Workbenches(library, lock::version);
    seed = options.seed();
    this.threads = settings.threads();
    this.timed = settings.timed();
    state = new CpuState(rewrite, seed, bfloat16);
    crew = new Crew("ae-cpu", threads);
    try {
      atWorkbench(state::round);
      for (String function : program.functions().keySet()) {
        session(function, TRIAL_ROWS, TRIAL_ROWS).close();
      }
    } catch (RuntimeException | Error e) {
      crew.close();
      workbenches.close();
      throw e;
    }
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public Session session(String function, int maxRows, int maxNonZeros) {
    requireOpen();
    if (maxRows < 1 || maxNonZeros < 0) {
      throw new AeException(
          "AE-B022",
          "a session has room for at least one row, and not for fewer than no non-zeros; found "
              + maxRows
              + " and "
              + maxNonZeros);
    }
    Function f = planned.function(function);
    Plan plan = Plan.of(f, new Capacity(maxRows, maxNonZeros, threads), state.layout());
    CpuSession session = new CpuSession(this, f, plan, new Capacity(maxRows, maxNonZeros, threads));
    sessions.add(session);
    return session;
  }

  @Override
  public DType type(String variable) {
    return state.type(variable);
  }

  @Override
  public void read(String variable, ByteBuffer into) {
    requireOpen();
    long stamp = lock.beginRead();
    try {
      state.read(variable, into);
    } finally {
      lock.endRead(stamp);
    }
  }

  @Override
  public void write(String variable, ByteBuffer from) {
    requireOpen();
    lock.beginTurn();
    try {
      long stamp = lock.beginUpdate();
      try {
        state.write(variable, from);
        if (state.rounds(variable)) {
          atWorkbench(bench -> state.round(variable, bench));
        }
      } finally {
        lock.endUpdate(stamp);
      }
    } finally {
      lock.endTurn();
    }
  }

  @Override
  public void close() {
    lock.beginTurn();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      lock.endTurn();
    }
    List.copyOf(sessions).forEach(CpuSession::close);
    workbenches.close();
    crew.close();
  }

  private void atWorkbench(Consumer<Workbench> work) {
    Workbench bench = workbenches.take();
    int before = OpenMp.enter();
    try {
      work.accept(bench);
    } finally {
      OpenMp.leave(before);
      workbenches.give(bench);
    }
  }

  void requireOpen() {
    if (closed) {
      throw new AeException(
          "AE-B021", "this model was closed; compile or load it again before the next run");
    }
  }

  void forget(CpuSession session) {
    sessions.remove(session);
  }

  Workbenches workbenches() {
    return workbenches;
  }

  long seed() {
    return seed;
  }

  boolean timed() {
    return timed;
  }

  CpuState state() {
    return state;
  }

  Crew crew() {
    return crew;
  }

  StateLock lock() {
    return lock;
  }
}
