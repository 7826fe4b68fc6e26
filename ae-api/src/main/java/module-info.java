/** Contracts: graph and program, backend SPI, model SPI, data, config constraints. */
module io.ae.api {
  requires static transitive org.jspecify;

  exports io.ae.api;
  exports io.ae.api.backend;
  exports io.ae.api.config;
  exports io.ae.api.data;
  exports io.ae.api.graph;
  exports io.ae.api.model;
}
