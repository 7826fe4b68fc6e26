package io.ae.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ae.api.AeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
  @TempDir Path folder;

  private static String refusal(String json) {
    return catchThrowableOfType(AeException.class, () -> Json.parse(json, "config c.json")).text();
  }

  @Test
  void whatIsNoJsonIsNamedByLineAndColumn() {
    assertThat(refusal("{\n \"a\": 1,\n}"))
        .startsWith("AE-C006 config c.json, line 3, column 1 is not JSON: ");
    assertThat(refusal("{\"a\": 1} x")).startsWith("AE-C006 config c.json, line 1, column ");
    assertThat(refusal("{\"a\": NaN}")).startsWith("AE-C006 config c.json, line 1, column ");
    assertThat(refusal("{\"a\": 1 // why\n}")).startsWith("AE-C006 config c.json, line 1, column ");
    assertThat(refusal(""))
        .isEqualTo("AE-C006 config c.json is empty. Write {} for an empty config.");
  }

  @Test
  void aKeyStandsOnce() {
    assertThat(refusal("{\"a\": 1,\n \"a\": 2}"))
        .isEqualTo("AE-C006 config c.json, line 2, column 5 is not JSON: Duplicate field 'a'.");
  }

  @Test
  void aFileHoldsAnObject() throws IOException {
    Path file = folder.resolve("c.json");
    Path none = folder.resolve("none.json");
    Files.writeString(file, "[]");
    assertThat(catchThrowableOfType(AeException.class, () -> Json.read(file)).text())
        .isEqualTo("AE-C006 config " + file + " must be an object, { … }.");
    assertThat(catchThrowableOfType(AeException.class, () -> Json.read(none)).text())
        .isEqualTo("AE-C006 config " + none + " does not exist.");
    Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
    assertThat(catchThrowableOfType(AeException.class, () -> Json.read(file)).text())
        .isEqualTo("AE-C006 config " + file + " is not UTF-8 text.");
    Files.writeString(file, "{\"a\": 1}");
    assertThat(Json.read(file).toString()).isEqualTo("{\"a\":1}");
  }
}
