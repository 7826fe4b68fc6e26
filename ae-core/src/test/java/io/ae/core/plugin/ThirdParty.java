package io.ae.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles providers and packs them into jars, as their authors would. */
final class ThirdParty {
  static final String PLUGIN = "io.ae.api.model.AutoencoderPlugin";

  private final Path folder;

  ThirdParty(Path folder) {
    this.folder = folder;
  }

  /** Returns the source of a plugin {@code third.PACKAGE.P}. */
  static String plugin(String pack, String id, int version, String extra) {
    return """
    package third.%s;
    import io.ae.api.data.DataSpec;
    import io.ae.api.model.*;
    import java.util.Set;
    public final class P %s {
      public record C(int a) { public C() { this(1); } }
      public PluginDescriptor descriptor() {
        return new PluginDescriptor("%s", %d, "t", "s", "p", Set.of());
      }
      public Class<C> configType() { return C.class; }
      public Network network(C c, DataSpec d, Vars v) { throw new IllegalStateException(); }
    }
    """
        .formatted(
            pack, extra.isEmpty() ? "implements AutoencoderPlugin<P.C>" : extra, id, version);
  }

  /** Returns a plugin's source with another body of its constructor. */
  static String constructing(String source, String body) {
    return source.replace("public record C", "public P() { " + body + " }\n  public record C");
  }

  /** Compiles one file of source, and a module declaration if there is one, to a folder. */
  Path compile(String name, String source, String module, Path... more) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src-" + name));
    Path classes = Files.createDirectories(folder.resolve("classes-" + name));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    String path =
        System.getProperty("java.class.path")
            + File.pathSeparator
            + System.getProperty("jdk.module.path", "")
            + Stream.of(more).map(jar -> File.pathSeparator + jar).collect(Collectors.joining());
    arguments.addAll(List.of(module.isEmpty() ? "-cp" : "-p", path));
    arguments.add(Files.writeString(sources.resolve("P.java"), source).toString());
    if (!module.isEmpty()) {
      arguments.add(Files.writeString(sources.resolve("module-info.java"), module).toString());
    }
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(out, out, arguments.toArray(String[]::new));
    assertThat(status).as("javac says %s", said).isZero();
    return classes;
  }

  /** Packs classes into {@code NAME.jar}, with a services file unless {@code services} is empty. */
  Path jar(String name, Path classes, String services) throws IOException {
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
      if (!services.isEmpty()) {
        zip.putNextEntry(new JarEntry("META-INF/services/" + PLUGIN));
        zip.write(services.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  /** Compiles and packs a plugin {@code third.PACKAGE.P} without a module declaration. */
  Path plain(String name, String pack, String source) throws IOException {
    return jar(name, compile(name, source, ""), "third." + pack + ".P\n");
  }

  /** Compiles and packs a plugin as a module that exports nothing. */
  Path closedModule(String name, String pack, String source) throws IOException {
    String declaration =
        "module third.%s { requires io.ae.api; provides %s with third.%s.P; }"
            .formatted(pack, PLUGIN, pack);
    return jar(name, compile(name, source, declaration), "");
  }

  /** Compiles and packs a plugin as a module that requires the api and these modules. */
  Path module(String name, String pack, String source, Path... requires) throws IOException {
    String more =
        ModuleFinder.of(requires).findAll().stream()
            .map(required -> "requires " + required.descriptor().name() + ";")
            .collect(Collectors.joining());
    String declaration =
        "module third.%s { requires io.ae.api; %s exports third.%s; provides %s with third.%s.P; }"
            .formatted(pack, more, pack, PLUGIN, pack);
    return jar(name, compile(name, source, declaration, requires), "third." + pack + ".P\n");
  }
}
