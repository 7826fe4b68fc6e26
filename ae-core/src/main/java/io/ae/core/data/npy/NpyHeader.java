package io.ae.core.data.npy;

import io.ae.api.AeException;
import io.ae.core.data.source.Bytes;
import io.ae.core.data.source.ElementType;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head of an NPY file says.
 *
 * @param type of the values
 * @param order of the bytes of a value
 * @param fortran whether the first axis changes fastest
 * @param shape of the array
 * @param length of the header in bytes, where the values begin
 */
record NpyHeader(ElementType type, ByteOrder order, boolean fortran, int[] shape, int length) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MOST = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)");

  private static final Map<String, ElementType> TYPES =
      Map.ofEntries(
          Map.entry("b1", ElementType.U8),
          Map.entry("u1", ElementType.U8),
          Map.entry("i1", ElementType.I8),
          Map.entry("u2", ElementType.U16),
          Map.entry("i2", ElementType.I16),
          Map.entry("u4", ElementType.U32),
          Map.entry("i4", ElementType.I32),
          Map.entry("u8", ElementType.U64),
          Map.entry("i8", ElementType.I64),
          Map.entry("f4", ElementType.F32),
          Map.entry("f8", ElementType.F64));

  /**
   * Reads the head and leaves the stream at the first value.
   *
   * @throws AeException {@code AE-D040} if it is none or of a type not read here, {@code AE-D041}
   *     if the file cannot hold what it promises
   */
  static NpyHeader read(Bytes file, InputStream in) {
    byte[] start = new byte[8];
    int found = file.fill(in, start, 8);
    if (found < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6) || start[6] < 1 || start[6] > 3) {
      throw new AeException(
          "AE-D040",
          file
              + ": an NPY file begins with 93 4e 55 4d 50 59 and the version 1 to 3, found "
              + HexFormat.ofDelimiter(" ").formatHex(start, 0, found)
              + ". Write it anew with numpy.save or numpy.savez.");
    }
    byte[] size = new byte[start[6] == 1 ? 2 : 4];
    boolean whole = file.fill(in, size, size.length) == size.length;
    ByteBuffer little = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
    int length = !whole ? -1 : size.length == 2 ? little.getShort(0) & 0xFFFF : little.getInt(0);
    if (length < 0 || length > MOST) {
      throw cutOff(file);
    }
    byte[] text = new byte[length];
    if (file.fill(in, text, length) < length) {
      throw cutOff(file);
    }
    NpyHeader header =
        parse(file, new String(text, StandardCharsets.UTF_8), 8 + size.length + length);
    header.checkSize(file);
    return header;
  }

  private static AeException cutOff(Bytes file) {
    return new AeException("AE-D041", file + ": the header is cut off. Get the file again.");
  }

  private static NpyHeader parse(Bytes file, String text, int length) {
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    Matcher descr = DESCR.matcher(text);
    if (!fortran.find() || !shape.find()) {
      throw new AeException(
          "AE-D040", file + ": the header tells no shape and order: " + text.strip() + ".");
    }
    String name = descr.find() ? descr.group(1) : "a record";
    ElementType type = name.length() == 3 ? TYPES.get(name.substring(1)) : null;
    if (type == null || "<>|=".indexOf(name.charAt(0)) < 0) {
      throw new AeException(
          "AE-D040",
          file
              + ": numbers of type f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1 are read, found '"
              + name
              + "'. Convert the array with astype('float32') before it is saved.");
    }
    int[] dims;
    try {
      dims =
          Arrays.stream(shape.group(1).split(","))
              .map(String::strip)
              .filter(size -> !size.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray();
    } catch (NumberFormatException e) {
      throw new AeException(
          "AE-D041", file + ": sizes below 2^31 are wanted, found (" + shape.group(1) + ").", e);
    }
    ByteOrder order = name.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyHeader(type, order, fortran.group(1).equals("True"), dims, length);
  }

  private void checkSize(Bytes file) {
    long room = file.mostBytes() - length;
    long bytes = type.bytes();
    for (int size : shape) {
      if (size > 0 && bytes > room / size) {
        throw mismatch(file);
      }
      bytes *= size;
    }
    if (file.exact() && bytes != room) {
      throw mismatch(file);
    }
  }

  private AeException mismatch(Bytes file) {
    return new AeException(
        "AE-D041",
        file
            + ": the header promises "
            + Arrays.toString(shape)
            + " values of "
            + type.bytes()
            + " bytes, there are "
            + (file.exact() ? "" : "at most ")
            + (file.mostBytes() - length)
            + " bytes of them. The file is damaged; get it again.");
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(shape);
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }
}
