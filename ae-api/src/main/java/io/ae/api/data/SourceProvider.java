package io.ae.api.data;

/**
 * Service interface of kinds of data, found by {@link java.util.ServiceLoader}: a module adds a
 * kind by registering one.
 */
public interface SourceProvider {
  /** Returns what this kind is. */
  SourceDescriptor descriptor();

  /**
   * Opens what a selector of this kind names.
   *
   * @throws io.ae.api.AeException if a file is missing (with where to get it), damaged, or an
   *     option is unknown
   */
  Parts open(Selector selector);
}
