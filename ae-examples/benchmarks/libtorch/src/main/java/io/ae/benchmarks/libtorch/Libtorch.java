package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Contender;
import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import java.util.Map;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * libtorch. Its elementwise loops and convolutions take {@link Setting#threads}; its matrix
 * products are OpenBLAS's, whose threads are the option {@code openblas} (as many, if not set).
 */
final class Libtorch implements Contender {
  private static final long SEED = 1;

  @Override
  public Training train(WorkItem item, Setting setting, Map<String, float[]> weights) {
    start(setting);
    Parameters parameters = Parameters.moved(item, weights);
    return new TorchTraining(item, Objective.of(item, parameters), Update.of(item, parameters));
  }

  @Override
  public Encoding encode(WorkItem item, Setting setting, Map<String, float[]> weights) {
    start(setting);
    return new TorchEncoding(item, Parameters.fixed(item, weights));
  }

  private static void start(Setting setting) {
    torch.set_num_threads(setting.threads());
    int blas = Integer.parseInt(setting.option("openblas", Integer.toString(setting.threads())));
    openblas_nolapack.blas_set_num_threads(blas);
    torch.manual_seed(SEED);
  }
}
