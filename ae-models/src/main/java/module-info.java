/** The model plugins, one package per variant. */
module io.ae.models {
  requires transitive io.ae.api;
  requires transitive io.ae.core;
  requires static transitive org.jspecify;

  exports io.ae.models.denoising;
  exports io.ae.models.dense;
  exports io.ae.models.linear;

  provides io.ae.api.model.AutoencoderPlugin with
      io.ae.models.denoising.DenoisingPlugin,
      io.ae.models.dense.DensePlugin,
      io.ae.models.linear.LinearPlugin;
}
