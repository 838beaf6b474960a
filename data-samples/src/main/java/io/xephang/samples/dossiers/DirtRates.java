package io.xephang.samples.dossiers;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often each kind of dirt happens, from 0 (never) to 1 (always). */
final class DirtRates {
  private final double[] rates = new double[Dirt.values().length];
  private final double[] rejectedUpTo = new double[Dirt.REJECTED.size()];

  private DirtRates(Map<Dirt, Double> rates) {
    rates.forEach((dirt, rate) -> this.rates[dirt.place()] = rate);
    double sum = 0;
    for (int i = 0; i < rejectedUpTo.length; i++) {
      sum += of(Dirt.REJECTED.get(i));
      rejectedUpTo[i] = sum;
    }
    if (sum > 1) {
      throw new IllegalArgumentException(
          "The rates of what is rejected add up to %s; expected 1 at most".formatted(sum));
    }
  }

  /**
   * @param dirt about which share of all messages is rejected; other kinds follow it
   * @param exceptions rates of single kinds, in place of those that follow from {@code dirt}
   */
  static DirtRates of(double dirt, Map<Dirt, Double> exceptions) {
    Map<Dirt, Double> rates = new EnumMap<>(Dirt.class);
    for (Dirt kind : Dirt.values()) {
      double rate = exceptions.getOrDefault(kind, kind.rateAt(dirt));
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException(
            "The rate of %s is %s; expected 0 to 1".formatted(kind.label(), rate));
      }
      rates.put(kind, rate);
    }
    return new DirtRates(rates);
  }

  double of(Dirt kind) {
    return rates[kind.place()];
  }

  /** Which kind of damage that leads to rejection a message takes, if any. */
  Optional<Dirt> damage(Draws draws) {
    double drawn = draws.fraction();
    if (drawn >= rejectedUpTo[rejectedUpTo.length - 1]) {
      return Optional.empty();
    }
    int i = 0;
    while (drawn >= rejectedUpTo[i]) {
      i++;
    }
    return Optional.of(Dirt.REJECTED.get(i));
  }

  Map<String, Double> byLabel() {
    Map<String, Double> byLabel = new LinkedHashMap<>();
    for (Dirt dirt : Dirt.values()) {
      byLabel.put(dirt.label(), of(dirt));
    }
    return byLabel;
  }
}
