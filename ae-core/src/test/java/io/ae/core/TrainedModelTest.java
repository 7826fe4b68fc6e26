package io.ae.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ae.api.AeException;
import io.ae.api.CodeKind;
import io.ae.api.Codes;
import io.ae.api.data.Column;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Shape;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedModelTest {
  private static final Scaling SCALING =
      new Scaling(Scaling.Kind.STANDARD, new double[] {10, 0, -5}, new double[] {.5, 1, 2});

  static TrainedModel model() {
    return TinyModels.of(DataSpec.vectors(3), SCALING, 2, false, 2);
  }

  static float[][] rows(int n, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[n][3];
    for (float[] row : rows) {
      row[0] = 10 + random.nextFloat();
      row[1] = random.nextFloat();
      row[2] = random.nextFloat() - 5;
    }
    return rows;
  }

  static String refusal(Runnable call) {
    return catchThrowableOfType(AeException.class, call::run).text();
  }

  @Test
  void anyNumberOfRowsGivesWhatEachRowGivesAlone() {
    try (TrainedModel model = model()) {
      float[][] rows = rows(600, 1);
      Codes codes = model.encode(rows);
      double[] scores = model.score(rows);
      float[][] back = model.reconstruct(rows).rows();
      for (int i : new int[] {0, 255, 256, 511, 512, 599}) {
        assertThat(codes.row(i)).containsExactly(model.encode(rows[i]));
        assertThat(scores[i]).isEqualTo(model.score(rows[i]));
        assertThat(back[i]).containsExactly(model.reconstruct(rows[i]));
      }
      assertThat(model.encode(new float[0][]).rows()).isZero();
      assertThat(model.score(new float[0][])).isEmpty();
      assertThat(model.reconstruct(new float[0][]).rows()).isEmpty();
    }
  }

  @Test
  void inputsStayAsTheyWere() {
    try (TrainedModel model = model()) {
      float[][] rows = rows(20, 1);
      model.reconstruct(rows);
      Codes codes = model.encode(rows);
      float[] before = codes.values().clone();
      model.decode(codes);
      assertThat(rows).isDeepEqualTo(rows(20, 1));
      assertThat(codes.values()).containsExactly(before);
    }
  }

  @Test
  void theErrorIsOfScaledRowsAndTheReconstructionInTheDatasUnits() {
    try (TrainedModel model = model()) {
      float[] row = rows(1, 4)[0];
      float[] back = model.reconstruct(row);
      double expected = 0;
      for (int j = 0; j < 3; j++) {
        double d = (row[j] - back[j]) * SCALING.factor()[j];
        expected += d * d;
      }
      double error = model.reconstruct(new float[][] {row}).squaredError()[0];
      assertThat(error).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4));
      assertThat(model.score(row)).isCloseTo(error, org.assertj.core.data.Offset.offset(1e-4));
    }
  }

  @Test
  void idsTravelWithTheRows() {
    try (TrainedModel model = model()) {
      float[] values = new float[300 * 3];
      Dataset rows = Dataset.of("named", DataSpec.vectors(3), values, new int[300], i -> "id-" + i);
      assertThat(model.encode(rows).ids()).startsWith("id-0").endsWith("id-299").hasSize(300);
    }
  }

  @Test
  void aFileHoldsTheCodesOfEveryRow(@TempDir Path folder) throws IOException {
    try (TrainedModel model = model()) {
      Dataset rows =
          Dataset.of(
              "named", DataSpec.vectors(3), flat(rows(1300, 2)), new int[1300], i -> "r" + i);
      Codes codes = model.encode(rows);
      Path npy = folder.resolve("codes.npy");
      Path csv = folder.resolve("codes.csv");
      assertThat(model.encode(rows, npy)).isEqualTo(1300);
      assertThat(model.encode(rows, csv)).isEqualTo(1300);

      ByteBuffer values = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
      float[] written = new float[1300 * 2];
      values.position(128).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(written);
      assertThat(written).containsExactly(codes.values());
      List<String> lines = Files.readAllLines(csv);
      assertThat(lines).hasSize(1301).first().isEqualTo("id,c0,c1");
      assertThat(lines.get(1300)).startsWith("r1299," + codes.row(1299)[0] + ",");
    }
  }

  private static float[] flat(float[][] rows) {
    float[] values = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * rows[i].length, rows[i].length);
    }
    return values;
  }

  @Test
  void sparseRowsGiveTheCodesOfDenseOnes() {
    DataSpec dense = DataSpec.vectors(3);
    DataSpec sparse =
        new DataSpec(Shape.of(3), List.of(), dense.low(), dense.high(), .5, 0, List.of());
    float[][] rows = {{0, 2, 0}, {0, 0, 0}, {1, 0, 3}};
    try (TrainedModel a = TinyModels.of(dense, Scaling.none(), 2, false, 1);
        TrainedModel b = TinyModels.sparse(sparse, 2)) {
      assertThat(b.encode(rows).values()).containsExactly(a.encode(rows).values());
    }
  }

  @Test
  void whatItCannotDoIsRefusedByName() {
    try (TrainedModel model = TinyModels.of(DataSpec.vectors(3), SCALING, 2, true, 1)) {
      Codes codes = model.encode(rows(1, 1));
      assertThat(refusal(() -> model.decode(codes)))
          .isEqualTo(
              "AE-M002 This model ('tiny') cannot decode: its decoder needs more than the code."
                  + " Use reconstruct. It can encode, reconstruct, score.");
      assertThat(refusal(() -> model.classify(rows(1, 1))))
          .isEqualTo(
              "AE-M002 This model ('tiny') cannot classify. It can encode, reconstruct, score.");
    }
  }

  @Test
  void codesOfAnotherKindAreRefused() {
    try (TrainedModel model = model()) {
      Codes narrow = new Codes(CodeKind.real(), new float[] {1}, 1, List.of("a"));
      Codes bits = new Codes(CodeKind.bits(), new float[] {1, 0}, 2, List.of("a"));
      Codes nan = new Codes(CodeKind.real(), new float[] {1, Float.NaN}, 2, List.of("a"));
      assertThat(refusal(() -> model.decode(narrow)))
          .isEqualTo(
              "AE-M003 codes must be of 2 elements, real numbers, as this model's are. Got 1"
                  + " elements, real numbers.");
      assertThat(refusal(() -> model.decode(bits)))
          .isEqualTo(
              "AE-M003 codes must be of 2 elements, real numbers, as this model's are. Got 2"
                  + " elements, bits.");
      assertThat(refusal(() -> model.decode(nan)))
          .isEqualTo("AE-M003 code 'a', element 1 must be a finite number. Got NaN.");
      Codes index = new Codes(CodeKind.indices(4), new float[] {1, 4}, 2, List.of("a"));
      assertThat(refusal(() -> CodeChecks.require(index, CodeKind.indices(4), 2)))
          .isEqualTo("AE-M003 code 'a', element 1 must be an index below 4. Got 4.0.");
      CodeChecks.require(bits, CodeKind.bits(), 2);
    }
  }

  @Test
  void badRowsAreRefusedByPlace() {
    try (TrainedModel model = model()) {
      float[][] ragged = rows(3, 1);
      ragged[2] = new float[] {1};
      assertThat(refusal(() -> model.encode(ragged)))
          .isEqualTo("AE-D010 rows: row 2 must have 3 values, found 1.");
      float[][] nan = rows(300, 1);
      nan[290][1] = Float.NaN;
      assertThat(refusal(() -> model.score(nan)))
          .isEqualTo(
              "AE-D010 rows: row 290, column 1 must be a finite number, found NaN. Mend the value"
                  + " or leave the row out; rows and columns count from 0.");
      Dataset wide = Dataset.of(new float[2][4]);
      assertThat(refusal(() -> model.encode(wide))).startsWith("AE-D033 rows: ");
    }
  }

  @Test
  void columnsAreMatchedByTheirNames() {
    List<Column> columns = List.of(Column.numeric("a"), Column.numeric("b"), Column.numeric("c"));
    List<Column> turned = List.of(Column.numeric("c"), Column.numeric("a"), Column.numeric("b"));
    float[][] rows = rows(5, 1);
    float[][] moved = new float[5][];
    for (int i = 0; i < 5; i++) {
      moved[i] = new float[] {rows[i][2], rows[i][0], rows[i][1]};
    }
    try (TrainedModel model = TinyModels.of(named(columns), SCALING, 2, false, 1)) {
      assertThat(model.encode(Dataset.of(named(turned), moved)))
          .isEqualTo(model.encode(Dataset.of(named(columns), rows)));
    }
  }

  private static DataSpec named(List<Column> columns) {
    DataSpec v = DataSpec.vectors(columns.size());
    return new DataSpec(v.row(), columns, v.low(), v.high(), 1, 0, List.of());
  }
}
