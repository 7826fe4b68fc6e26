package io.ae.api;

import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.model.Capability;
import java.nio.file.Path;
import java.util.Set;

/**
 * A trained model. Safe for use by many threads and for any number of rows; {@link #close} waits
 * for running calls, later ones are refused with {@code AE-M001}. Rows are in the data's own units.
 *
 * <p>A method whose capability the model lacks throws {@code AE-M002}, naming it.
 */
public interface Autoencoder extends AutoCloseable {
  /** Returns the id of the plugin that made it. */
  String plugin();

  /** Returns the id of the backend it runs on. */
  String backend();

  /** Returns what rows look like, before scaling. */
  DataSpec data();

  /** Returns what the elements of a code are. */
  CodeKind codeKind();

  /** Returns the number of elements of a code, L. */
  int codeWidth();

  /** Returns what it can do. */
  Set<Capability> capabilities();

  /**
   * Encodes rows.
   *
   * @param rows {@code [rows][features]}
   * @throws AeException {@code AE-D010} if a row has another width or a value is not finite
   */
  Codes encode(float[][] rows);

  /** Encodes every row of a source; codes carry the rows' ids. */
  Codes encode(Source rows);

  /** Decodes codes to rows {@code [rows][features]}. */
  float[][] decode(Codes codes);

  /** Encodes and decodes rows. */
  Reconstruction reconstruct(float[][] rows);

  /** Encodes and decodes every row of a source. */
  Reconstruction reconstruct(Source rows);

  /**
   * Returns one number a row, larger for stranger rows: the loss, unless the plugin says otherwise.
   */
  double[] score(float[][] rows);

  /** Returns one number a row of a source. */
  double[] score(Source rows);

  /** Encodes rows given in double precision; they are computed in the model's own type. */
  default Codes encode(double[][] rows) {
    return encode(Rows.narrow(rows));
  }

  /** Encodes one row. */
  default float[] encode(float[] row) {
    return encode(new float[][] {row}).row(0);
  }

  /** Encodes and decodes one row. */
  default float[] reconstruct(float[] row) {
    return reconstruct(new float[][] {row}).rows()[0];
  }

  /** Returns the score of one row. */
  default double score(float[] row) {
    return score(new float[][] {row})[0];
  }

  /**
   * Writes the model to one file, replacing an older one in one step.
   *
   * @throws AeException {@code AE-F010} if the folder is missing or the disk is full; an older file
   *     stays as it was
   */
  void save(Path file);

  @Override
  void close();
}
