package io.xephang.reports.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.warehouse.RankedUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hà Tĩnh (H27) now and at the end of July. */
class TwoPlacesTest {
  @Test
  void aChangeIsSaidWhereBothRankTheSameUnits() {
    assertThat(places(ranking("H27", "H47"), ranking("H47", "H27")))
        .containsExactly("1/2", "tăng 01 bậc");
    assertThat(places(ranking("H47", "H01", "H27"), ranking("H27", "H01", "H47")))
        .containsExactly("3/3", "giảm 02 bậc");
    assertThat(places(ranking("H47", "H27"), ranking("H47", "H27")))
        .containsExactly("2/2", "giữ nguyên bậc");
  }

  @Test
  void twoPlacesAmongDifferentUnitsAreBothSaidWithoutAChange() {
    assertThat(places(ranking("H01", "H47", "H27"), ranking("H47", "H27")))
        .as("An Giang has come")
        .containsExactly("3/3 (cuối tháng 7/2020: 2/2 đơn vị có số liệu khi đó)");
    assertThat(places(ranking("H01", "H27"), ranking("H47", "H27")))
        .as("as many, but others")
        .containsExactly("2/2 (cuối tháng 7/2020: 2/2 đơn vị có số liệu khi đó)");
  }

  @Test
  void aUnitWithoutAValueIsNoPeer() {
    List<RankedUnit> withOneUnranked = new ArrayList<>(ranking("H47", "H27"));
    withOneUnranked.add(unit("H01", null, 3));
    assertThat(places(withOneUnranked, ranking("H27", "H47")))
        .containsExactly("2/2", "giảm 01 bậc");
  }

  @Test
  void whoHadNoPlaceHasOnlyTheOneOfNow() {
    assertThat(places(ranking("H47", "H27"), ranking("H47"))).containsExactly("2/2");
    assertThat(places(ranking("H47", "H27"), List.of())).containsExactly("2/2");
    assertThat(TwoPlaces.of("H27", List.of(unit("H27", null, 1)), ranking("H27"))).isEmpty();
  }

  private static List<String> places(List<RankedUnit> now, List<RankedUnit> before) {
    TwoPlaces places = TwoPlaces.of("H27", now, before).orElseThrow();
    List<String> said = new ArrayList<>(List.of(places.words("7/2020")));
    Optional<String> change = places.change();
    change.ifPresent(said::add);
    return said;
  }

  private static List<RankedUnit> ranking(String... bestFirst) {
    List<RankedUnit> ranking = new ArrayList<>();
    for (int i = 0; i < bestFirst.length; i++) {
      ranking.add(unit(bestFirst[i], i + 1, i + 1));
    }
    return ranking;
  }

  private static RankedUnit unit(String code, Integer rank, int serial) {
    return new RankedUnit(serial, rank, code, code, null, null, null, null, null, null, null);
  }
}
