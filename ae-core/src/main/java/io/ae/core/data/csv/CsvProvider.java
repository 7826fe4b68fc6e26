package io.ae.core.data.csv;

import io.ae.api.SpiVersion;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.Source;
import io.ae.api.data.SourceDescriptor;
import io.ae.api.data.SourceProvider;
import io.ae.core.data.ColumnMatch;
import io.ae.core.data.source.InputFile;
import io.ae.core.data.source.Options;
import java.nio.file.Path;

/** The kind {@code csv}: a table in text, gzipped or not. */
public final class CsvProvider implements SourceProvider {
  private static final String HINT = "Name a CSV file, gzipped or not.";

  /** For the service loader. */
  public CsvProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "csv",
        SpiVersion.CURRENT,
        "csv:FILE,label=last|NAME|none,header=true|false,drop=NAME+NAME,id=NAME,test=FILE,"
            + "delimiter=comma|semicolon|tab|space|pipe",
        "A table in text: one row a line, every column a number but for label and id; streams.");
  }

  @Override
  public Parts open(Selector selector) {
    Options options = new Options(selector, CsvOptions.NAMES);
    CsvOptions how = CsvOptions.of(selector, options);
    Source train = source(Path.of(options.path("a file")), how);
    String test = options.text("test");
    return new Parts(
        train, test == null ? null : ColumnMatch.to(train.spec(), source(Path.of(test), how)));
  }

  private static Source source(Path path, CsvOptions how) {
    InputFile file = InputFile.of(path, HINT);
    return new CsvSource(file, how, CsvScan.of(how, file));
  }
}
