package io.ae.examples.cli;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.core.data.Scaling;
import io.ae.core.train.TrainConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a training run works with, beside the group {@code model}: the plugin's own config.
 *
 * @param plugin id of the variant
 * @param data selector of the rows
 * @param test selector of test rows; null for those that the data keeps, or a share of its rows
 * @param testFraction share of the rows that become test rows where the data keeps none
 * @param scaling learnt on the training rows; null for none where all values lie in [0, 1], else
 *     standard
 * @param backend id, or {@code auto}
 * @param threads cores to use; null for all
 * @param train how it is trained
 */
public record RunConfig(
    @Doc("Id of the autoencoder plugin.") String plugin,
    @Doc("Selector of the rows, such as mnist:DIR or csv:FILE,label=last.") String data,
    @Doc("Selector of the test rows; null for those the data keeps, or a share of its rows.")
        @Nullable String test,
    @Doc("Share of the rows that become test rows where the data keeps none.")
        @Range(min = 0, max = 1, openMin = true, openMax = true)
        double testFraction,
    @Doc("Scaling learnt on the training rows; null for none in [0, 1], else standard.")
        Scaling.@Nullable Kind scaling,
    @Doc("Id of the backend, or auto for the fastest one available.") String backend,
    @Doc("Cores to use; null for all.") @Range(min = 1, max = 4096) @Nullable Integer threads,
    @Doc("How it is trained.") TrainConfig train) {
  /** Makes the config of {@code ae train} without any option. */
  public RunConfig() {
    this("dense", "glyphs", null, .1, null, "auto", null, new TrainConfig());
  }
}
