package io.ae.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendSettings;
import io.ae.api.backend.CompileOptions;
import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.DType;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.file.read.Tensor;
import io.ae.core.train.Reals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in files compute what they computed before they were written. */
class SavedModelTest {
  private static final float[] ROW = {.25f, -1, 3};

  @TempDir Path folder;

  @Test
  void codesAfterLoadingAreTheSameBits() {
    ModelFile model = SampleModel.model();
    Path file = folder.resolve("m.ae");
    ModelFileWriter.write(file, model);

    assertThat(code(ModelFileReader.read(file), DType.F32)).isEqualTo(code(model, DType.F32));
    assertThat(code(ModelFileReader.read(file), DType.F64)).isEqualTo(code(model, DType.F64));
  }

  @Test
  void theGoldenFileGivesItsCodesForEver() throws IOException {
    Path golden = folder.resolve("format-1.ae");
    try (InputStream in = SavedModelTest.class.getResourceAsStream("format-1.ae")) {
      assertThat(in).as("the golden file of format 1").isNotNull();
      Files.copy(in, golden);
    }
    double first = 1 / (1 + Math.exp(-(.25 * .5 - 1 - 3 * 1.5 + .1f)));
    double second = 1 / (1 + Math.exp(-(-.25 * .25 - 2 + 3 * .125 + Float.MIN_VALUE)));

    assertThat(code(ModelFileReader.read(golden), DType.F64))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(first, second);
  }

  @Test
  void doublesAreHeldInFull() {
    Tensor wide = SampleModel.reals(io.ae.api.graph.Shape.of(2), .1f, 3).as(DType.F64);

    assertThat(wide.real(0)).isEqualTo(.1f);
    assertThat(wide.as(DType.F32).real(0)).isEqualTo(.1f);
    assertThat(wide.as(DType.BF16).real(0)).isEqualTo(.10009765625);
    assertThat(wide.as(DType.BF16).real(1)).isEqualTo(3);
  }

  private static double[] code(ModelFile model, DType compute) {
    try (Backend backend = new JavaBackendProvider().open(new BackendSettings(1));
        CompiledModel compiled = backend.compile(model.program(), new CompileOptions(compute, 1));
        Session encode = compiled.session("encode", 1)) {
      model.writeTo(compiled);
      Reals.input(encode, "x").put(0, ROW, 0, ROW.length);
      encode.run(1, 0);
      Reals code = Reals.output(encode, "code");
      return new double[] {code.get(0), code.get(1)};
    }
  }
}
