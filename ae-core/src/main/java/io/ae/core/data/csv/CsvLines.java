package io.ae.core.data.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.ae.api.AeException;
import io.ae.core.data.source.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records of a file, each of as many fields as the first. Empty lines are passed over. */
final class CsvLines implements AutoCloseable {
  /** Wide tables (genes, spectra, pixels) go beyond the reader's own bound of 16,384. */
  private static final int MOST_FIELDS = 1 << 20;

  private final InputFile file;
  private final CloseableIterator<CsvRecord> records;
  private int width = -1;

  CsvLines(InputFile file, char delimiter) {
    this.file = file;
    this.records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(
                CsvRecordHandler.builder().maxFields(MOST_FIELDS).build(),
                file.open(),
                StandardCharsets.UTF_8)
            .iterator();
  }

  /**
   * Returns the next record, null past the last.
   *
   * @throws AeException {@code AE-D030} if it has more or fewer fields than the first, or a quote
   *     is never closed; {@code AE-D006} if the file cannot be read
   */
  @Nullable CsvRecord next() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord line = records.next();
      if (width < 0) {
        width = line.getFieldCount();
      }
      if (line.getFieldCount() != width) {
        throw new AeException(
            "AE-D030",
            file
                + ", line "
                + line.getStartingLineNumber()
                + ": "
                + width
                + " fields are wanted, as in the first line, found "
                + line.getFieldCount()
                + ". Mend the line; a field that holds the delimiter stands in double quotes.");
      }
      return line;
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new AeException(
          "AE-D030", file + ": not readable as CSV: " + cause.getMessage() + " Mend the line.", e);
    } catch (UncheckedIOException e) {
      throw file.failed(Objects.requireNonNull(e.getCause()));
    }
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw file.failed(e);
    }
  }
}
