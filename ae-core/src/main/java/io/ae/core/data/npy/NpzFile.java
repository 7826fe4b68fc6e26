package io.ae.core.data.npy;

import io.ae.api.AeException;
import io.ae.core.data.source.Bytes;
import io.ae.core.data.source.InputFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An archive of arrays, each an entry {@code NAME.npy}. */
final class NpzFile {
  /**
   * Deflate gains no more than this (RFC 1951: 258 bytes from two bits), with room for small ones.
   */
  private static final long BEST_RATIO = 1032;

  private static final long SMALL = 1 << 16;
  private static final String ENDING = ".npy";

  private final InputFile file;

  NpzFile(InputFile file) {
    this.file = file;
  }

  /** Returns the names of the arrays. */
  List<String> names() {
    try (ZipFile zip = zip()) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  /**
   * Opens an array.
   *
   * @throws AeException {@code AE-D042} if there is no such array, or the archive promises more
   *     than it can hold
   */
  NpyArray array(String name) {
    long size;
    try (ZipFile zip = zip()) {
      ZipEntry entry = zip.getEntry(name + ENDING);
      if (entry == null) {
        throw new AeException(
            "AE-D042",
            file
                + ": no array '"
                + name
                + "'. The arrays are "
                + names()
                + "; choose with x=NAME,y=NAME.");
      }
      size = entry.getSize();
      long packed = Math.min(entry.getCompressedSize(), file.size());
      if (size < 0 || size > packed * BEST_RATIO + SMALL) {
        throw new AeException(
            "AE-D042",
            file
                + ": the array '"
                + name
                + "' promises "
                + size
                + " bytes from "
                + packed
                + ", which no compression reaches. The file is damaged or hostile; get it again.");
      }
    } catch (IOException e) {
      throw file.failed(e);
    }
    return new NpyArray(new Entry(name, size));
  }

  private ZipFile zip() {
    try {
      return new ZipFile(file.path().toFile());
    } catch (ZipException e) {
      throw new AeException(
          "AE-D040",
          file
              + " must be a zip archive of arrays, as numpy.savez writes it: "
              + e.getMessage()
              + ". Get the file again; for a single array say npy:FILE.",
          e);
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  private final class Entry implements Bytes {
    private final String name;
    private final long size;

    Entry(String name, long size) {
      this.name = name;
      this.size = size;
    }

    @Override
    public InputStream open() {
      ZipFile zip = zip();
      try {
        ZipEntry entry = zip.getEntry(name + ENDING);
        if (entry == null) {
          throw new IOException("the array '" + name + "' is gone");
        }
        return new BufferedInputStream(new CheckedEntry(zip, entry, zip.getInputStream(entry)));
      } catch (IOException e) {
        throw file.failed(e);
      }
    }

    @Override
    public long mostBytes() {
      return size;
    }

    @Override
    public boolean exact() {
      return true;
    }

    @Override
    public AeException failed(IOException e) {
      return file.failed(e);
    }

    @Override
    public String toString() {
      return file + " (" + name + ")";
    }
  }
}
