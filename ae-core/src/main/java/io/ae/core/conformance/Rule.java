package io.ae.core.conformance;

import static io.ae.core.conformance.Level.MUST;
import static io.ae.core.conformance.Level.SHOULD;

/** The rules of {@code ae-api/SPEC.md}, which says what each is for; a test holds both equal. */
enum Rule {
  B1(MUST, "Every op computes what the java backend computes in double precision"),
  B2(MUST, "So does the gradient of every differentiable op"),
  B3(MUST, "Values spread as broadcasting says"),
  B4(MUST, "Axes of size 1 and 0 are axes"),
  B5(MUST, "All leading axes are rows"),
  B6(MUST, "A run has none, one, some or the most rows, and a mean divides by the run's"),
  B7(MUST, "NaN and infinity travel through arithmetic, products and sums"),
  B8(SHOULD, "NaN travels through max, min and relu"),
  B9(MUST, "Uniform draws are Philox's, bit for bit"),
  B10(MUST, "Normal draws and draws at non-zeros are Philox's"),
  B11(MUST, "Variables start as the Initialiser says"),
  B12(MUST, "A run reads the state as it was before the run"),
  B13(MUST, "The writes of a run appear together"),
  B14(MUST, "All sessions of a model share one state"),
  B15(MUST, "State crosses write and read unchanged"),
  B16(MUST, "The same run gives the same bits"),
  B17(MUST, "The number of threads does not change gradients"),
  B18(MUST, "Closing twice is fine, and a later run is refused with AE-B021"),
  B19(MUST, "An unknown input or output is refused with AE-B020"),
  B20(MUST, "More rows than the session's, or no rows for a writing function: AE-B022"),
  B21(MUST, "An index outside its table is refused with AE-B023"),
  B22(MUST, "An unknown function is refused with AE-G003"),
  B23(MUST, "F32 compiles; a compute type that is lacking is refused with AE-B011"),
  B24(MUST, "A run leaves its inputs as they were"),
  B25(MUST, "Steps and closed sessions leave nothing behind"),
  B26(MUST, "Moments below the smallest normal number become 0"),
  B27(MUST, "The descriptor is valid, probing is harmless, and the id is the descriptor's"),
  B28(MUST, "A filler is asked for each element once, and the run computes from what it put in"),
  M1(MUST, "The descriptor is valid"),
  M2(MUST, "The config is a record with defaults, and every component is documented"),
  M3(MUST, "The defaults build a network for a kind of data; other kinds are refused by name"),
  M4(MUST, "The config survives JSON"),
  M5(MUST, "A bad config is refused, naming the component"),
  M6(MUST, "Capabilities declared are functions present"),
  M7(MUST, "Capabilities not declared are refused by name"),
  M8(MUST, "Functions give the shapes that were promised, and finite numbers"),
  M9(MUST, "Gradients equal finite differences"),
  M10(MUST, "Training moves every parameter"),
  M11(MUST, "Training lowers the loss"),
  M12(SHOULD, "Sixteen rows can be learnt by heart"),
  M13(MUST, "The same seed gives the same losses"),
  M14(MUST, "A row's code and reconstruction do not depend on the batch around it"),
  M15(MUST, "Inputs stay as they were"),
  M16(MUST, "A saved model, loaded again, gives the same codes bit for bit");

  private final Level level;
  private final String title;

  Rule(Level level, String title) {
    this.level = level;
    this.title = title;
  }

  Level level() {
    return level;
  }

  String title() {
    return title;
  }

  /** Returns a check of this rule. */
  Check check(Check.Body body) {
    return new Check(name(), level, title, body);
  }

  /** Returns a check of this rule for one case. */
  Check check(String what, Check.Body body) {
    return new Check(name(), level, title + ": " + what, body);
  }
}
