package io.xephang.reports.content;

import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.RankedUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The place of a unit in a ranking, and its place in an earlier one. It rose or fell only if both
 * rank the same units: who was sixth of 6 and is 53rd of 63 has lost no 47 places.
 *
 * @param before empty if the unit had no place
 * @param samePeers whether both rankings rank the same units
 */
record TwoPlaces(Place now, Optional<Place> before, boolean samePeers) {
  /**
   * A place in a ranking.
   *
   * @param rank 1 = best
   * @param ranked how many units have a rank
   */
  record Place(int rank, int ranked) {
    private static Optional<Place> of(String unitCode, List<RankedUnit> ranking) {
      return ranking.stream()
          .filter(unit -> unit.unitCode().equals(unitCode) && unit.rank() != null)
          .findFirst()
          .map(unit -> new Place(unit.rank(), rankedUnits(ranking).size()));
    }

    @Override
    public String toString() {
      return rank + "/" + ranked;
    }
  }

  /** Empty if the unit has no place in the ranking of now. */
  static Optional<TwoPlaces> of(String unitCode, List<RankedUnit> now, List<RankedUnit> before) {
    return Place.of(unitCode, now)
        .map(
            place ->
                new TwoPlaces(
                    place,
                    Place.of(unitCode, before),
                    rankedUnits(now).equals(rankedUnits(before))));
  }

  private static Set<String> rankedUnits(List<RankedUnit> ranking) {
    return ranking.stream()
        .filter(unit -> unit.rank() != null)
        .map(RankedUnit::unitCode)
        .collect(Collectors.toSet());
  }

  /**
   * The place of now; beside it the earlier one where the two cannot be compared, and among whom it
   * was: 53/63 beside 6/6 would puzzle whoever knows that there are 63 provinces.
   *
   * @param monthBefore of the earlier ranking, such as 7/2020
   */
  String words(String monthBefore) {
    return now
        + before
            .filter(place -> !samePeers)
            .map(
                place ->
                    " (cuối tháng " + monthBefore + ": " + place + " đơn vị có số liệu khi đó)")
            .orElse("");
  }

  /** How far the unit rose or fell, where that can be said. */
  Optional<String> change() {
    return before
        .filter(place -> samePeers)
        .map(
            place -> {
              int places = place.rank() - now.rank();
              return switch (Integer.signum(places)) {
                case 1 -> "tăng " + VietnameseNumber.units(places) + " bậc";
                case -1 -> "giảm " + VietnameseNumber.units(-places) + " bậc";
                default -> "giữ nguyên bậc";
              };
            });
  }
}
