package io.ae.examples.cli;

import java.util.List;

/** The exercises of an autoencoder course that work, each with the one command that does it. */
final class Examples {
  private Examples() {}

  /**
   * One exercise.
   *
   * @param title as a course puts it
   * @param command what to type
   * @param shows what to look at
   */
  record Example(String title, String command, String shows) {}

  static List<Example> all() {
    return List.of(
        new Example(
            "First run",
            "ae train --data glyphs --epochs 5 --out glyphs.ae --report glyphs.html",
            "loss falls, digits come back, the report opens in a browser"),
        new Example(
            "Change the hidden sizes",
            "ae sweep --data glyphs --epochs 5"
                + " --vary 'model.hidden=[[],[128],[128,64],[256,64,16]]' --set model.code=2",
            "the test error for each list of sizes, side by side"),
        new Example(
            "Too much capacity",
            "ae train --data glyphs,count=500 --epochs 60 --set 'model.hidden=[512]'"
                + " --set model.code=256 --set train.validation=0.2 --report capacity.html",
            "training loss goes on falling while validation loss turns up"),
        new Example(
            "Principal components by gradient descent",
            "ae train --model linear --data glyphs --set model.code=30 --epochs 30"
                + " --report linear.html",
            "a linear autoencoder beside PCA at the same code size"));
  }
}
