package io.ae.core.conformance;

/** How binding a rule is, in the words of RFC 2119. */
public enum Level {
  /** Whoever breaks it does not conform. */
  MUST,
  /** Breaking it needs a reason, which belongs in the author's documentation. */
  SHOULD
}
