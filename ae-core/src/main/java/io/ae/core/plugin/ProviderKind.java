package io.ae.core.plugin;

import io.ae.api.backend.BackendProvider;
import io.ae.api.data.SourceProvider;
import io.ae.api.model.AutoencoderPlugin;
import java.util.function.Function;

/**
 * What a catalogue is of.
 *
 * @param <T> the service
 * @param service the service
 * @param noun what messages call one
 * @param unknown code of the refusal of an id that is not there
 * @param unavailable code of the refusal of one that cannot work here
 * @param duplicate code of the refusal of two with one id
 * @param identity reads id and version off a provider
 */
record ProviderKind<T>(
    Class<? super T> service,
    String noun,
    String unknown,
    String unavailable,
    String duplicate,
    Function<T, Identity> identity) {

  /**
   * What every descriptor has.
   *
   * @param id unique in its catalogue
   * @param spiVersion of the api it was compiled against
   */
  record Identity(String id, int spiVersion) {}

  static final ProviderKind<BackendProvider> BACKEND =
      new ProviderKind<>(
          BackendProvider.class,
          "backend",
          "AE-B001",
          "AE-B002",
          "AE-B003",
          p -> new Identity(p.descriptor().id(), p.descriptor().spiVersion()));

  static final ProviderKind<AutoencoderPlugin<?>> PLUGIN =
      new ProviderKind<>(
          AutoencoderPlugin.class,
          "autoencoder plugin",
          "AE-P001",
          "AE-P002",
          "AE-P003",
          p -> new Identity(p.descriptor().id(), p.descriptor().spiVersion()));

  static final ProviderKind<SourceProvider> SOURCE =
      new ProviderKind<>(
          SourceProvider.class,
          "kind of data",
          "AE-D003",
          "AE-D003",
          "AE-D007",
          p -> new Identity(p.descriptor().id(), p.descriptor().spiVersion()));
}
