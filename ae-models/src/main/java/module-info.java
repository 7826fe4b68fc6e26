/** The model plugins, one package per variant. */
module io.ae.models {
  requires transitive io.ae.api;
  requires io.ae.core;
  requires static transitive org.jspecify;
}
