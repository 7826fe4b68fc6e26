/** The backend {@code cuda}. */
module io.ae.cuda {
  requires transitive io.ae.api;
  requires static transitive org.jspecify;
}
