package io.ae.benchmarks.ae;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Shape;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Vars;
import java.util.List;
import java.util.function.Function;

/**
 * A network of a work item before its variables are declared.
 *
 * @param data what its rows look like
 * @param network declares variables, in the order of the item's tensors
 */
record Model(DataSpec data, Function<Vars, Network> network) {
  private static final int MNIST = 784;
  private static final int CLASSES = 10;
  private static final List<Integer> DEEP = List.of(128, 64, 10, 2);
  private static final List<Integer> HINTON = List.of(1000, 500, 250, 30);
  private static final List<Integer> STACK = List.of(MNIST, 1000, 1000, 1000);

  /**
   * Returns the network of a work item.
   *
   * @throws IllegalArgumentException for an id that is none
   */
  static Model of(String item) {
    Optimiser adam = Optimiser.adam(1e-3);
    Optimiser descent = Optimiser.sgd(.1, 0);
    Optimiser momentum = Optimiser.sgd(.01, .9);
    return switch (item) {
      case "deep2d", "one-deep2d" -> mirrored(DEEP, false);
      case "hinton", "one-hinton", "encode" -> mirrored(HINTON, true);
      case "contractive" -> rows(v -> new Contractive(v, MNIST, 64, 1e-3, adam));
      case "dae-20", "dae-100" -> rows(v -> new Denoising(v, MNIST, 1000, .75, descent));
      case "sda-1", "sda-2", "sda-3" -> {
        int depth = item.charAt(item.length() - 1) - '0';
        yield rows(v -> new Stacked(v, STACK.subList(0, depth + 1), momentum));
      }
      case "sda-classify" -> rows(v -> new Classifier(v, STACK, CLASSES, momentum));
      case "vae" -> rows(v -> new Variational(v, MNIST, 400, 20, adam));
      case "conv-mnist" -> pictures(1, 28, v -> new PooledConvolutions(v, 28, 16, 8, adam));
      case "conv-cifar" ->
          pictures(3, 32, v -> new StridedConvolutions(v, 32, List.of(3, 32, 64, 128), adam));
      default -> throw new IllegalArgumentException("no network for the work item '" + item + "'");
    };
  }

  private static Model mirrored(List<Integer> sizes, boolean crossEntropy) {
    Shape row = Shape.of(1, 28, 28);
    Optimiser adam = Optimiser.adam(1e-3);
    return pictures(1, 28, v -> new Mirrored(v, row, sizes, crossEntropy, adam));
  }

  private static Model rows(Function<Vars, Network> network) {
    return new Model(DataSpec.vectors(MNIST).withRange(0, 1), network);
  }

  private static Model pictures(int channels, int size, Function<Vars, Network> network) {
    return new Model(DataSpec.pictures(channels, size, size, 0, List.of()), network);
  }
}
