/** A plugin whose jar lacks a class. */
module org.example.gap {
  requires io.ae.api;
  requires static org.jspecify;

  exports org.example.gap;

  provides io.ae.api.model.AutoencoderPlugin with
      org.example.gap.GapPlugin;
}
