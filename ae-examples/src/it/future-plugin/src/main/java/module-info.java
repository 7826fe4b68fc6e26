/** A plugin for a later version of the contracts. */
module org.example.future {
  requires io.ae.api;
  requires static org.jspecify;

  exports org.example.future;

  provides io.ae.api.model.AutoencoderPlugin with
      org.example.future.FuturePlugin;
}
