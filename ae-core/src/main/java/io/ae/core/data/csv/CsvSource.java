package io.ae.core.data.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.ae.api.data.Column;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.graph.Shape;
import io.ae.core.data.source.InputFile;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a table, parsed as they are asked for. */
final class CsvSource implements Source {
  private final InputFile file;
  private final CsvOptions options;
  private final CsvScan scan;
  private final DataSpec spec;
  private final Map<String, Integer> classes = new HashMap<>();

  CsvSource(InputFile file, CsvOptions options, CsvScan scan) {
    this.file = file;
    this.options = options;
    this.scan = scan;
    this.spec =
        new DataSpec(
            Shape.of(scan.layout().features().length),
            scan.layout().names().stream().map(Column::numeric).toList(),
            scan.low(),
            scan.high(),
            1,
            scan.classes().size(),
            scan.classes());
    for (String name : scan.classes()) {
      classes.put(name, classes.size());
    }
  }

  @Override
  public DataSpec spec() {
    return spec;
  }

  @Override
  public long rows() {
    return scan.rows();
  }

  @Override
  public Cursor open() {
    return new Reading();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private final class Reading implements Cursor {
    private final CsvLines lines = new CsvLines(file, options.delimiter());
    private @Nullable CsvRecord line;
    private long row = -1;

    Reading() {
      if (options.header()) {
        lines.next();
      }
    }

    @Override
    public boolean next() {
      line = lines.next();
      row++;
      return line != null;
    }

    private CsvRecord line() {
      if (line == null) {
        throw new IllegalStateException("there is no row here");
      }
      return line;
    }

    @Override
    public void values(float[] into, int at) {
      scan.layout().values(line(), file, into, at);
    }

    @Override
    public int label() {
      int field = scan.layout().label();
      return field < 0 ? -1 : classes.getOrDefault(line().getField(field).strip(), -1);
    }

    @Override
    public String id() {
      int field = scan.layout().id();
      return field < 0 ? Long.toString(row) : line().getField(field);
    }

    @Override
    public void close() {
      lines.close();
    }
  }
}
