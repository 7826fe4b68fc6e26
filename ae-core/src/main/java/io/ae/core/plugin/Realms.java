package io.ae.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The application and the plugin path, opened. Where this module runs on the module path, a jar of
 * the plugin path that is a module becomes one, in a layer of its own with what it requires; every
 * other jar of a folder shares one class loader with its neighbours. On the class path all jars do.
 */
public final class Realms implements AutoCloseable {
  private final List<Realm> realms = new ArrayList<>();
  private final List<Broken> broken = new ArrayList<>();
  private final List<URLClassLoader> loaders = new ArrayList<>();
  private final ClassLoader parent;
  private final @Nullable ModuleLayer layer;

  private Realms(ClassLoader parent, @Nullable ModuleLayer layer) {
    this.parent = parent;
    this.layer = layer;
    realms.add(new ApplicationRealm(parent, layer));
  }

  /**
   * Opens what can be opened; jars that cannot are listed as broken.
   *
   * @param application sees the application's classes
   */
  public static Realms open(ClassLoader application, PluginPath path) {
    return open(application, Realms.class.getModule().getLayer(), path);
  }

  /**
   * @param layer of this module; null on the class path
   */
  static Realms open(ClassLoader application, @Nullable ModuleLayer layer, PluginPath path) {
    Realms realms = new Realms(application, layer);
    path.folders().forEach(realms::add);
    return realms;
  }

  List<Realm> all() {
    return List.copyOf(realms);
  }

  /** Returns jars of the plugin path that could not be opened. */
  List<Broken> broken() {
    return List.copyOf(broken);
  }

  private void add(List<Path> jars) {
    List<Path> sound = jars.stream().filter(this::opens).toList();
    Set<Path> rest = new LinkedHashSet<>(sound);
    if (layer != null) {
      addModules(layer, sound, rest);
    }
    if (!rest.isEmpty()) {
      URLClassLoader loader = new URLClassLoader("plugins", urls(rest), parent);
      loaders.add(loader);
      realms.add(new FolderRealm(loader));
    }
  }

  /** Opens the modules among some jars; what is no module stays in {@code rest}. */
  private void addModules(ModuleLayer above, List<Path> jars, Set<Path> rest) {
    List<ModuleReference> modules = new ArrayList<>();
    List<Path> usable = new ArrayList<>();
    for (Path jar : jars) {
      ModuleReference module = module(jar);
      if (module != null && above.findModule(module.descriptor().name()).isPresent()) {
        rest.remove(jar); // a copy of a module that already runs
        continue;
      }
      if (module != null) {
        usable.add(jar);
        if (!module.descriptor().isAutomatic()) {
          rest.remove(jar);
          modules.add(module);
        }
      }
    }
    ModuleFinder finder = ModuleFinder.of(usable.toArray(Path[]::new));
    for (ModuleReference module : modules) {
      if (!module.descriptor().provides().isEmpty()) {
        addModule(above, finder, module);
      }
    }
  }

  private void addModule(ModuleLayer above, ModuleFinder finder, ModuleReference reference) {
    ModuleDescriptor descriptor = reference.descriptor();
    try {
      Configuration resolved =
          above.configuration().resolve(finder, ModuleFinder.of(), Set.of(descriptor.name()));
      ModuleLayer child = above.defineModulesWithManyLoaders(resolved, parent);
      realms.add(new ModuleRealm(child, child.findModule(descriptor.name()).orElseThrow()));
    } catch (FindException
        | ResolutionException
        | LayerInstantiationException
        | SecurityException e) {
      String jar = reference.location().map(uri -> Path.of(uri).toString()).orElse("");
      broken.add(new Broken("", Origins.shortName(jar), "cannot be resolved: " + e.getMessage()));
    }
  }

  /** Returns the module that a jar is or would be, null if it can be none. */
  private static @Nullable ModuleReference module(Path jar) {
    try {
      return ModuleFinder.of(jar).findAll().stream().findFirst().orElse(null);
    } catch (FindException e) {
      return null; // such as a jar whose name makes no module name: the class path takes it
    }
  }

  private boolean opens(Path jar) {
    if (Files.isDirectory(jar)) {
      return true;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.size() >= 0;
    } catch (IOException | SecurityException e) {
      broken.add(new Broken("", Origins.shortName(jar.toString()), "is no jar: " + e.getMessage()));
      return false;
    }
  }

  private static URL[] urls(Set<Path> jars) {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      try {
        urls.add(jar.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(jar.toString(), e);
      }
    }
    return urls.toArray(URL[]::new);
  }

  /** Closes the plugin path's jars: what comes from there cannot load further classes. */
  @Override
  public void close() {
    for (URLClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        throw new UncheckedIOException("closing the plugin path", e);
      }
    }
  }
}
