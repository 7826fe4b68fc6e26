/** A third party's variant. */
module org.example.dropout {
  requires io.ae.api;
  requires static org.jspecify;

  exports org.example.dropout;

  provides io.ae.api.model.AutoencoderPlugin with
      org.example.dropout.DropoutPlugin;
}
