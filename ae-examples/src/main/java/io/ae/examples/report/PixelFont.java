package io.ae.examples.report;

import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.Map;

/** A font of 5 × 7 dots: a slim machine has no fonts, and then Java's own text drawing fails. */
final class PixelFont {
  /** Dots from one letter to the next. */
  static final int ADVANCE = 6;

  /** Dots of a letter's height. */
  static final int HEIGHT = 7;

  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_./ %,:()=+";
  // Seven rows a letter, each row two hexadecimal digits whose five low bits are the dots.
  private static final String ROWS =
      "0E11131519110E040C040404040E0E11010204081F1F02040201110E02060A121F0202"
          + "1F101E0101110E0608101E11110E1F0102040808080E11110E11110E0E11110F01020C"
          + "0E1111111F11111E11111E11111E0E11101010110E1C12111111121C1F10101E10101F"
          + "1F10101E1010100E11101711110F1111111F1111110E04040404040E0702020202120C"
          + "111214181412111010101010101F111B1515111111111119151311110E11111111110E"
          + "1E11111E1010100E11111115120D1E11111E1412110F10100E01011E1F040404040404"
          + "1111111111110E11111111110A041111111515150A11110A040A11111111110A040404"
          + "1F01020408101F00000E010F110F1010161911111E00000E1010110E01010D1311110F"
          + "00000E111F100E0609081C080808000F11110F010E1010161911111104000C0404040E"
          + "0200060202120C101012141814120C04040404040E00001A1515111100001619111111"
          + "00000E1111110E00001E111E101000000D130F01010000161910101000000E100E011E"
          + "08081C080809060000111111130D00001111110A040000111115150A0000110A040A11"
          + "000011110F010E00001F0204081F0000001F0000000000000000001F00000000000C0C"
          + "0001020408100000000000000000"
          + "18190204081303000000000C0408000C0C000C0C00020408080804020804020202"
          + "0408"
          + "00001F001F00000004041F040400";
  private static final String UNKNOWN = "1F11111111111F";
  private static final Map<Character, String> GLYPHS = new HashMap<>();

  static {
    for (int i = 0; i < LETTERS.length(); i++) {
      GLYPHS.put(LETTERS.charAt(i), ROWS.substring(i * 14, i * 14 + 14));
    }
  }

  private PixelFont() {}

  /** Draws a text in the pen's colour, its upper left corner at {@code (x, y)}. */
  static void draw(Graphics2D pen, String text, int x, int y, int scale) {
    for (int i = 0; i < text.length(); i++) {
      String glyph = GLYPHS.getOrDefault(text.charAt(i), UNKNOWN);
      for (int row = 0; row < HEIGHT; row++) {
        int dots = Integer.parseInt(glyph, 2 * row, 2 * row + 2, 16);
        for (int column = 0; column < 5; column++) {
          if ((dots >> (4 - column) & 1) == 1) {
            pen.fillRect(x + (i * ADVANCE + column) * scale, y + row * scale, scale, scale);
          }
        }
      }
    }
  }
}
