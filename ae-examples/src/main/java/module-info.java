/** The command {@code ae} and the examples. */
module io.ae.examples {
  requires com.fasterxml.jackson.databind;
  requires de.siegmar.fastcsv;
  requires info.picocli;
  requires io.ae.api;
  requires io.ae.core;
  requires io.ae.models;
  requires io.ae.retrieval;
  requires java.desktop;
  requires static org.jspecify;

  opens io.ae.examples.cli to
      info.picocli,
      io.ae.core;
}
