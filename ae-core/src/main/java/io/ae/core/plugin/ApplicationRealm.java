package io.ae.core.plugin;

import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The application's own class path and module path. */
record ApplicationRealm(ClassLoader classes, @Nullable ModuleLayer layer) implements Realm {
  @Override
  public <T> ServiceLoader<T> loader(Class<T> service) {
    return ServiceLoader.load(service, classes);
  }

  @Override
  public boolean owns(Class<?> provider) {
    return true;
  }

  @Override
  public Map<String, String> registered(Class<?> service) {
    Map<String, String> registered = ServiceFiles.read(classes::getResources, service);
    if (layer != null) {
      layer.modules().forEach(m -> registered.putAll(ModuleRealm.registered(m, service)));
    }
    return registered;
  }

  @Override
  public @Nullable Class<?> find(String provider) {
    try {
      return Class.forName(provider, true, classes);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
