package io.ae.core.backend;

import io.ae.api.AeException;
import io.ae.api.graph.Function;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product;
import io.ae.api.graph.Rows;
import io.ae.api.graph.Sparse;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a function is computed: stages, each with a part that every shard does on its
 * own rows and then a part that is done once. A node that joins rows is done by each shard and put
 * together before the second part; so the number of stages is the number of times shards meet.
 */
final class Plan {
  /**
   * @param sharded nodes of the rows, and joins of them
   * @param once nodes without rows, which may use this stage's joins
   */
  record Stage(List<Value> sharded, List<Value> once) {}

  private Plan() {}

  static List<Stage> stages(Function function) {
    List<Stage> stages = new ArrayList<>();
    Map<Value, Integer> at = new IdentityHashMap<>();
    for (Value node : function.nodes()) {
      boolean byRows = node.shape().cut() || join(node);
      int stage = byRows ? 1 : 0;
      for (Value in : node.inputs()) {
        boolean known = !in.shape().cut() && byRows;
        stage = Math.max(stage, stageOf(at, in) + (known ? 1 : 0));
      }
      at.put(node, stage);
      while (stages.size() <= stage) {
        stages.add(new Stage(new ArrayList<>(), new ArrayList<>()));
      }
      (byRows ? stages.get(stage).sharded() : stages.get(stage).once()).add(node);
    }
    return stages;
  }

  private static int stageOf(Map<Value, Integer> at, Value in) {
    Integer stage = at.get(in);
    if (stage == null) {
      throw new IllegalStateException(in + " is used before it is computed");
    }
    return stage;
  }

  /** Whether a node has rows among its inputs and not in its result. */
  static boolean join(Value node) {
    return !node.shape().cut() && node.inputs().stream().anyMatch(v -> v.shape().cut());
  }

  /**
   * Refuses a join that is no sum, maximum or concatenation.
   *
   * @throws AeException {@code AE-B010}, naming the op
   */
  static void checkJoin(Value node, String function) {
    Op op = node.op();
    boolean joins =
        op instanceof Layout.SumTo
            || op instanceof Layout.MaxTo
            || op instanceof Layout.AllRows
            || op instanceof Product.Contract
            || op instanceof Rows.ScatterAdd
            || op instanceof Spatial.Conv2dWeights
            || op instanceof Sparse.CsrContract;
    if (join(node) && !joins) {
      throw new AeException(
          "AE-B010",
          "backend 'java' cannot join the rows of shards by op '"
              + op.id()
              + "' in function '"
              + function
              + "'");
    }
  }
}
