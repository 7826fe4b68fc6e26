/** A third party's backend. */
module org.example.counting {
  requires io.ae.api;
  requires io.ae.core;
  requires static org.jspecify;

  exports org.example.counting;

  provides io.ae.api.backend.BackendProvider with
      org.example.counting.CountingBackendProvider;
}
