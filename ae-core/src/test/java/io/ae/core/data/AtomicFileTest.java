package io.ae.core.data;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void replacesTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("m.ae"), "old and longer");
    AtomicFile.write(file, c -> c.write(ByteBuffer.wrap("new".getBytes())));
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void fullDiskLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("m.ae"), "old");
    assertRefused(
        () ->
            AtomicFile.write(
                file,
                c -> {
                  c.write(ByteBuffer.wrap("half".getBytes()));
                  throw new IOException("No space left on device");
                }),
        "AE-F010 cannot write '"
            + file
            + "': No space left on device. An older file is as it was. Free space or check the"
            + " permissions, and try again.");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void missingFolder() {
    Path file = folder.resolve("no/m.ae");
    assertRefused(
        () -> AtomicFile.write(file, c -> c.write(ByteBuffer.allocate(1))),
        "AE-F010 cannot write '"
            + file
            + "': the folder '"
            + file.getParent()
            + "' does not exist; create it, or give another name.");
  }

  @Test
  void aStreamThatBreaksLeavesTheOldFileToo() throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), "old");
    assertRefused(
        () ->
            AtomicFile.stream(
                file,
                out -> {
                  out.write(1);
                  throw new UncheckedIOException(new IOException("No space left on device"));
                }),
        "AE-F010 cannot write '"
            + file
            + "': No space left on device. An older file is as it was. Free space or check the"
            + " permissions, and try again.");
    assertThat(file).hasContent("old");
    AtomicFile.stream(file, out -> out.write('n'));
    assertThat(file).hasContent("n");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void folderInsteadOfAFile() {
    assertRefused(
        () -> AtomicFile.write(folder, c -> c.write(ByteBuffer.allocate(1))),
        "AE-F010 cannot write '" + folder + "': it is a folder; give the name of a file.");
  }

  @Test
  void leftoverOfAKilledProcessIsOverwritten() throws IOException {
    Files.writeString(folder.resolve(".m.ae.tmp"), "a long leftover of a process that was killed");
    Path file = folder.resolve("m.ae");
    AtomicFile.write(file, c -> c.write(ByteBuffer.wrap("new".getBytes())));
    assertThat(file).hasContent("new");
  }

  @Test
  void twoWritersOfOneFile() {
    Path file = folder.resolve("m.ae");
    AtomicFile.write(
        file,
        c -> {
          c.write(ByteBuffer.wrap("first".getBytes()));
          assertRefused(
              () -> AtomicFile.write(file, d -> d.write(ByteBuffer.wrap("second".getBytes()))),
              "AE-F010 cannot write '"
                  + file
                  + "': this process is writing it already; give another name.");
        });
    assertThat(file).hasContent("first");
  }
}
