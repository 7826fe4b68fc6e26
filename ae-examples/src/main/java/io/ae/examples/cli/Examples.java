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
            "ae train --data glyphs --out glyphs.ae --report glyphs.html",
            "the loss falls, digits come back, the report opens in a browser"),
        new Example(
            "Change the hidden sizes",
            "ae sweep --data glyphs --epochs 5 --set model.code=2"
                + " --vary 'model.hidden=[[],[128],[128,64],[256,64,16]]'",
            "the test error of each list of sizes, best first"),
        new Example(
            "Too much capacity",
            "ae train --data glyphs,count=300 --epochs 150 --batch 32 --set 'model.hidden=[512]'"
                + " --set model.code=256 --set train.rate=0.003 --set train.validation=0.3"
                + " --report capacity.html",
            "rows learnt by heart: the loss goes on falling, the validation loss stops"),
        new Example(
            "Principal components by gradient descent",
            "ae train --model linear --data glyphs --epochs 20 --set model.code=30 --out pca.ae"
                + " && ae evaluate pca.ae --pca",
            "the linear autoencoder's error beside PCA's"),
        new Example(
            "Autoencoders small enough to read",
            "ae examples toys",
            "four vectors through two units and ten digits of seven segments through four, with"
                + " their codes"),
        new Example(
            "A few numbers for a picture",
            "ae examples components",
            "principal components, the linear autoencoder and the deep one with 2, 10 and 30"
                + " numbers: squared errors, and the same ten rows through each"),
        new Example(
            "Sparse codes and strokes",
            "ae examples strokes --data mnist:DIR",
            "how sparse codes are with sigmoid, ReLU, KL, L1 on the code, L1 on the weights and"
                + " top-k, and what the units look for"),
        new Example(
            "Pictures restored",
            "ae examples restore",
            "five kinds of corruption: the error before and after, and the pictures"),
        new Example(
            "Hidden patches filled in",
            "ae examples fill-in",
            "a quarter, a half and three quarters of the patches hidden: the error of the model's"
                + " guess beside that of the mean picture"),
        new Example(
            "How an untied encoder cheats",
            "ae examples way-out --data mnist:DIR",
            "tied and untied contractive autoencoders: the Jacobian against the distance between"
                + " codes"),
        new Example(
            "Codes in the place of pixels",
            "ae examples codes-elsewhere",
            "nearest neighbours, logistic regression and k-means on pixels, on components and on"
                + " codes: accuracy and time; centres of clusters, decoded"),
        new Example(
            "More units than inputs",
            "ae examples capacity",
            "1,024 units bare, with decay, sparsity, corruption and contraction: error beside a"
                + " linear classifier of the codes, and what units draw"),
        new Example(
            "Where codes are sensitive",
            "ae examples manifold --data mnist:DIR",
            "how codes answer to shifts and turns, to random directions and to noise; contractive"
                + " beside dense, with the leading singular vectors of the encoder"),
        new Example(
            "Pictures by their patches",
            "ae examples patches --data cifar-10:DIR",
            "edges and colours that a sparse code finds in whitened patches, pictures rebuilt from"
                + " patch codes, and pooled codes as features of a whole picture"));
  }
}
