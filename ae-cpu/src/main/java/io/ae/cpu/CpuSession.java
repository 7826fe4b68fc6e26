package io.ae.cpu;

import io.ae.api.AeException;
import io.ae.api.backend.Session;
import io.ae.api.backend.StepTime;
import io.ae.api.graph.DType;
import io.ae.api.graph.Function;
import io.ae.api.graph.Type;
import io.ae.cpu.kernel.Portions;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.TimedStep;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.onednn.OpenMp;
import io.ae.cpu.plan.Binding;
import io.ae.cpu.plan.Capacity;
import io.ae.cpu.plan.Filling;
import io.ae.cpu.plan.Memory;
import io.ae.cpu.plan.Plan;
import io.ae.cpu.plan.Workbench;
import io.ae.cpu.schedule.Work;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Memory and steps of one function; a run allocates nothing. */
final class CpuSession implements Session, Work {
  private static final Filler FILLED = (from, to) -> {};

  private final CpuModel model;
  private final Function function;
  private final Plan plan;
  private final Capacity capacity;
  private final Memory memory;
  private final List<Workbench> benches = new ArrayList<>();
  private final Step[][][] steps;
  private final Map<String, ByteBuffer> buffers = new HashMap<>();
  private final int[] rowCountWords;
  private final float[] rowCount = new float[1];
  private final SparseInput sparse;
  private final Object running = new Object();
  private Filler filler = FILLED;
  private boolean updating;
  private long stamp;
  private boolean closed;

  CpuSession(CpuModel model, Function function, Plan plan, Capacity capacity) {
    this.model = model;
    this.function = function;
    this.plan = plan;
    this.capacity = capacity;
    List<NativeBlock> locals = new ArrayList<>();
    List<Geometry> geometries = new ArrayList<>();
    for (int s = 0; s < capacity.shards(); s++) {
      boolean used = s < capacity.active(capacity.rows());
      locals.add(NativeBlock.owned(used ? plan.localWords() : 1));
      geometries.add(new Geometry(s));
    }
    NativeBlock shared = NativeBlock.collected(plan.sharedWords());
    CpuState state = model.state();
    memory = new Memory(state.block(), state.rounded(), shared, locals, geometries);
    memory.writeConstants(plan);
    rowCountWords = Memory.rowCountWords(plan);
    sparse = new SparseInput(plan, function, capacity, shared);
    steps = new Step[capacity.shards()][][];
    int before = OpenMp.enter();
    try {
      for (int s = 0; s < capacity.active(capacity.rows()); s++) {
        Workbench bench = model.workbenches().take();
        benches.add(bench);
        steps[s] =
            new Binding(plan, memory, s, bench, model.seed(), sparse.starts(), model.timed())
                .steps();
      }
    } catch (RuntimeException | Error e) {
      benches.forEach(model.workbenches()::give);
      locals.forEach(NativeBlock::close);
      throw e;
    } finally {
      OpenMp.leave(before);
    }
    plan.inputNames().forEach(this::bind);
    plan.outputNames().forEach(this::bind);
  }

  private void bind(String name) {
    Type type = plan.type(name);
    long elements =
        Extent.of(type.shape()).capacity(capacity.rows(), capacity.rows(), capacity.nonZeros());
    int size = CpuState.type(type.kind()).bytes();
    buffers.put(name, memory.shared().slice(plan.word(name), Math.toIntExact(elements * size)));
  }

  @Override
  public ByteBuffer input(String name) {
    if (!plan.hasInput(name)) {
      throw unknown("input", name, plan.inputNames());
    }
    return fresh(name);
  }

  @Override
  public ByteBuffer output(String name) {
    if (!plan.hasOutput(name)) {
      throw unknown("output", name, plan.outputNames());
    }
    return fresh(name);
  }

  private ByteBuffer fresh(String name) {
    ByteBuffer buffer = Objects.requireNonNull(buffers.get(name));
    return buffer.duplicate().order(buffer.order()).clear();
  }

