package io.ae.examples;

import io.ae.api.Codes;
import io.ae.core.Fitting;
import io.ae.core.TrainedModel;
import io.ae.core.data.Dataset;
import io.ae.core.metric.Activations;
import io.ae.core.metric.FirstWeights;
import io.ae.core.nn.Activation;
import io.ae.core.nn.Sparsity;
import io.ae.core.nn.WeightInit;
import io.ae.examples.report.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Sparse codes: {@value #UNITS} units, left alone or kept silent in five ways; how sparse the codes
 * of test rows are, and what the units look for: strokes (A. Ng, "Sparse autoencoder", CS294A
 * lecture notes, Stanford 2011). Trains on the first {@value #ROWS} rows at most.
 */
public final class Strokes {
  private static final int UNITS = 196;
  private static final int ROWS = 20_000;
  private static final int SHOWN = 40;

  private Strokes() {}

  /**
   * One way to train the layer.
   *
   * @param way what keeps units silent
   * @param activations of the codes of test rows
   * @param mse on test rows, a mean over rows and values
   * @param seconds of training
   */
  public record Trial(String way, Activations activations, double mse, double seconds) {}

  /**
   * All trials.
   *
   * @param trials from the least restrained on
   * @param figure the weights of the units that vary most, trial by trial
   */
  public record Result(List<Trial> trials, Figure figure) implements Finding {
    @Override
    public Table table() {
      Table table = new Table().column("way", "%s").column("mean", "%.4f");
      table.column("aboveHalf", "%.4f").column("nearZero", "%.4f").column("sparseness", "%.3f");
      table.column("mse", "%.5f").column("seconds", "%.1f");
      for (Trial t : trials) {
        Activations a = t.activations();
        table.row(
            t.way(), a.mean(), a.aboveHalf(), a.nearZero(), a.sparseness(), t.mse(), t.seconds());
      }
      return table;
    }
  }

  /** A name with its settings. */
  private record Way(String name, Fitting fitting) {}

  /**
   * Trains them all.
   *
   * @param lab where
   * @param train pictures with labels
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("strokes", train);
    Dataset rows = Pictures.first(train, ROWS);
    List<Trial> trials = new ArrayList<>();
    Figure figure = new Figure();
    for (Way way : ways(lab)) {
      var fit = way.fitting().epochs(30).test(test).fit(rows);
      try (TrainedModel model = fit.model()) {
        Codes codes = model.encode(test);
        Activations activations = Activations.of(codes);
        double mse = fit.metric("mse");
        trials.add(new Trial(way.name(), activations, mse, fit.metric("trainSeconds")));
        FirstWeights weights = Objects.requireNonNull(FirstWeights.of(model.file()));
        float[][] filters =
            Arrays.stream(Units.liveliest(codes, SHOWN))
                .mapToObj(unit -> weights.filters()[unit])
                .toArray(float[][]::new);
        figure.strip("What units look for: " + way.name(), Pictures.signed(rows.spec(), filters));
      }
    }
    return new Result(trials, figure);
  }

  private static List<Way> ways(Lab lab) {
    return List.of(
        new Way("sigmoid", layer(lab, Sparsity.Kind.NONE)),
        new Way(
            "relu",
            layer(lab, Sparsity.Kind.NONE)
                .set("codeActivation", Activation.RELU)
                .set("init", WeightInit.HE)
                .train("rate", 1e-3)),
        new Way("kl", layer(lab, Sparsity.Kind.KL)),
        new Way("l1 on the code", layer(lab, Sparsity.Kind.L1).set("sparsity.factor", 3e-4)),
        new Way("l1 on weights", layer(lab, Sparsity.Kind.NONE).set("l1", 1e-5)),
        new Way("top-k", layer(lab, Sparsity.Kind.TOP_K)));
  }

  private static Fitting layer(Lab lab, Sparsity.Kind kind) {
    Fitting layer = lab.model("sparse").set("code", UNITS).set("sparsity.kind", kind);
    return kind == Sparsity.Kind.KL ? layer : layer.set("l2", 0);
  }
}
