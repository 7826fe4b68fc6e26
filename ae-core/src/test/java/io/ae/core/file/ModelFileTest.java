package io.ae.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.graph.Function;
import io.ae.api.graph.Op;
import io.ae.api.graph.Program;
import io.ae.api.graph.Value;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  @TempDir Path folder;

  @Test
  void givesBackWhatWasWritten() {
    assertSame(copy(SampleModel.model()), SampleModel.model());
    assertSame(copy(SampleModel.checkpoint()), SampleModel.checkpoint());
  }

  @Test
  void theSameModelIsTheSameBytes() throws IOException {
    Path first = write(SampleModel.checkpoint(), "first.ae");
    Path second = write(ModelFileReader.read(first), "second.ae");

    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void otherProgramsReadTheZip() throws IOException {
    try (ZipFile zip = new ZipFile(write(SampleModel.model(), "m.ae").toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactly("model.json", "graph.json", "weights.safetensors");
      byte[] weights = zip.getInputStream(zip.getEntry("weights.safetensors")).readAllBytes();
      assertThat(weights).hasSizeGreaterThan(8 + 6 * 4 + 2 * 4 + 3 * 4 + 8);
    }
  }

  @Test
  void everyOpOfTheClosedListHasAForm() {
    Program program = EveryOp.program();
    ModelFile model = SampleModel.model();
    Map<String, io.ae.core.file.read.Tensor> weights = new LinkedHashMap<>();
    weights.put("step", model.weights().get("step"));
    weights.put("layer.weight", SampleModel.reals(io.ae.api.graph.Shape.of(4, 3), new float[12]));

    ModelFile read = copy(new ModelFile(model.metadata(), program, weights, null));

    assertSamePrograms(read.program(), program);
    Set<Class<?>> used = new HashSet<>();
    program.function("every").nodes().forEach(v -> used.add(v.op().getClass()));
    assertThat(used).isEqualTo(leaves(Op.class, new HashSet<>()));
  }

  @Test
  void theGoldenFileOfFormat1IsLoadedForEver() throws IOException {
    Path golden = folder.resolve("format-1.ae");
    try (InputStream in = ModelFileTest.class.getResourceAsStream("format-1.ae")) {
      assertThat(in).as("the golden file of format 1").isNotNull();
      Files.copy(in, golden);
    }

    assertSame(ModelFileReader.read(golden), SampleModel.checkpoint());
  }

  private static Set<Class<?>> leaves(Class<?> type, Set<Class<?>> found) {
    if (type.isSealed()) {
      for (Class<?> c : type.getPermittedSubclasses()) {
        leaves(c, found);
      }
    } else {
      found.add(type);
    }
    return found;
  }

  private static void assertSame(ModelFile found, ModelFile wanted) {
    assertThat(found.metadata()).isEqualTo(wanted.metadata());
    assertThat(found.weights()).isEqualTo(wanted.weights());
    assertThat(found.training()).isEqualTo(wanted.training());
    assertSamePrograms(found.program(), wanted.program());
  }

  private static void assertSamePrograms(Program found, Program wanted) {
    assertThat(found.state().stream().map(v -> v + " " + v.parameter()))
        .isEqualTo(wanted.state().stream().map(v -> v + " " + v.parameter()).toList());
    assertThat(found.functions().keySet()).isEqualTo(wanted.functions().keySet());
    found
        .functions()
        .forEach((name, f) -> assertThat(text(f)).isEqualTo(text(wanted.function(name))));
  }

  /** Every node on a line, inputs by their place. */
  private static List<String> text(Function f) {
    List<String> lines = new java.util.ArrayList<>();
    for (Value v : f.nodes()) {
      List<Integer> in = v.inputs().stream().map(f.nodes()::indexOf).toList();
      lines.add(v.op() + " " + v.type() + " " + in + " " + v.scope());
    }
    f.outputs().forEach((name, v) -> lines.add(name + " = " + f.nodes().indexOf(v)));
    f.writes().forEach((var, v) -> lines.add(var + " <- " + f.nodes().indexOf(v)));
    return lines;
  }

  private ModelFile copy(ModelFile model) {
    return ModelFileReader.read(write(model, "copy.ae"));
  }

  private Path write(ModelFile model, String name) {
    Path file = folder.resolve(name);
    ModelFileWriter.write(file, model);
    return file;
  }
}
