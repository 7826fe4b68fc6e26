package io.ae.core.plugin;

import static io.ae.core.plugin.ThirdParty.constructing;
import static io.ae.core.plugin.ThirdParty.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ae.api.AeException;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.config.ConfigReader;
import io.ae.core.config.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static final String API = "io.ae.api";

  @TempDir static Path folder;

  private static Path good;
  private static Path module;
  private static Path old;
  private static Path goneClass;
  private static Path goneParent;
  private static Path throwing;
  private static Path badId;
  private static Path notJar;
  private static Path badServices;
  private static Path needy;

  @BeforeAll
  static void pack() throws IOException {
    ThirdParty third = new ThirdParty(folder);
    good = third.plain("good-ae-0.1", "good", plugin("good", "good", 1, ""));
    module = third.module("mod-ae-0.1", "mod", plugin("mod", "modular", 1, ""));
    old = third.plain("flow-ae-0.2", "flow", plugin("flow", "flow", 2, ""));
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    goneClass = third.jar("gone-class", nothing, "third.gone.P\n");
    String parent = "class Parent {}";
    Path classes =
        third.compile(
            "gone-parent",
            plugin("child", "child", 1, "extends Parent implements AutoencoderPlugin<P.C>")
                + parent,
            "");
    Files.delete(classes.resolve("third/child/Parent.class"));
    goneParent = third.jar("gone-parent", classes, "third.child.P\n");
    throwing =
        third.plain(
            "throwing",
            "rude",
            constructing(
                plugin("rude", "rude", 1, ""), "throw new IllegalStateException(\"no mood\");"));
    badId = third.plain("bad-id", "badid", plugin("badid", "Bad Id", 1, ""));
    notJar = Files.writeString(folder.resolve("not.jar"), "not a zip");
    badServices = third.jar("bad-services", nothing, "this is no class\n");
    String rare = "module third.rare { exports third.rare; }";
    Path required =
        third.jar("rare", third.compile("rare", "package third.rare; public class P {}", rare), "");
    needy = third.module("needy", "needy", plugin("needy", "needy", 1, ""), required);
  }

  private static Catalogue<AutoencoderPlugin<?>> plugins(
      @Nullable ModuleLayer layer, Path... jars) {
    ClassLoader application = CatalogueTest.class.getClassLoader();
    PluginPath path = new PluginPath(Stream.of(jars).map(List::of).toList());
    // Left open: the catalogue's plugins live as long as the test.
    return Catalogue.plugins(Realms.open(application, layer, path));
  }

  private static @Nullable ModuleLayer modules() {
    return Realms.class.getModule().getLayer();
  }

  @Test
  void testsRunOnTheModulePath() {
    assertThat(Realms.class.getModule().getName()).isEqualTo("io.ae.core");
    assertThat(AutoencoderPlugin.class.getModule().getName()).isEqualTo(API);
  }

  @Test
  void aModuleOfThePluginPathBecomesOne() {
    var plugins = plugins(modules(), module, good);
    assertThat(plugins.broken()).isEmpty();
    assertThat(plugins.find("modular").getClass().getModule().getName()).isEqualTo("third.mod");
    assertThat(plugins.find("good").getClass().getModule().isNamed()).isFalse();
    assertThat(plugins.origin("modular")).isEqualTo(module.toString());
    assertThat(plugins.origin("good")).isEqualTo(good.toString());
  }

  @Test
  void onTheClassPathEveryJarIsRead() {
    var plugins = plugins(null, module, good);
    assertThat(plugins.broken()).isEmpty();
    assertThat(plugins.find("modular").getClass().getModule().isNamed()).isFalse();
    assertThat(plugins.find("good").descriptor().id()).isEqualTo("good");
  }

  @Test
  void brokenJarsAreListedAndHarmNothing() {
    var plugins =
        plugins(
            modules(),
            old,
            goneClass,
            goneParent,
            throwing,
            badId,
            notJar,
            badServices,
            needy,
            good);
    assertThat(plugins.find("good").descriptor().id()).isEqualTo("good");
    assertThat(plugins.broken().stream().map(Broken::toString).collect(Collectors.joining("\n")))
        .isEqualTo(
            """
            bad-services.jar: 'this is no class' in its services file is no class name
            needy.jar: cannot be resolved: Module third.rare not found, required by third.needy
            not.jar: is no jar: zip END header not found
            Bad Id (bad-id.jar): its id must be of lower-case letters, digits and '-', a letter \
            first
            flow (flow-ae-0.2.jar): needs API 2, this is API 1
            third.child.P (gone-parent.jar): class third.child.Parent is missing
            third.gone.P (gone-class.jar): class third.gone.P is missing
            third.rude.P (throwing.jar): IllegalStateException: no mood\
            """
                .formatted(badServices.toUri(), ThirdParty.PLUGIN));
  }

  @Test
  void anUnknownIdIsRefusedWithWhatThereIs() {
    var plugins = plugins(modules(), old, good);
    String others =
        plugins.all().keySet().stream()
            .filter(id -> !id.equals("good"))
            .collect(Collectors.joining());
    assertThat(others).as("plugins of the application itself").isEmpty();
    assertThat(catchThrowableOfType(AeException.class, () -> plugins.find("godo")).text())
        .isEqualTo(
            """
            AE-P001 No autoencoder plugin 'godo'. Found 1: good. Did you mean 'good'?
                    Broken 1: flow (flow-ae-0.2.jar): needs API 2, this is API 1.\
            """);
    assertThat(catchThrowableOfType(AeException.class, () -> plugins(null).find("x")).text())
        .isEqualTo("AE-P001 No autoencoder plugin 'x'. Found none.");
  }

  @Test
  void twoOfOneIdAreRefusedNamingBothJars() throws IOException {
    Path twin = new ThirdParty(folder).plain("twin", "twin", plugin("twin", "good", 1, ""));
    assertThat(catchThrowableOfType(AeException.class, () -> plugins(modules(), good, twin)).text())
        .isEqualTo(
            "AE-P003 Two of one id: autoencoder plugin 'good' is in %s (third.good.P) and in %s (third.twin.P). Remove one."
                .formatted(good, twin));
  }

  @Test
  void aConfigInAPackageThatIsNotExportedIsRefused() throws IOException {
    Path shy = new ThirdParty(folder).closedModule("shy", "shy", plugin("shy", "shy", 1, ""));
    AutoencoderPlugin<?> plugin = plugins(modules(), shy).find("shy");
    assertThat(
            catchThrowableOfType(
                    AeException.class,
                    () -> new ConfigReader().read(plugin.configType(), Json.object(), "model"))
                .text())
        .isEqualTo(
            "AE-C008 config third.shy.P$C is out of reach. It must be public, in a package that"
                + " module third.shy exports (or opens to io.ae.core)");
  }

  @Test
  void aConfigOfAModuleOfThePluginPathIsRead() {
    AutoencoderPlugin<?> plugin = plugins(modules(), module).find("modular");
    Record config = new ConfigReader().read(plugin.configType(), Json.parse("{\"a\":5}", ""), "");
    assertThat(config).hasToString("C[a=5]");
  }

  @Test
  void aPluginThatCannotWorkHereIsRefusedWithReasonAndRemedy() throws IOException {
    String source =
        plugin("sick", "sick", 1, "")
            .replace(
                "public record C",
                "public io.ae.api.backend.Availability probe() { return new"
                    + " io.ae.api.backend.Availability.Unavailable(\"no licence\", \"Buy one.\");"
                    + " } public record C");
    var plugins = plugins(modules(), new ThirdParty(folder).plain("sick", "sick", source));
    assertThat(catchThrowableOfType(AeException.class, () -> Probe.require(plugins, "sick")).text())
        .isEqualTo("AE-P002 The autoencoder plugin 'sick' cannot work here: no licence. Buy one.");
    assertThat(
            catchThrowableOfType(
                    AeException.class,
                    () ->
                        Probe.use(
                            plugins.find("sick"),
                            () -> {
                              throw new NoClassDefFoundError("org/lib/Gone");
                            }))
                .text())
        .isEqualTo(
            "AE-P002 The autoencoder plugin 'sick' cannot work here: class org.lib.Gone is missing."
                + " Put what it needs beside its jar.");
  }

  @Test
  void aFolderOfJarsSharesOneLoader() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("home/plugins"));
    Files.copy(good, plugins.resolve("good.jar"));
    Files.copy(module, plugins.resolve("mod.jar"));
    Files.writeString(plugins.resolve("README.md"), "no jar");
    PluginPath path = PluginPath.of(folder.resolve("home"), List.of());
    assertThat(path.folders()).hasSize(1);
    assertThat(path.folders().get(0)).hasSize(2);
    try (Realms realms = Realms.open(getClass().getClassLoader(), path)) {
      assertThat(Catalogue.plugins(realms).all().keySet()).contains("good", "modular");
    }
  }

  @Test
  void aPluginPathThatIsNotThereIsRefused() {
    Path none = folder.resolve("none");
    assertThat(
            catchThrowableOfType(AeException.class, () -> PluginPath.of(null, List.of(good, none)))
                .text())
        .startsWith("AE-P004 --plugin-path " + none + " does not exist. Name a folder of jars");
    assertThat(PluginPath.of(folder.resolve("nowhere"), List.of(good)).folders())
        .containsExactly(List.of(good));
  }
}
