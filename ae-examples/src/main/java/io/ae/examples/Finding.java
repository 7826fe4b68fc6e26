package io.ae.examples;

import io.ae.examples.report.Figure;

/** What an example found out. */
public interface Finding {
  /** Returns the figures. */
  Table table();

  /** Returns the picture. */
  Figure figure();
}
