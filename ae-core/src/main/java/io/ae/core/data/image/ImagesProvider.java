package io.ae.core.data.image;

import io.ae.api.AeException;
import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.Source;
import io.ae.api.data.SourceDescriptor;
import io.ae.api.data.SourceProvider;
import io.ae.core.data.ColumnMatch;
import io.ae.core.data.patch.PatchSource;
import io.ae.core.data.source.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The kind {@code images}: a folder of pictures, one sub-folder for each class. */
public final class ImagesProvider implements SourceProvider {
  private static final int MOST = 4096;

  /** For the service loader. */
  public ImagesProvider() {}

  @Override
  public SourceDescriptor descriptor() {
    return new SourceDescriptor(
        "images",
        SpiVersion.CURRENT,
        "images:DIR,size=WIDTHxHEIGHT,gray=true|false,patch=SIDE",
        "PNG, JPEG, GIF or BMP files; sub-folders are classes, or 'train' and 'test' of them.");
  }

  @Override
  public Parts open(Selector selector) {
    Options options = new Options(selector, Set.of("size", "gray", "patch"));
    Path folder = Path.of(options.path("a folder"));
    if (!Files.isDirectory(folder)) {
      throw new AeException(
          "AE-D005", folder + ": no such folder. Name one with pictures, or one for each class.");
    }
    Path train = folder.resolve("train");
    Path test = folder.resolve("test");
    if (!Files.isDirectory(train) || !Files.isDirectory(test)) {
      return new Parts(pieces(source(folder, options), options), null);
    }
    Source rows = source(train, options);
    Source others = ColumnMatch.to(rows.spec(), source(test, options));
    return new Parts(pieces(rows, options), pieces(others, options));
  }

  /** Returns the pictures, or their patches where these are asked for. */
  private static Source pieces(Source pictures, Options options) {
    int side = (int) options.number("patch", 0, 1, MOST);
    return side == 0 ? pictures : new PatchSource(pictures, side);
  }

  private static Source source(Path path, Options options) {
    ImageFolder folder = ImageFolder.of(path);
    boolean grey = options.flag("gray", false);
    String size = options.text("size");
    int width;
    int height;
    if (size == null) {
      Planes first = ImageFile.read(folder.files().get(0), grey);
      width = first.width();
      height = first.height();
    } else if (size.matches("[1-9][0-9]{0,3}x[1-9][0-9]{0,3}")) {
      String[] sides = size.split("x");
      width = Integer.parseInt(sides[0]);
      height = Integer.parseInt(sides[1]);
    } else {
      width = 0;
      height = 0;
    }
    if (width < 1 || width > MOST || height < 1 || height > MOST) {
      throw options.bad(
          "size",
          size == null ? width + "x" + height : size,
          "WIDTHxHEIGHT in pixels, each from 1 to " + MOST,
          null);
    }
    DataSpec spec =
        DataSpec.pictures(grey ? 1 : 3, height, width, folder.classes().size(), folder.classes());
    return new ImageSource(folder, spec, size != null);
  }
}
