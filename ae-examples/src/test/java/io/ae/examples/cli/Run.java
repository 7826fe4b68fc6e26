package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.config.Json;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the command within this JVM.
 *
 * @param code exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(args, new PrintWriter(out), new PrintWriter(err));
    return new Run(code, out.toString(), err.toString());
  }

  /** Returns the last line of stdout, read as JSON. */
  ObjectNode json() {
    String[] lines = out.strip().split("\n");
    return (ObjectNode) Json.parse(lines[lines.length - 1], "the last line of stdout");
  }
}
