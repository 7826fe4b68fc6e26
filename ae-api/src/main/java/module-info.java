/** Contracts: graph and program, backend SPI, model SPI, data, config constraints. */
module io.ae.api {
  requires static transitive org.jspecify;
}
