/** The engine: trace, autodiff, training, data, files, metrics and the pure-Java backend. */
module io.ae.core {
  requires com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires com.google.common;
  requires com.google.guice;
  requires de.siegmar.fastcsv;
  requires ejml.core;
  requires ejml.ddense;
  requires transitive io.ae.api;
  requires jakarta.inject;
  requires java.desktop;
  requires java.management;
  requires me.tongfei.progressbar;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.ae.core;
  exports io.ae.core.autodiff;
  exports io.ae.core.backend;
  exports io.ae.core.conformance;
  exports io.ae.core.file;
  exports io.ae.core.file.read;
  exports io.ae.core.metric;
  exports io.ae.core.nn;
  exports io.ae.core.trace;
  exports io.ae.core.train;
  exports io.ae.core.data;
  exports io.ae.core.data.patch;
  exports io.ae.core.baseline;
  exports io.ae.core.config;
  exports io.ae.core.plugin;

  opens io.ae.core.wiring to
      com.google.guice;

  provides io.ae.api.backend.BackendProvider with
      io.ae.core.backend.JavaBackendProvider;
  provides io.ae.api.data.SourceProvider with
      io.ae.core.data.cifar.CifarProvider,
      io.ae.core.data.csv.CsvProvider,
      io.ae.core.data.glyph.GlyphProvider,
      io.ae.core.data.idx.FashionMnistProvider,
      io.ae.core.data.idx.IdxProvider,
      io.ae.core.data.idx.MnistProvider,
      io.ae.core.data.image.ImagesProvider,
      io.ae.core.data.npy.NpyProvider,
      io.ae.core.data.npy.NpzProvider;

  uses io.ae.api.backend.BackendProvider;
  uses io.ae.api.data.SourceProvider;
  uses io.ae.api.model.AutoencoderPlugin;
}
