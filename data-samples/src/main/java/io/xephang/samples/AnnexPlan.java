package io.xephang.samples;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Numerators and denominators for the 80 units of letter 3485, which prints rates only.
 *
 * <p>Each share prints as the annex does; the pooled rate of all 80 prints 17,97 % as in the
 * letter, the mean of the 63 provinces 17,70 %. The pooled rate follows from who is large: the
 * search tilts the sizes, making provinces above the national average smaller and those below
 * larger (or the reverse), one step at a time, until both conditions hold. Exact arithmetic
 * throughout.
 */
final class AnnexPlan {
  /** 253/1988, from the union of Quảng Nam's departments, districts and communes. */
  static final Share QUANG_NAM = new Share(253, 1988);

  private static final PrintedRate NATIONAL = PrintedRate.parse("17,97%");
  private static final PrintedRate MEAN_OF_PROVINCES = PrintedRate.parse("17,70%");
  private static final int MIN_PROVINCE = 1_300;
  private static final int MAX_PROVINCE = 2_190;
  private static final int MAX_TILT = 400;

  private AnnexPlan() {}

  /** The share of each unit code, in the order of the annex. */
  static Map<String, Share> of(List<Annex3485.Line> lines) {
    // 0, -1, 1, -2, 2, …: the least tilted sizes that will do.
    return IntStream.rangeClosed(0, 2 * MAX_TILT)
        .map(step -> step % 2 == 0 ? step / 2 : -(step + 1) / 2)
        .mapToObj(tilt -> shares(lines, tilt))
        .filter(shares -> printsAsTheLetter(lines, shares))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No sizes give the averages of letter 3485"));
  }

  private static Map<String, Share> shares(List<Annex3485.Line> lines, int tilt) {
    Map<String, Share> shares = new LinkedHashMap<>();
    for (Annex3485.Line line : lines) {
      shares.put(line.unitCode(), share(line, tilt));
    }
    return shares;
  }

  private static Share share(Annex3485.Line line, int tilt) {
    if (line.unitCode().equals(Annex5479.PROVINCE)) {
      return QUANG_NAM;
    }
    return smallestPrintingAs(line.rate(), line.ministry() ? line.sizeHint() : size(line, tilt));
  }

  private static int size(Annex3485.Line line, int tilt) {
    int untilted = 1_450 + StableDraw.below(500, line.unitCode(), "size");
    boolean aboveAverage = line.rate().hundredths() > NATIONAL.hundredths();
    int tilted = untilted + (aboveAverage ? tilt : -tilt);
    return Math.max(MIN_PROVINCE, Math.min(MAX_PROVINCE, tilted));
  }

  private static Share smallestPrintingAs(PrintedRate rate, int leastDenominator) {
    for (int denominator = leastDenominator; denominator < 2 * leastDenominator; denominator++) {
      // The print is within half a hundredth of the rate, so only the nearest numerator can do.
      int numerator = (2 * rate.hundredths() * denominator + 10_000) / 20_000;
      Share share = new Share(numerator, denominator);
      if (rate.isPrintOf(share)) {
        return share;
      }
    }
    throw new IllegalStateException("No share of about " + leastDenominator + " prints " + rate);
  }

  private static boolean printsAsTheLetter(List<Annex3485.Line> lines, Map<String, Share> shares) {
    int numerator = shares.values().stream().mapToInt(Share::numerator).sum();
    int denominator = shares.values().stream().mapToInt(Share::denominator).sum();
    List<Share> provinces =
        lines.stream().filter(line -> !line.ministry()).map(l -> shares.get(l.unitCode())).toList();
    return NATIONAL.isPrintOf(new Share(numerator, denominator))
        && meanPrintsAs(MEAN_OF_PROVINCES, provinces);
  }

  /** Whether {@code print - 0,5 <= 10000 * mean < print + 0,5}, in whole numbers. */
  private static boolean meanPrintsAs(PrintedRate print, List<Share> shares) {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    for (Share share : shares) {
      BigInteger d = BigInteger.valueOf(share.denominator());
      numerator =
          numerator.multiply(d).add(BigInteger.valueOf(share.numerator()).multiply(denominator));
      denominator = denominator.multiply(d);
    }
    BigInteger twiceMean = numerator.multiply(BigInteger.valueOf(20_000));
    BigInteger unit = denominator.multiply(BigInteger.valueOf(shares.size()));
    return twiceMean.compareTo(unit.multiply(BigInteger.valueOf(2L * print.hundredths() - 1))) >= 0
        && twiceMean.compareTo(unit.multiply(BigInteger.valueOf(2L * print.hundredths() + 1))) < 0;
  }
}
