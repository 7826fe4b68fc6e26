package io.ae.core.data.source;

import io.ae.api.AeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read as often as wanted: a file, or an entry of an archive. */
public interface Bytes {
  /** Returns a stream at the first byte. */
  InputStream open();

  /** Returns the most bytes there may be, known before anything is allocated for them. */
  long mostBytes();

  /** Returns whether there are exactly {@link #mostBytes}. */
  boolean exact();

  /** Returns the error of a failed read. */
  AeException failed(IOException e);

  /**
   * Reads until an array is full or the content ends, whether in order or cut off.
   *
   * @return number of bytes read
   */
  default int fill(InputStream in, byte[] into, int length) {
    int at = 0;
    try {
      while (at < length) {
        int n = in.read(into, at, length - at);
        if (n < 0) {
          break;
        }
        at += n;
      }
    } catch (EOFException e) {
      // A compressed stream that is cut off: how much is missing is the format's to say.
      return at;
    } catch (IOException e) {
      throw failed(e);
    }
    return at;
  }
}
