package io.ae.examples;

import io.ae.api.Autoencoder;
import io.ae.api.Codes;
import io.ae.core.Fitting;
import io.ae.core.baseline.LinearProbe;
import io.ae.core.data.Dataset;
import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Sparsity;
import io.ae.core.nn.Tie;
import io.ae.core.nn.WeightInit;
import io.ae.examples.report.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * More units than inputs: what keeps {@value #UNITS} units from merely copying. The same layer,
 * bare and under four restraints; reconstruction error and a linear classifier of the codes side by
 * side. Trains on the first {@value #ROWS} rows at most; the classifier learns from {@value
 * #LABELLED}.
 */
public final class Capacity {
  private static final int UNITS = 1024;
  private static final int ROWS = 10_000;
  private static final int LABELLED = 4_096;
  private static final int SHOWN = 20;

  private Capacity() {}

  /**
   * One way to train the layer.
   *
   * @param restraint what keeps it from copying
   * @param mse on test rows, a mean over rows and values
   * @param probe share of test rows that a linear classifier of the codes guesses right
   * @param seconds of training
   */
  public record Trial(String restraint, double mse, double probe, double seconds) {}

  /**
   * All trials.
   *
   * @param trials in the order of the class's description
   * @param pixels what the linear classifier reaches on the pixels themselves
   * @param figure what units draw, trial by trial
   */
  public record Result(List<Trial> trials, double pixels, Figure figure) implements Finding {
    @Override
    public Table table() {
      Table table = new Table().column("restraint", "%s").column("mse", "%.5f");
      table.column("probe", "%.4f").column("seconds", "%.1f");
      trials.forEach(t -> table.row(t.restraint(), t.mse(), t.probe(), t.seconds()));
      return table.row("(pixels)", "-", pixels, "-");
    }
  }

  /** A plugin with its settings. */
  private record Way(String restraint, Fitting fitting) {}

  /**
   * Trains them all.
   *
   * @param lab where
   * @param train pictures with labels
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("capacity", train);
    Dataset rows = Pictures.first(train, ROWS);
    Dataset known = Pictures.first(train, LABELLED);
    Dataset asked = Pictures.first(test, LABELLED);
    List<Way> ways =
        List.of(
            new Way("none", layer(lab, "dense")),
            new Way("weight decay", layer(lab, "dense").set("l2", 1e-5)),
            new Way(
                "sparsity",
                layer(lab, "sparse")
                    .set("l2", 0)
                    .set("sparsity.kind", Sparsity.Kind.TOP_K)
                    .set("sparsity.active", 100)),
            new Way("corruption", layer(lab, "denoising").set("corruption.fraction", .5)),
            new Way("contraction", layer(lab, "contractive").set("factor", 1e-3)));
    List<Trial> trials = new ArrayList<>();
    Figure figure = new Figure();
    figure.strip("Test rows", Pictures.of(test.spec(), Pictures.rows(Pictures.first(test, SHOWN))));
    for (Way way : ways) {
      var fit = way.fitting().test(asked).fit(rows);
      try (Autoencoder model = fit.model()) {
        Codes codes = model.encode(known);
        double probe =
            LinearProbe.fit(codes.values(), known.labels(), UNITS, lab.threads())
                .accuracy(model.encode(asked).values(), asked.labels(), lab.threads());
        double mse = fit.metric("mse");
        trials.add(new Trial(way.restraint(), mse, probe, fit.metric("trainSeconds")));
        figure.strip(
            "What units draw, restraint: " + way.restraint(),
            Pictures.signed(train.spec(), Units.drawn(model, codes, SHOWN)));
      }
    }
    double pixels =
        LinearProbe.fit(known.values(), known.labels(), train.spec().features(), lab.threads())
            .accuracy(asked.values(), asked.labels(), lab.threads());
    return new Result(trials, pixels, figure);
  }

  /** The layer that all have in common. */
  private static Fitting layer(Lab lab, String plugin) {
    return lab.model(plugin)
        .set("hidden", List.of())
        .set("code", UNITS)
        .set("codeActivation", Activation.SIGMOID)
        .set("tie", Tie.SHARED)
        .set("init", WeightInit.GLOROT)
        .set("loss", ReconstructionError.SQUARED_ERROR)
        .train("rate", 2e-3);
  }
}
