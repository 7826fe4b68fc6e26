package io.ae.core.backend;

import io.ae.api.graph.DType;
import io.ae.api.graph.Initialiser;
import io.ae.api.graph.Var;
import io.ae.core.backend.kernel.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one state of a model as a chain of commits: a run pins the latest and sees nothing of later
 * ones; a run that writes publishes the next. Memory of commits that nobody reads any longer serves
 * the next ones, so that steps allocate nothing.
 */
final class State {
  private final List<Var> variables;
  private final Map<Var, Integer> index = new IdentityHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final DType compute;
  private final ReentrantLock writing = new ReentrantLock();

  /** Guarded by this: commits that hold a tensor, by tensor; and tensors that none holds. */
  private final Map<Tensor, Integer> holders = new IdentityHashMap<>();

  private final List<Deque<Tensor>> spare = new ArrayList<>();
  private Commit latest;

  State(List<Var> variables, DType compute, long seed) {
    this.variables = variables;
    this.compute = compute;
    Tensor[] first = new Tensor[variables.size()];
    for (int i = 0; i < first.length; i++) {
      Var v = variables.get(i);
      index.put(v, i);
      names.put(v.name(), i);
      spare.add(new ArrayDeque<>());
      first[i] = tensor(i);
      start(v, seed, first[i]);
      holders.put(first[i], 1);
    }
    latest = new Commit(first);
  }

  private static void start(Var v, long seed, Tensor into) {
    double[] values = new double[Math.toIntExact(v.shape().elements())];
    Initialiser.fill(v, seed, values);
    for (int i = 0; i < values.length; i++) {
      switch (v.type().kind()) {
        case REAL -> into.set(i, values[i]);
        case INDEX -> into.indices()[i] = (int) values[i];
        case STEP -> into.steps()[i] = (long) values[i];
        case SPARSE -> throw new IllegalStateException("a sparse variable");
      }
    }
  }

  private Tensor tensor(int i) {
    Var v = variables.get(i);
    return Tensor.of(v.type().kind(), compute, Math.toIntExact(v.shape().elements()));
  }

  int index(Var variable) {
    Integer i = index.get(variable);
    if (i == null) {
      throw new IllegalStateException(variable + " is no variable of this program");
    }
    return i;
  }

  @Nullable Var variable(String name) {
    Integer i = names.get(name);
    return i == null ? null : variables.get(i);
  }

  /** Takes the turn to write; runs that write hold it from their first read to their commit. */
  ReentrantLock writing() {
    return writing;
  }

  /** Returns the latest commit, which stays as it is until {@link #release}. */
  synchronized Commit pin() {
    latest.readers++;
    return latest;
  }

  synchronized void release(Commit commit) {
    commit.readers--;
    retire(commit);
  }

  /** Returns memory for a variable's next value, holding anything. */
  synchronized Tensor next(int i) {
    Tensor t = spare.get(i).poll();
    return t != null ? t : tensor(i);
  }

  /**
   * Publishes the next commit.
   *
   * @param changed the variables that differ from the latest
   * @param values what they become, from {@link #next}
   */
  synchronized void publish(int[] changed, Tensor[] values) {
    Commit before = latest;
    Tensor[] all = before.values.clone();
    for (int i = 0; i < changed.length; i++) {
      all[changed[i]] = values[i];
    }
    latest = new Commit(all);
    for (Tensor t : all) {
      holders.merge(t, 1, Integer::sum);
    }
    retire(before);
  }

  private void retire(Commit commit) {
    if (commit == latest || commit.readers > 0) {
      return;
    }
    for (int i = 0; i < commit.values.length; i++) {
      Tensor t = commit.values[i];
      Integer left = holders.get(t);
      if (left == null || left == 1) {
        holders.remove(t);
        spare.get(i).add(t);
      } else {
        holders.put(t, left - 1);
      }
    }
  }
}