  private AeException unknown(String what, String name, Iterable<String> known) {
    return new AeException(
        "AE-B020",
        "function '" + function.name() + "' has no " + what + " '" + name + "'; it has " + known);
  }

  @Override
  public DType type(String name) {
    if (!plan.hasInput(name) && !plan.hasOutput(name)) {
      throw unknown("input or output", name, plan.inputNames());
    }
    return CpuState.type(plan.type(name).kind());
  }

  @Override
  public void run(int rows, long firstRow) {
    run(rows, firstRow, FILLED);
  }

  @Override
  public void run(int rows, long firstRow, Filler inputs) {
    synchronized (running) {
      requireOpen();
      requireFits(rows);
      int active = capacity.active(rows);
      boolean byShards = plan.rowsApart();
      if (!byShards) {
        inputs.fill(0, rows);
      }
      filler = byShards ? inputs : FILLED;
      sparse.prepare(rows);
      for (int s = 0; s < active; s++) {
        memory.geometries().get(s).set(active, rows, firstRow, sparse.starts());
      }
      rowCount[0] = rows;
      memory.writeRowCount(rowCountWords, rowCount);
      if (plan.writes()) {
        write(active);
      } else {
        long read = model.lock().beginRead();
        try {
          model.requireOpen();
          model.crew().runBeside(this, active);
        } finally {
          model.lock().endRead(read);
        }
      }
    }
  }

  private void write(int active) {
    model.lock().beginTurn();
    try {
      model.requireOpen();
      model.crew().run(this, active);
    } finally {
      if (updating) {
        updating = false;
        model.lock().endUpdate(stamp);
      }
      model.lock().endTurn();
    }
  }

  private void requireOpen() {
    model.requireOpen();
    if (closed) {
      throw new AeException(
          "AE-B021",
          "this session of '" + function.name() + "' was closed; open another before the next run");
    }
  }

  private void requireFits(int rows) {
    int least = plan.writes() ? 1 : 0;
    if (rows < least || rows > capacity.rows()) {
      throw new AeException(
          "AE-B022",
          "function '"
              + function.name()
              + "': from "
              + least
              + " to "
              + capacity.rows()
              + " rows were wanted, found "
              + rows
              + ". Open a session with more room, or run in parts");
    }
  }

  @Override
  public int phases() {
    return plan.phaseCount();
  }

  @Override
  public void run(int shard, int phase) {
    if (phase == 0) {
      fill(memory.geometries().get(shard));
    }
    Step[] list = steps[shard][phase];
    for (Step step : list) {
      step.run();
    }
  }

  private void fill(Geometry own) {
    int to = own.rowFrom() + own.rows();
    if (plan.fillings().isEmpty() || !filledInParts(own, to)) {
      filler.fill(own.rowFrom(), to);
    }
  }

  private boolean filledInParts(Geometry own, int to) {
    List<Filling> fillings = plan.fillings();
    boolean filled = true;
    for (int i = 0; filled && i < fillings.size(); i++) {
      Filling f = fillings.get(i);
      filled =
          f.byColumns()
              ? filler.fill(
                  f.input(), 0, own.totalRows(), own.splitFrom(f.width()), own.splitTo(f.width()))
              : filler.fill(f.input(), own.rowFrom(), to, 0, f.width());
    }
    return filled;
  }

  @Override
  public void before(int phase) {
    if (phase == plan.commitPhase() && plan.writes()) {
      stamp = model.lock().beginUpdate();
      updating = true;
    }
  }

  @Override
  public List<StepTime> times() {
    synchronized (running) {
      return Stream.of(steps)
          .filter(Objects::nonNull)
          .flatMap(Stream::of)
          .flatMap(Stream::of)
          .flatMap(step -> step instanceof Portions p ? p.steps().stream() : Stream.of(step))
          .filter(TimedStep.class::isInstance)
          .map(step -> ((TimedStep) step).time())
          .toList();
    }
  }

  @Override
  public void close() {
    synchronized (running) {
      if (!closed) {
        closed = true;
        benches.forEach(model.workbenches()::give);
        memory.locals().forEach(NativeBlock::close);
        model.forget(this);
      }
    }
  }
}
