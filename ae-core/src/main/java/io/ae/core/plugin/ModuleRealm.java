package io.ae.core.plugin;

import java.lang.module.ResolvedModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** One module of the plugin path; what it requires is in the same layer and provides nothing. */
record ModuleRealm(ModuleLayer layer, Module module) implements Realm {
  @Override
  public <T> ServiceLoader<T> loader(Class<T> service) {
    return ServiceLoader.load(layer, service);
  }

  @Override
  public boolean owns(Class<?> provider) {
    return provider.getModule() == module;
  }

  @Override
  public Map<String, String> registered(Class<?> service) {
    return registered(module, service);
  }

  static Map<String, String> registered(Module module, Class<?> service) {
    Map<String, String> registered = new LinkedHashMap<>();
    module.getDescriptor().provides().stream()
        .filter(provides -> provides.service().equals(service.getName()))
        .flatMap(provides -> provides.providers().stream())
        .forEach(provider -> registered.put(provider, origin(module)));
    return registered;
  }

  private static String origin(Module module) {
    return module
        .getLayer()
        .configuration()
        .findModule(module.getName())
        .map(ResolvedModule::reference)
        .flatMap(reference -> reference.location())
        .map(Origins::path)
        .orElse(module.toString());
  }

  @Override
  public @Nullable Class<?> find(String provider) {
    return Class.forName(module, provider);
  }
}
