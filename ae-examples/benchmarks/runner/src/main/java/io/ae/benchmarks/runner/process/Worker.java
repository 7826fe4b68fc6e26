package io.ae.benchmarks.runner.process;

import io.ae.benchmarks.common.Reading;
import java.nio.file.Path;
import java.util.List;

/** A system's live process, one method for each line of its protocol. */
public final class Worker implements AutoCloseable {
  private final Child child;
  private final long readyMillis;

  private Worker(Child child, long readyMillis) {
    this.child = child;
    this.readyMillis = readyMillis;
  }

  /** Waits for the first step of a process that was just started. */
  static Worker ready(Child child) throws WorkerFailure {
    try {
      return new Worker(child, number(accepted(child.await("ready")), 1));
    } catch (WorkerFailure e) {
      child.close();
      throw e;
    }
  }

  /** Returns the time from the JVM's start to the end of its first step. */
  public long readyMillis() {
    return readyMillis;
  }

  /** Runs so many steps. */
  public Steps steps(int n) throws WorkerFailure {
    List<String> words = ask("steps " + n);
    return new Steps(n, number(words, 2), Double.parseDouble(words.get(3)));
  }

  /** Runs so many steps and times each. */
  public Latency each(int n) throws WorkerFailure {
    List<String> words = ask("each " + n);
    return new Latency(n, number(words, 1), number(words, 2), number(words, 3), number(words, 4));
  }

  /** Returns the heap bytes that a step allocates, mean of so many. */
  public double heap(int n) throws WorkerFailure {
    return Double.parseDouble(ask("heap " + n).get(1));
  }

  /** Returns the resident memory. */
  public Resident rss() throws WorkerFailure {
    List<String> words = ask("rss");
    return new Resident(number(words, 1), number(words, 2));
  }

  /** Returns the resident memory without the Java heap, in KiB. */
  public long nativeKib() throws WorkerFailure {
    return number(ask("native"), 1);
  }

  /** Runs a step for each number of rows. */
  public void sizes(int from, int to) throws WorkerFailure {
    ask("sizes " + from + " " + to);
  }

  /** Returns the mean loss over the test images. */
  public double test() throws WorkerFailure {
    return Double.parseDouble(ask("test").get(1));
  }

  /** Encodes a file and returns the ns it took. */
  public long encode(Path images, Path codes) throws WorkerFailure {
    return number(ask("encode " + images + " " + codes), 1);
  }

  /** Trains from files for some epochs. */
  public Reading reading(int epochs) throws WorkerFailure {
    List<String> words = ask("reading " + epochs);
    return new Reading(number(words, 1), number(words, 2), number(words, 3));
  }

  private List<String> ask(String command) throws WorkerFailure {
    return accepted(child.ask(command));
  }

  private static List<String> accepted(List<String> words) throws WorkerFailure {
    if (words.get(0).equals("refused")) {
      throw WorkerFailure.refused(String.join(" ", words.subList(1, words.size())));
    }
    return words;
  }

  private static long number(List<String> words, int at) {
    return Long.parseLong(words.get(at));
  }

  @Override
  public void close() {
    child.close();
  }

  /**
   * Steps in a row.
   *
   * @param nanos the sum of their times
   * @param loss the last one's loss
   */
  public record Steps(int n, long nanos, double loss) {}

  /** The times of single steps in ns, of n of them. */
  public record Latency(int n, long p50, long p90, long p99, long max) {}

  /** Resident memory in KiB, now and at its peak. */
  public record Resident(long now, long peak) {}
}
