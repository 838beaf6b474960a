package io.xephang.samples;

import java.util.List;

/**
 * A unit's catalog on a date.
 *
 * @param byReadiness its procedures, those first online first
 */
record Catalog(
    String unitCode, List<Procedure> byReadiness, ServiceLevels levels, PortalIntegration portal) {
  Catalog {
    byReadiness = List.copyOf(byReadiness);
  }

  /** Between 15 and 35 % of a catalog are at level 3, as far as level 4 leaves room. */
  static int partial(String unitCode, Share share) {
    int wanted = share.denominator() * (150 + StableDraw.below(200, unitCode, "partial")) / 1_000;
    return Math.min(wanted, share.denominator() - share.numerator());
  }
}
