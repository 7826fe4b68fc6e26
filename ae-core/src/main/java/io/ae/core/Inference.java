package io.ae.core;

import io.ae.api.AeException;
import io.ae.api.CodeKind;
import io.ae.api.Codes;
import io.ae.api.Reconstruction;
import io.ae.api.backend.CompiledModel;
import io.ae.api.graph.Function;
import io.ae.api.model.Capability;
import io.ae.core.data.RowSink;
import io.ae.core.data.Scaling;
import io.ae.core.metric.RowErrors;
import io.ae.core.train.Reals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs the functions of a compiled model over any number of rows, block by block; safe for use by
 * many threads. Rows come in the data's own units and are scaled here.
 */
final class Inference implements AutoCloseable {
  private final CompiledModel model;
  private final Scaling scaling;
  private final int features;
  private final int blockRows;
  private final String name;
  private final BlockThreads helpers;
  private final RowBlocks blocks;
  private final Map<Capability, SessionPool> pools = new EnumMap<>(Capability.class);
  private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);

  /**
   * @param name what messages call the model
   * @param features values of a row
   * @param sessions of each function at most; as many threads work on the rows of a call
   */
  Inference(CompiledModel model, Scaling scaling, String name, int features, int sessions) {
    this.model = model;
    this.scaling = scaling;
    this.features = features;
    this.blockRows = SessionPool.rows(features);
    this.name = name;
    this.helpers = new BlockThreads(sessions);
    this.blocks = new RowBlocks(blockRows, features, helpers.blocks());
    for (Capability c : Capability.values()) {
      Function function = model.program().functions().get(c.function());
      if (function != null) {
        capabilities.add(c);
        pools.put(c, new SessionPool(model, function, features, sessions));
      }
    }
  }

  Set<Capability> capabilities() {
    return Set.copyOf(capabilities);
  }

  /**
   * Runs a function of rows over all that a reader gives.
   *
   * @param output name of the function's output
   * @param named whether the sink wants the rows' ids
   * @param sink is handed each block with its output, in order; both are valid during the call only
   * @return how many rows there were
   * @throws AeException {@code AE-M002} if the model lacks the function
   */
  private long run(
      Capability what, String output, RowReader reader, boolean named, Consumer<RowBlock> sink) {
    SessionPool pool = require(what);
    int width = width(what, output);
    BlockRun.Work work = (block, first) -> pool.use(lent -> run(lent, output, width, block, first));
    return new BlockRun(reader, scaling, blocks, work, named, sink, helpers).go();
  }

  private float[] run(SessionPool.Lent lent, String output, int width, RowBlock block, long first) {
    int rows = block.rows();
    for (int i = 0; i < rows; i++) {
      lent.inputs().put(i, block.values(), i * features, -1);
    }
    lent.session().run(rows, first);
    int count = Math.multiplyExact(rows, width);
    return Reals.output(lent.session(), output).get(0, block.room(count), count);
  }

  /**
   * Encodes rows.
   *
   * @param kind of the model's codes
   * @param width their elements
   */
  Codes encode(RowReader reader, CodeKind kind, int width) {
    Floats codes = new Floats(reader.known() * width);
    List<String> ids = new ArrayList<>();
    encode(
        reader,
        true,
        (names, values, rows) -> {
          codes.add(values, rows * width);
          ids.addAll(names);
        });
    return new Codes(kind, codes.toArray(), width, ids);
  }

  /**
   * Encodes rows, and keeps neither them nor their codes.
   *
   * @param named whether the sink wants the rows' ids
   * @return how many rows there were
   */
  long encode(RowReader reader, boolean named, RowSink sink) {
    return run(
        Capability.ENCODE,
        "code",
        reader,
        named,
        block -> sink.add(block.ids(), block.output(), block.rows()));
  }

  /** Reconstructs rows, in the data's own units; errors are those of the scaled rows. */
  Reconstruction reconstruct(RowReader reader) {
    List<float[]> rows = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    run(
        Capability.RECONSTRUCT,
        "reconstruction",
        reader,
        false,
        block -> {
          for (int i = 0; i < block.rows(); i++) {
            errors.add(RowErrors.squaredError(block.values(), block.output(), i, features));
          }
          float[][] own = new float[block.rows()][];
          split(block.output(), block.rows(), own, 0);
          rows.addAll(List.of(own));
        });
    return new Reconstruction(
        rows.toArray(float[][]::new), errors.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns what a function of rows gives for all of them, row-major. */
  double[] numbers(Capability what, String output, RowReader reader) {
    Floats all = new Floats(reader.known());
    run(what, output, reader, false, block -> all.add(block.output(), block.outputs()));
    float[] values = all.toArray();
    double[] numbers = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = values[i];
    }
    return numbers;
  }

  /**
   * Decodes codes to rows in the data's own units.
   *
   * @param codes row-major, {@code [rows, width]}
   * @return {@code [rows][features]}
   * @throws AeException {@code AE-M002} if the model's decoder needs more than the code
   */
  float[][] decode(float[] codes, int rows, int width) {
    SessionPool pool = require(Capability.DECODE);
    float[][] out = new float[rows][];
    for (int from = 0; from < rows; from += blockRows) {
      int at = from;
      int n = Math.min(blockRows, rows - from);
      float[] values =
          pool.use(
              lent -> {
                Reals.input(lent.session(), "code").put(0, codes, at * width, n * width);
                lent.session().run(n, at);
                return output(Capability.DECODE, lent, "x", n);
              });
      split(values, n, out, at);
    }
    return out;
  }

  /**
   * Draws new rows.
   *
   * @param first number of the first draw: equal numbers give equal rows
   * @return {@code [rows][features]}, in the data's own units
   * @throws AeException {@code AE-M002} if the model has no prior to draw from
   */
  float[][] generate(int rows, long first) {
    SessionPool pool = require(Capability.GENERATE);
    float[][] out = new float[rows][];
    for (int from = 0; from < rows; from += blockRows) {
      int at = from;
      int n = Math.min(blockRows, rows - from);
      float[] values =
          pool.use(
              lent -> {
                lent.session().run(n, first + at);
                return output(Capability.GENERATE, lent, "x", n);
              });
      split(values, n, out, at);
    }
    return out;
  }

  /** Gives rows their own units back and cuts them apart. */
  private void split(float[] values, int rows, float[][] into, int at) {
    scaling.undo(values, rows);
    for (int i = 0; i < rows; i++) {
      into[at + i] = new float[features];
      System.arraycopy(values, i * features, into[at + i], 0, features);
    }
  }

  private float[] output(Capability what, SessionPool.Lent lent, String name, int rows) {
    int count = Math.multiplyExact(rows, width(what, name));
    return Reals.output(lent.session(), name).get(0, count);
  }

  private int width(Capability what, String output) {
    Function function = model.program().function(what.function());
    return Math.toIntExact(
        Objects.requireNonNull(function.outputs().get(output)).shape().elementsPerRow());
  }

  private SessionPool require(Capability what) {
    SessionPool pool = pools.get(what);
    if (pool == null) {
      throw new AeException(
          "AE-M002",
          name
              + " cannot "
              + word(what)
              + (what == Capability.DECODE
                  ? ": its decoder needs more than the code. Use reconstruct"
                  : "")
              + ". It can "
              + capabilities.stream().map(Inference::word).collect(Collectors.joining(", "))
              + ".");
    }
    return pool;
  }

  private static String word(Capability capability) {
    return capability.name().toLowerCase(Locale.ROOT);
  }

  /** Closes the sessions; no call may run. */
  @Override
  public void close() {
    helpers.close();
    pools.values().forEach(SessionPool::close);
  }
}
