package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Contender;
import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import java.util.Map;
import org.tensorflow.proto.ConfigProto;

/**
 * TensorFlow Java 1.0.0. A setting's threads are those inside an operation (intra-op) and those
 * that run operations beside each other (inter-op, or the option {@code inter}; −1 is the caller's
 * own thread). One thread means the caller's: that spares the change of threads, a third of a small
 * run's time. Whether oneDNN is used is the variable {@code TF_ENABLE_ONEDNN_OPTS} of the
 * environment: by itself TensorFlow decides by the CPU, so both 0 and 1 have to be said.
 */
final class TensorFlowJava implements Contender {
  private static final String CALLER = "-1";

  @Override
  public Training train(WorkItem item, Setting setting, Map<String, float[]> weights) {
    return new GraphTraining(item, weights, config(setting));
  }

  @Override
  public Encoding encode(WorkItem item, Setting setting, Map<String, float[]> weights) {
    return new GraphEncoding(item, weights, config(setting));
  }

  private static ConfigProto config(Setting setting) {
    int threads = setting.threads();
    String inter = setting.option("inter", threads == 1 ? CALLER : Integer.toString(threads));
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(Integer.parseInt(inter))
        .build();
  }
}
