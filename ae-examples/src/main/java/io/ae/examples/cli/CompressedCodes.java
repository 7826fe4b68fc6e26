package io.ae.examples.cli;

import io.ae.api.AeException;
import io.ae.api.CodeKind;
import io.ae.api.Codes;
import io.ae.core.data.Quantiser;
import io.ae.core.file.CodeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Between a model's codes and a file of them. */
final class CompressedCodes {
  private CompressedCodes() {}

  /**
   * Refuses models whose codes are no real numbers.
   *
   * @throws AeException {@code AE-X014}
   */
  static void requireReal(OpenedModel model) {
    if (!(model.metadata().codeKind() instanceof CodeKind.Real)) {
      throw new AeException(
          "AE-X014",
          "Codes of 8 bits a unit are made from real numbers. This model's codes are "
              + Facts.kind(model.metadata().codeKind())
              + ". 'ae encode' writes them as they are.");
    }
  }

  /** Quantises codes of the model in a file. */
  static CodeFile of(Path file, Codes codes) {
    Quantiser quantiser = Quantiser.of(codes.values(), codes.width());
    return new CodeFile(digest(file), quantiser, quantiser.quantise(codes.values()));
  }

  /** Returns the codes that a file holds, numbered. */
  static Codes codes(OpenedModel model, CodeFile file) {
    List<String> ids = IntStream.range(0, file.rows()).mapToObj(Integer::toString).toList();
    return new Codes(
        model.metadata().codeKind(),
        file.quantiser().restore(file.codes()),
        file.quantiser().width(),
        ids);
  }

  /**
   * Refuses codes that another model made.
   *
   * @throws AeException {@code AE-X015}
   */
  static void requireSame(CodeFile codes, Path codesFile, Path model) {
    if (!Arrays.equals(codes.model(), digest(model))) {
      throw new AeException(
          "AE-X015",
          codesFile
              + " was written with another model than "
              + model
              + ", and only that one can decode it. Name the model that 'ae compress' was given.");
    }
  }

  private static byte[] digest(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[1 << 16];
      for (int n; (n = in.read(block)) > 0; ) {
        digest.update(block, 0, n);
      }
      return digest.digest();
    } catch (IOException e) {
      throw new AeException("AE-F001", "cannot read '" + file + "': " + e + ". Check the path.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
