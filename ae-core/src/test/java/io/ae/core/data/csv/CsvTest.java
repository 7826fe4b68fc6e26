package io.ae.core.data.csv;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.core.data.ColumnMatch;
import io.ae.core.data.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @TempDir Path folder;

  @Test
  void readsLabelsIdsAndLeavesOutWhatIsDropped() {
    Parts parts =
        open(
            "id,date,a,b,kind\nk1,x,1,0,cat\n\nk2,y,-2.5e1, 3 ,ant\nk3,z,0,0,\n",
            ",label=last,id=id,drop=date");
    Dataset data = Dataset.load(parts.train());
    assertThat(parts.train().rows()).isEqualTo(3);
    assertThat(parts.test()).isNull();
    assertThat(data.values()).containsExactly(1, 0, -25, 3, 0, 0);
    assertThat(data.spec().columns()).extracting("name").containsExactly("a", "b");
    assertThat(data.spec().classNames()).containsExactly("ant", "cat");
    assertThat(data.labels()).containsExactly(1, 0, -1);
    assertThat(data.ids()).containsExactly("k1", "k2", "k3");
    assertThat(data.spec().low()).isEqualTo(-25);
    assertThat(data.spec().high()).isEqualTo(3);
    assertThat(data.spec().sparse()).as("zeros in a table do not make its rows sparse").isFalse();
  }

  @Test
  void numbersAsClassesAreInTheOrderOfNumbers() {
    Dataset data = Dataset.load(open("y,x\n10,1\n9,2\n-1,3\n", ",label=y").train());
    assertThat(data.spec().classNames()).containsExactly("-1", "9", "10");
    assertThat(data.labels()).containsExactly(2, 1, 0);
  }

  @Test
  void withoutHeaderColumnsAreNumbered() {
    Dataset data =
        Dataset.load(open("1;2;3\n4;5;6", ",header=false,delimiter=semicolon,label=c1").train());
    assertThat(data.values()).containsExactly(1, 3, 4, 6);
    assertThat(data.labels()).containsExactly(0, 1);
  }

  @Test
  void quotesAndByteOrderMarkAreUnderstood() {
    Dataset data = Dataset.load(open("\uFEFF\"a, b\",c\n\"1\",\"2\"\n", "").train());
    assertThat(data.spec().columns()).extracting("name").containsExactly("a, b", "c");
    assertThat(data.values()).containsExactly(1, 2);
  }

  @Test
  void aRaggedLineIsNamed() {
    refused(
        "a,b\n1,2\n\n1,2,3\n",
        "",
        "AE-D030 FILE, line 4: 2 fields are wanted, as in the first line, found 3. Mend the line; a"
            + " field that holds the delimiter stands in double quotes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n/a", "", "NaN", "inf", "1d", "0x1p3", "--1", "1,5"})
  void whatIsNoNumberIsNamed(String field) {
    refused(
        "a,b\n1,2\n3,\"" + field + "\"\n",
        "",
        "AE-D031 FILE, line 3, column 'b' must be a finite number, found '"
            + field
            + "'. Mend the field, or leave the column out with drop=b.");
  }

  @Test
  void aNumberTooLargeForSinglePrecisionIsNamed() {
    refused(
        "a\n1e39\n",
        "",
        "AE-D031 FILE, line 2, column 'a' must be a finite number in single precision, found"
            + " '1e39'. Mend the field, or leave the column out with drop=a.");
  }

  @Test
  void aHeaderOfNumbersIsNoHeader() {
    refused(
        "1,2\n3,4\n",
        "",
        "AE-D004 FILE: the first line must name the columns, found only numbers. Say header=false"
            + " if the file has no header, so that no row is lost.");
  }

  @Test
  void unknownAndDoubleColumnsAreNamed() {
    refused(
        "a,b\n1,2\n", ",drop=b+c", "AE-D032 FILE: no column 'c' (drop=c). The columns are a, b.");
    refused(
        "a,a\n1,2\n",
        "",
        "AE-D032 FILE: each column needs a name of its own, 'a' stands twice. Mend the header, or"
            + " say header=false if there is none.");
    refused(
        "a;b\n1;2\n",
        ",label=last",
        "AE-D032 FILE: no column is left to learn from: found [a;b]. Drop fewer, or say"
            + " delimiter=semicolon, tab, space or pipe if it is not a comma.");
  }

  @Test
  void anEmptyFileIsRefused() {
    refused("", "", "AE-D012 FILE: at least one row is wanted, found none. Get the file again.");
    refused("a\n", "", "AE-D012 FILE: at least one row is wanted, found none. Get the file again.");
  }

  @Test
  void aBadDelimiterIsRefused() {
    refused(
        "a\n1\n",
        ",delimiter=dots",
        "AE-D004 data 'csv:FILE,delimiter=dots': delimiter must be comma, semicolon, tab, space,"
            + " pipe or one character, found 'dots'.");
  }

  @Test
  void aTestFileIsMatchedByName() {
    Path test = write("test.csv", "kind,b,a\ncat,20,10\n");
    Parts parts = open("a,b,kind\n1,2,ant\n3,4,cat\n", ",label=kind,test=" + test);
    Dataset data = Dataset.load(parts.test());
    assertThat(data.values()).containsExactly(10, 20);
    assertThat(data.labels()).containsExactly(1);
    assertThat(data.spec().classes()).isEqualTo(2);
  }

  @Test
  void foreignColumnsAndClassesAreNamed() {
    Parts model = open("a,b,kind\n1,2,ant\n", ",label=kind");
    Path less = write("less.csv", "a,kind\n1,ant\n");
    refusedMatch(
        model,
        less,
        ",label=kind",
        "AE-D033 "
            + less
            + ": the model's columns [b] are missing, found [a]. Add them, or say header=true if"
            + " the first line names the columns.");
    Path more = write("more.csv", "x,a,b,y\n1,2,3,4\n");
    refusedMatch(
        model,
        more,
        "",
        "AE-D033 "
            + more
            + ": the columns [x, y] are not the model's [a, b]. Leave them out with drop=x+y,"
            + " or name them as label= or id=.");
    Path other = write("other.csv", "a,b,kind\n1,2,bee\n");
    refusedMatch(
        model,
        other,
        ",label=kind",
        "AE-D034 "
            + other
            + ": the class 'bee' is not one of the model's: [ant]. Mend the label, leave its rows"
            + " out, or say label=none.");
  }

  private Parts open(String text, String options) {
    Path file = write("rows.csv", text);
    return new CsvProvider().open(Selector.parse("csv:" + file + options));
  }

  private void refused(String text, String options, String message) {
    assertRefused(
        () -> open(text, options), message.replace("FILE", folder.resolve("rows.csv").toString()));
  }

  private static void refusedMatch(Parts model, Path file, String options, String message) {
    assertRefused(
        () ->
            ColumnMatch.to(
                model.train().spec(),
                new CsvProvider().open(Selector.parse("csv:" + file + options)).train()),
        message);
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
