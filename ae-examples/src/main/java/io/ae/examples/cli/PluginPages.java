package io.ae.examples.cli;

import io.ae.api.CodeKind;
import io.ae.api.Codes;
import io.ae.api.Reconstruction;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.ReportPage;
import io.ae.core.Ae;
import io.ae.core.TrainedModel;
import io.ae.core.data.Dataset;
import io.ae.core.file.read.ModelFile;
import io.ae.core.metric.Activations;
import io.ae.core.metric.EncoderJacobian;
import io.ae.core.metric.FirstWeights;
import io.ae.core.metric.JacobianSpectrum;
import io.ae.core.metric.Restoration;
import io.ae.core.metric.RowErrors;
import io.ae.core.plugin.Probe;
import io.ae.examples.report.ModelPage;
import io.ae.examples.report.Picture;
import io.ae.examples.report.ReportData.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pages that a model's plugin asks for. A model whose plugin is not there has none.
 *
 * @param ae knows the plugin and the backend
 * @param machine how much of it may be used
 */
record PluginPages(Ae ae, BackendSettings machine) {
  private static final int FILTERS = 100;
  private static final int BINS = 40;
  private static final int JACOBIANS = 20;
  private static final int RESTORED = 10;

  /** Returns the pages, in the order of {@link ReportPage}; those with nothing to show left out. */
  List<ModelPage> of(OpenedModel model, Evaluation evaluation) {
    AutoencoderPlugin<?> plugin = ae.plugins().all().get(model.metadata().plugin());
    Set<ReportPage> wanted = plugin == null ? Set.of() : Probe.use(plugin, plugin::pages);
    if (wanted.isEmpty()) {
      return List.of();
    }
    ModelFile file = model.model().file();
    List<ModelPage> pages = new ArrayList<>();
    for (ReportPage page : ReportPage.values()) {
      ModelPage made =
          !wanted.contains(page)
              ? null
              : switch (page) {
                case FILTERS -> filters(file);
                case ACTIVATIONS -> activity(evaluation.codes());
                case JACOBIAN -> spectrum(model, file, evaluation.rows());
                case CORRUPTED -> restored(model.model(), evaluation.rows());
              };
      if (made != null) {
        pages.add(made);
      }
    }
    return pages;
  }

  private static @Nullable ModelPage filters(ModelFile file) {
    DataSpec data = file.metadata().data();
    FirstWeights weights = data.picture() ? FirstWeights.of(file) : null;
    if (weights == null) {
      return null;
    }
    List<Picture> pictures = new ArrayList<>();
    for (int unit : weights.strongest(FILTERS)) {
      pictures.add(SweepRows.picture(data, grey(weights.filters()[unit])));
    }
    return new ModelPage.Filters(pictures, weights.filters().length);
  }

  /** Maps 0 to the middle and the largest absolute weight to an end of [0, 1]. */
  private static float[] grey(float[] filter) {
    float most = 0;
    for (float w : filter) {
      most = Math.max(most, Math.abs(w));
    }
    float[] grey = new float[filter.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = most == 0 ? .5f : .5f + .5f * filter[i] / most;
    }
    return grey;
  }

  private static @Nullable ModelPage activity(@Nullable Codes codes) {
    if (codes == null || codes.rows() == 0 || !(codes.kind() instanceof CodeKind.Real)) {
      return null;
    }
    float[] values = codes.values();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float v : values) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    double[] shares = new double[BINS];
    double width = high > low ? (high - low) / BINS : 1;
    for (float v : values) {
      shares[Math.min(BINS - 1, (int) ((v - low) / width))] += 1.0 / values.length;
    }
    return new ModelPage.Activity(low, low + BINS * width, shares, figures(Activations.of(codes)));
  }

  private static List<Fact> figures(Activations a) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("mean activation", text("%.4g", a.mean())));
    facts.add(new Fact("activations above 0.5", text("%.1f %%", 100 * a.aboveHalf())));
    facts.add(new Fact("within 1 % of the largest from 0", text("%.1f %%", 100 * a.nearZero())));
    if (!Double.isNaN(a.sparseness())) {
      facts.add(new Fact("sparseness of a code (Hoyer), 0 to 1", text("%.3f", a.sparseness())));
    }
    return facts;
  }

  private @Nullable ModelPage spectrum(OpenedModel model, ModelFile file, Dataset rows) {
    boolean real = file.metadata().codeKind() instanceof CodeKind.Real;
    boolean encodes = model.model().capabilities().contains(Capability.ENCODE);
    if (!real || !encodes || file.metadata().data().sparse() || rows.size() == 0) {
      return null;
    }
    try (EncoderJacobian jacobian = EncoderJacobian.open(file, provider(model), machine)) {
      JacobianSpectrum found =
          JacobianSpectrum.of(
              jacobian, rows, file.metadata().scaling(), JACOBIANS, machine.threads());
      return new ModelPage.Spectrum(found.spectrum(), found.meanNorm(), found.rows());
    }
  }

  private static @Nullable ModelPage restored(TrainedModel model, Dataset all) {
    if (!model.corrupts() || all.size() == 0) {
      return null;
    }
    Dataset rows = all.select(IntStream.range(0, Math.min(RESTORED, all.size())).toArray());
    Restoration found = model.restore(rows);
    float[][] corrupted = found.corrupted();
    Reconstruction made = found.restored();
    List<ModelPage.Restoration> list = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      float[] row = rows.row(i);
      list.add(
          new ModelPage.Restoration(
              "row " + rows.id(i),
              RowErrors.squaredError(row, corrupted[i], 0, row.length),
              RowErrors.squaredError(row, made.rows()[i], 0, row.length),
              rows.spec().picture()
                  ? List.of(
                      SweepRows.picture(rows.spec(), row),
                      SweepRows.picture(rows.spec(), corrupted[i]),
                      SweepRows.picture(rows.spec(), made.rows()[i]))
                  : List.of()));
    }
    return new ModelPage.Restored(list);
  }

  private BackendProvider provider(OpenedModel model) {
    return ae.backends().choose(model.model().backend()).provider();
  }

  private static String text(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
