package io.ae.examples.report;

import java.util.List;

/** What a report shows of a model because its plugin asks for it. Texts are plain. */
public sealed interface ModelPage {
  /**
   * Weights of the first layer as pictures, strongest first.
   *
   * @param pictures grey where a weight is 0; each filter is scaled on its own
   * @param units of the first layer, shown or not
   */
  record Filters(List<Picture> pictures, int units) implements ModelPage {
    public Filters {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * How the units of the code answer.
   *
   * @param low of the histogram's first bin
   * @param high of its last
   * @param shares of all (row, unit) activations, one for each bin
   * @param figures that sum it up
   */
  record Activity(double low, double high, double[] shares, List<ReportData.Fact> figures)
      implements ModelPage {
    public Activity {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Singular values of the encoder's Jacobian.
   *
   * @param values mean over rows of each, largest first
   * @param norm mean over rows of ‖J‖F
   * @param rows it was measured on
   */
  record Spectrum(double[] values, double norm, int rows) implements ModelPage {}

  /**
   * Rows as training corrupts them, and what the model makes of them.
   *
   * @param rows a few
   */
  record Restored(List<Restoration> rows) implements ModelPage {
    public Restored {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One row.
   *
   * @param name of the row, with its class
   * @param before squared error of the corrupted row
   * @param after squared error of what the model restores
   * @param pictures original, corrupted and restored; empty unless rows are pictures
   */
  record Restoration(String name, double before, double after, List<Picture> pictures) {
    public Restoration {
      pictures = List.copyOf(pictures);
    }
  }
}
