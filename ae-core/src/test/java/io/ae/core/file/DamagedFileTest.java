package io.ae.core.file;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ae.api.AeException;
import io.ae.core.file.read.ModelFileReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {
  private static final String COPY =
      " Take another copy of it, or train the model again; this one is not used.";
  private static final String OTHER =
      " The file was not written by this version of ae, or it is damaged." + COPY;

  @TempDir Path folder;
  private Path file;
  private byte[] good;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("m.ae");
    ModelFileWriter.write(file, SampleModel.checkpoint());
    good = Files.readAllBytes(file);
  }

  @Test
  void anyFlippedBitIsFound() throws IOException {
    for (int i = 0; i < good.length; i += 13) {
      byte[] bad = good.clone();
      bad[i] ^= (byte) (1 << i % 8);
      Files.write(file, bad);
      Throwable found = catchThrowable(() -> ModelFileReader.read(file));
      assertThat(found).as("bit %d of byte %d", i % 8, i).isInstanceOf(AeException.class);
      assertThat(((AeException) found).code()).matches("AE-F00[2357]");
    }
  }

  @Test
  void anyCutIsFound() throws IOException {
    for (int length = 0; length < good.length; length += 31) {
      Files.write(file, Arrays.copyOf(good, length));
      Throwable found = catchThrowable(() -> ModelFileReader.read(file));
      assertThat(found).as("%d bytes", length).isInstanceOf(AeException.class);
      assertThat(((AeException) found).code()).isEqualTo("AE-F002");
    }
  }

  @Test
  void missingFile() {
    Path none = folder.resolve("none.ae");
    assertRefused(
        () -> ModelFileReader.read(none),
        "AE-F001 cannot read '"
            + none
            + "': there is no such file. Check the path and the permissions.");
  }

  @Test
  void anotherKindOfFile() throws IOException {
    Files.writeString(file, "id,height\n1,180\n");
    refused(
        "AE-F002 'm.ae' is not a model file: it does not begin like one. Give a file that 'ae train"
            + " --out' has written.");
    Files.write(file, new byte[0]);
    refused(
        "AE-F002 'm.ae' is not a model file: it is empty. Give a file that 'ae train --out' has"
            + " written.");
  }

  @Test
  void truncated() throws IOException {
    Files.write(file, Arrays.copyOf(good, good.length / 2));
    refused("AE-F002 'm.ae' is cut off or damaged: its directory is not at the end." + COPY);
  }

  @Test
  void changedWeights() throws IOException {
    byte[] bad = good.clone();
    bad[new String(good, StandardCharsets.ISO_8859_1).indexOf("\"dtype\"") + 1] ^= 1;
    Files.write(file, bad);
    refused(
        "AE-F003 'm.ae': weights.safetensors has changed since it was written: its checksum"
            + " differs."
            + COPY);
  }

  @Test
  void digestsAreComparedToo() {
    rewrite(
        "weights.safetensors",
        text -> text.replace("\"dtype\":\"F32\"", "\"dtype\":\"I32\""),
        false);
    refused(
        "AE-F003 'm.ae': weights.safetensors has changed since it was written: its SHA-256 digest"
            + " differs."
            + COPY);
  }

  @Test
  void zipBomb() throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("model.json"));
      for (int i = 0; i < 100; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    refused(
        "AE-F007 'm.ae': 'model.json' is compressed and would unpack to 104857600 bytes. Model"
            + " files are stored without compression, and nothing is unpacked here."
            + COPY);
  }

  @Test
  void newerFormat() {
    rewrite("model.json", text -> text.replace("\"format\":1", "\"format\":7"), true);
    refused(
        "AE-F004 'm.ae' has format 7; this program reads formats 1 to 1. Use the version of ae that"
            + " wrote it, or a newer one.");
  }

  @Test
  void unknownKey() {
    rewrite("model.json", text -> text.replace("\"plugin\"", "\"macro\":1,\"plugin\""), true);
    refused("AE-F005 'm.ae': model.json has unknown keys [macro]." + OTHER);
  }

  @Test
  void unknownOp() {
    rewrite("graph.json", text -> text.replace("\"sigmoid\"", "\"execute\""), true);
    refused("AE-F005 'm.ae': graph.json.functions[0].nodes[4]: unknown op 'execute'." + OTHER);
  }

  @Test
  void unknownAttributeOfAnOp() {
    rewrite(
        "graph.json",
        text -> text.replaceFirst("\"transposed\":", "\"then\":true,\"transposed\":"),
        true);
    refused("AE-F005 'm.ae': graph.json.functions[0].nodes[3] has unknown keys [then]." + OTHER);
  }

  @Test
  void nodesThatDoNotFit() {
    rewrite("graph.json", text -> text.replaceFirst("\\[\"B\",3]", "[\"B\",4]"), true);
    refused(
        "AE-F005 'm.ae': graph.json.functions[0].nodes[3]: dense [[B, 4], [3, 2], [2]]: last axis"
            + " of the left factor = 4, but first axis of the right factor = 3; they must be equal."
            + OTHER);
  }

  @Test
  void weightsOfAnotherShape() {
    rewrite("weights.safetensors", text -> text.replace("[3,2]", "[2,3]"), true);
    refused(
        "AE-F006 'm.ae': the weights do not fit the graph: variable 'w' is [3, 2] in the graph and"
            + " F32 [2, 3] in the weights."
            + COPY);
  }

  @Test
  void weightsLargerThanTheFile() {
    rewrite("weights.safetensors", text -> text.replace("[3,2]", "[3,9]"), true);
    refused(
        "AE-F006 'm.ae': the weights do not fit the graph: 'w' needs 108 bytes and has 24." + COPY);
  }

  @Test
  void variablesLargerThanTheFileAreRefusedBeforeMemoryIsTaken() {
    rewrite(
        "graph.json",
        text -> text.replace("\"c\",\"shape\":[3]", "\"c\",\"shape\":[2000000000]"),
        true);
    Throwable found = catchThrowable(() -> ModelFileReader.read(file));
    assertThat(found)
        .isInstanceOf(AeException.class)
        .hasMessageContaining("'m.ae'".substring(1, 5));
    assertThat(((AeException) found).code()).isIn("AE-F005", "AE-F006");
  }

  @Test
  void entryThatIsNotListed() {
    Map<String, byte[]> entries = entries();
    entries.put("run.sh", new byte[] {1});
    put(entries);
    refused("AE-F005 'm.ae': it holds 'run.sh', which model.json does not list." + OTHER);
  }

  private void refused(String text) {
    assertRefused(() -> ModelFileReader.read(file), text.replace("'m.ae'", "'" + file + "'"));
  }

  /** Changes one entry; digests and sizes in model.json follow if wanted. */
  private void rewrite(String entry, UnaryOperator<String> change, boolean listed) {
    Map<String, byte[]> entries = entries();
    String before = latin(entries.getOrDefault(entry, new byte[0]));
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    byte[] bytes = after.getBytes(StandardCharsets.ISO_8859_1);
    if (listed && !entry.equals("model.json")) {
      String old = listing(entry, before.getBytes(StandardCharsets.ISO_8859_1));
      String model = latin(entries.getOrDefault("model.json", new byte[0]));
      assertThat(model).contains(old);
      String updated = model.replace(old, listing(entry, bytes));
      entries.put("model.json", updated.getBytes(StandardCharsets.ISO_8859_1));
    }
    entries.put(entry, bytes);
    put(entries);
  }

  private static String listing(String entry, byte[] bytes) {
    StoredZipWriter.Data data = StoredZipWriter.Data.of(bytes);
    return "\"" + entry + "\":{\"size\":" + data.size() + ",\"sha256\":\"" + data.sha256() + "\"}";
  }

  private Map<String, byte[]> entries() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
      List<ZipEntry> list = new ArrayList<>();
      zip.stream().forEach(list::add);
      for (ZipEntry e : list) {
        all.put(e.getName(), zip.getInputStream(e).readAllBytes());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all;
  }

  private void put(Map<String, byte[]> entries) {
    Map<String, StoredZipWriter.Data> data = new LinkedHashMap<>();
    entries.forEach((name, bytes) -> data.put(name, StoredZipWriter.Data.of(bytes)));
    StoredZipWriter.write(file, data);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
