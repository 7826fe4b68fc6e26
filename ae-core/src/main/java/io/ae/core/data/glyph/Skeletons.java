package io.ae.core.data.glyph;

import static io.ae.core.data.glyph.Stroke.curve;
import static io.ae.core.data.glyph.Stroke.line;

import java.util.List;

/** How people write the digits: some ways for each, as strokes in a unit box, y pointing down. */
final class Skeletons {
  private static final Stroke FIVE_BOWL =
      curve(.14, .46, .48, .38, .88, .54, .9, .8, .5, 1, .06, .9);

  private static final List<List<List<Stroke>>> DIGITS =
      List.of(
          List.of(
              List.of(
                  curve(.5, 0, .16, .14, 0, .5, .15, .87, .5, 1, .85, .86, 1, .5, .84, .13, .5, 0)),
              List.of(
                  curve(
                      .7, .06, .34, .04, .06, .36, .06, .74, .36, 1, .74, .88, .95, .5, .82, .12,
                      .5, .02, .36, .12)),
              List.of(
                  curve(
                      .62, 0, .22, .12, 0, .56, .16, .92, .42, 1, .78, .8, 1, .4, .9, .08, .62,
                      0))),
          List.of(
              List.of(line(.5, 0, .5, 1)),
              List.of(line(.22, .22, .52, 0, .52, 1)),
              List.of(line(.24, .2, .5, 0, .5, 1), line(.2, 1, .8, 1)),
              List.of(curve(.56, 0, .5, .5, .48, 1))),
          List.of(
              List.of(
                  curve(.04, .28, .18, .06, .52, 0, .86, .14, .86, .4, .54, .7, .04, 1),
                  line(.04, 1, 1, .97)),
              List.of(
                  curve(
                      .1, .24, .3, .02, .68, .02, .86, .26, .7, .56, .3, .86, .08, .98, .02, .86,
                      .18, .78, .5, .94, 1, .96)),
              List.of(
                  curve(.02, .14, .4, 0, .8, .1, .84, .42, .5, .74, .1, 1),
                  curve(.1, 1, .5, .92, .8, 1, 1, .92))),
          List.of(
              List.of(
                  curve(.08, .12, .48, 0, .86, .18, .72, .4, .36, .48),
                  curve(.36, .48, .8, .56, .94, .78, .56, 1, .04, .9)),
              List.of(
                  line(.1, .02, .86, 0, .42, .4),
                  curve(.42, .4, .84, .5, .92, .8, .52, 1, .04, .88)),
              List.of(
                  curve(
                      .12, .2, .34, .02, .74, .06, .8, .3, .44, .46, .8, .54, .96, .78, .66, .98,
                      .3, .98, .06, .84))),
          List.of(
              List.of(line(.16, 0, .06, .56, .98, .52), line(.76, .06, .7, 1)),
              List.of(line(.68, 0, .02, .66, 1, .66), line(.68, 0, .68, 1)),
              List.of(
                  curve(.12, .04, .08, .34, .2, .54, .54, .52, .84, .4),
                  curve(.88, 0, .82, .5, .8, 1))),
          List.of(
              List.of(line(.9, .02, .24, .02, .14, .46), FIVE_BOWL),
              List.of(line(.22, .04, .14, .46), FIVE_BOWL, line(.22, .04, .94, 0)),
              List.of(
                  curve(
                      .92, .04, .56, .06, .24, .04, .18, .26, .16, .42, .56, .38, .9, .58, .84, .88,
                      .46, 1, .04, .9))),
          List.of(
              List.of(
                  curve(
                      .78, 0, .36, .22, .06, .62, .2, .94, .56, 1, .92, .8, .76, .56, .4, .56, .1,
                      .78)),
              List.of(
                  curve(
                      .5, 0, .24, .32, .08, .7, .28, .98, .66, .98, .9, .76, .66, .54, .3, .64, .12,
                      .84)),
              List.of(
                  curve(
                      .9, .08, .6, .02, .22, .22, .04, .6, .22, .95, .6, .98, .86, .76, .6, .56,
                      .26, .62, .08, .8))),
          List.of(
              List.of(line(.04, .02, .94, 0, .42, 1)),
              List.of(line(.04, .02, .94, 0, .4, 1), line(.28, .5, .84, .48)),
              List.of(curve(.04, .04, .5, .06, .9, .02), curve(.9, .02, .62, .44, .46, 1)),
              List.of(line(.06, .2, .06, .02, .94, .02, .46, 1))),
          List.of(
              List.of(
                  curve(
                      .84, .14, .5, 0, .16, .18, .4, .43, .84, .7, .76, .94, .48, 1, .14, .9, .14,
                      .7, .52, .46, .84, .14)),
              List.of(
                  curve(.5, 0, .16, .22, .5, .46, .84, .22, .5, 0),
                  curve(.5, .46, .06, .74, .5, 1, .94, .74, .5, .46)),
              List.of(
                  curve(
                      .6, .48, .2, .26, .4, .02, .78, .08, .8, .3, .36, .6, .1, .84, .44, 1, .84,
                      .84, .6, .48))),
          List.of(
              List.of(
                  curve(.84, .14, .5, 0, .12, .22, .34, .5, .74, .4, .86, .14),
                  line(.86, .14, .78, 1)),
              List.of(
                  curve(
                      .84, .18, .5, 0, .14, .24, .36, .5, .76, .4, .86, .14, .88, .54, .7, .94, .36,
                      1, .12, .88)),
              List.of(
                  curve(.9, .08, .44, .02, .1, .28, .36, .52, .74, .36, .92, .06),
                  curve(.92, .06, .76, .5, .5, 1))));

  private Skeletons() {}

  /** Returns the ways of writing a digit. */
  static List<List<Stroke>> of(int digit) {
    return DIGITS.get(digit);
  }
}
