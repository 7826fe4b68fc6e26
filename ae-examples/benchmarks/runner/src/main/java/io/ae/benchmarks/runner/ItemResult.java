package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.machine.Speed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was measured of one item: every system, and the machine in the same rounds. */
final class ItemResult {
  final Work work;
  final List<SystemResult> systems = new ArrayList<>();
  final List<Speed> speeds = new ArrayList<>();

  ItemResult(Work work) {
    this.work = work;
  }

  /** Returns ours, if it ran. */
  Optional<SystemResult> ours() {
    return named(Entry.OURS);
  }

  /** Returns a row that ran, by name. */
  Optional<SystemResult> named(String name) {
    return systems.stream().filter(s -> s.entry.name().equals(name) && s.ran()).findFirst();
  }

  /** Returns the peers that ran. */
  List<SystemResult> peers() {
    return systems.stream().filter(s -> s.entry.isPeer() && s.ran()).toList();
  }

  /** Returns the fastest peer. */
  Optional<SystemResult> bestPeer() {
    return peers().stream().min(Comparator.comparingDouble(SystemResult::nanos));
  }

  /** Returns how many times as long the other takes: median over the rounds' pairs. */
  static double ratio(SystemResult ours, SystemResult other) {
    return Stats.pairedRatio(other.roundNanos, ours.roundNanos);
  }

  /** Returns the floor of a unit in ns in each round. */
  List<Double> floors() {
    return speeds.stream().map(work::floorNanos).toList();
  }

  /** Returns the floor of a unit in ns, median. */
  double floorNanos() {
    return Stats.median(floors());
  }

  /** Returns how many times the floor a row takes: median over the rounds' pairs. */
  double share(SystemResult row) {
    return Stats.pairedRatio(row.roundNanos, floors());
  }

  /** Returns a median of the machine's speeds. */
  Speed speed() {
    return new Speed(
        Stats.median(speeds.stream().map(Speed::gflops).toList()),
        Stats.median(speeds.stream().map(Speed::gigabytes).toList()));
  }

  /** Returns whether ours is held to its bars, or why it cannot be judged. */
  Verdict verdict() {
    Optional<SystemResult> ours = ours();
    if (ours.isEmpty()) {
      return Verdict.unjudged("ae has no figures");
    }
    Optional<SystemResult> best = bestPeer();
    if (best.isEmpty()) {
      return Verdict.unjudged("no peer ran");
    }
    return Verdict.of(
        Bar.of(work.item().id()),
        ratio(ours.get(), best.get()),
        share(ours.get()),
        best.get().nanos() / floorNanos());
  }
}
