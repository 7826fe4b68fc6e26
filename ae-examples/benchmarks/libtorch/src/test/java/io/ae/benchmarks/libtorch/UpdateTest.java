package io.ae.benchmarks.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class UpdateTest {
  @Test
  void fusedAdamIsTheLibrarysAdam() {
    check(v -> new Adam(v, new AdamOptions(1e-2)), p -> new FusedAdam(p, 1e-2));
  }

  @Test
  void fusedDescentIsTheLibrarys() {
    check(v -> new SGD(v, new SGDOptions(1e-2)), p -> new FusedSgd(p, 1e-2, 0));
  }

  @Test
  void fusedMomentumIsTheLibrarys() {
    SGDOptions options = new SGDOptions(1e-2);
    options.momentum().put(.9);
    check(v -> new SGD(v, options), p -> new FusedSgd(p, 1e-2, .9));
  }

  private static void check(
      Function<TensorVector, Optimizer> library, Function<List<Tensor>, Update> fused) {
    Tensor start = torch.randn(17, 5);
    Tensor theirs = start.clone().set_requires_grad(true);
    Tensor ours = start.clone().set_requires_grad(true);
    Optimizer optimizer = library.apply(new TensorVector(theirs));
    Update update = fused.apply(List.of(ours));
    for (int i = 0; i < 5; i++) {
      optimizer.zero_grad();
      theirs.square().square().sum().backward();
      optimizer.step();
      ours.square().square().sum().backward();
      update.step();
    }
    assertThat(torch.allclose(theirs, ours, 1e-5, 1e-6, false)).isTrue();
    assertThat(torch.allclose(theirs, start, 1e-3, 1e-3, false)).isFalse();
  }
}
