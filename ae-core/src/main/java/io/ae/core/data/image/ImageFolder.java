package io.ae.core.data.image;

import io.ae.api.AeException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The pictures of a folder, in the order of their classes' and their own names.
 *
 * @param folder where they are
 * @param files of all pictures
 * @param labels one for each, −1 for pictures beside the sub-folders
 * @param classes names of the sub-folders
 */
record ImageFolder(Path folder, List<Path> files, int[] labels, List<String> classes) {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

  /** What systems leave in folders. */
  private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

  /**
   * Lists a folder.
   *
   * @throws AeException {@code AE-D012} if it holds no picture, {@code AE-D050} if it holds another
   *     file, {@code AE-D006} if it cannot be listed
   */
  static ImageFolder of(Path folder) {
    List<Path> files = new ArrayList<>(pictures(folder));
    List<Integer> labels = new ArrayList<>(Collections.nCopies(files.size(), -1));
    List<String> classes = new ArrayList<>();
    for (Path sub : list(folder)) {
      if (Files.isDirectory(sub)) {
        List<Path> inside = pictures(sub);
        for (Path deeper : list(sub)) {
          if (Files.isDirectory(deeper)) {
            throw new AeException(
                "AE-D050",
                deeper + ": a class's folder must hold pictures only, found a folder. Move it.");
          }
        }
        inside.forEach(file -> labels.add(classes.size()));
        files.addAll(inside);
        classes.add(sub.getFileName().toString());
      }
    }
    if (files.isEmpty()) {
      throw new AeException(
          "AE-D012",
          folder
              + ": pictures are wanted (.png, .jpg, .jpeg, .gif, .bmp), here or in one folder for"
              + " each class, found none.");
    }
    return new ImageFolder(
        folder,
        List.copyOf(files),
        labels.stream().mapToInt(Integer::intValue).toArray(),
        List.copyOf(classes));
  }

  /** Returns what names a picture: its path within the folder. */
  String id(int row) {
    return folder.relativize(files.get(row)).toString().replace('\\', '/');
  }

  private static List<Path> pictures(Path folder) {
    List<Path> pictures = new ArrayList<>();
    for (Path file : list(folder)) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (Files.isDirectory(file) || LITTER.contains(name)) {
        continue;
      }
      if (!ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
        throw new AeException(
            "AE-D050",
            file
                + " is no picture that is read here (.png, .jpg, .jpeg, .gif, .bmp). Convert it or"
                + " move it elsewhere, so that none is left out unseen.");
      }
      pictures.add(file);
    }
    return pictures;
  }

  private static List<Path> list(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(
            folder, entry -> !entry.getFileName().toString().startsWith("."))) {
      found.forEach(entries::add);
    } catch (IOException e) {
      throw new AeException(
          "AE-D006", folder + " cannot be listed: " + e + ". Make it readable.", e);
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageFolder f && folder.equals(f.folder) && files.equals(f.files);
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
