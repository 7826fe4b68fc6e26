/** The model plugins, one package per variant. */
module io.ae.models {
  requires transitive io.ae.api;
  requires transitive io.ae.core;
  requires static transitive org.jspecify;

  exports io.ae.models.contractive;
  exports io.ae.models.denoising;
  exports io.ae.models.dense;
  exports io.ae.models.linear;
  exports io.ae.models.masked;
  exports io.ae.models.sparse;

  provides io.ae.api.model.AutoencoderPlugin with
      io.ae.models.contractive.ContractivePlugin,
      io.ae.models.denoising.DenoisingPlugin,
      io.ae.models.dense.DensePlugin,
      io.ae.models.linear.LinearPlugin,
      io.ae.models.masked.MaskedPlugin,
      io.ae.models.sparse.SparsePlugin;
}
