package io.ae.core.plugin;

import java.net.URLClassLoader;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Jars of one folder of the plugin path, in one class loader. */
record FolderRealm(URLClassLoader classes) implements Realm {
  @Override
  public <T> ServiceLoader<T> loader(Class<T> service) {
    return ServiceLoader.load(service, classes);
  }

  @Override
  public boolean owns(Class<?> provider) {
    return provider.getClassLoader() == classes;
  }

  @Override
  public Map<String, String> registered(Class<?> service) {
    return ServiceFiles.read(classes::findResources, service);
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
