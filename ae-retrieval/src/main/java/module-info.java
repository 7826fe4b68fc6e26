/** Search with codes. */
module io.ae.retrieval {
  requires transitive io.ae.api;
  requires io.ae.core;
  requires static transitive org.jspecify;
}
