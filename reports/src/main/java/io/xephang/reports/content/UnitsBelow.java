package io.xephang.reports.content;

import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.Rankings;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rankings below a province. */
final class UnitsBelow {
  static final String DEPARTMENT = "department";
  static final String DISTRICT = "district";
  static final String COMMUNE = "commune";

  private final Rankings rankings;
  private final String province;

  UnitsBelow(Rankings rankings, String province) {
    this.rankings = rankings;
    this.province = province;
  }

  String peerGroup(String kind) {
    return kind + ":" + province;
  }

  List<RankedUnit> ranking(RankingQuestion question, String kind) throws SQLException {
    return rankings.ranking(question, peerGroup(kind));
  }

  /**
   * Departments and districts, by code within each kind; communes where districts have ended (since
   * 1/7/2025).
   */
  Map<String, RankedUnit> all(RankingQuestion question) throws SQLException {
    List<RankedUnit> districts = ranking(question, DISTRICT);
    Map<String, RankedUnit> units = new LinkedHashMap<>();
    Stream.concat(
            ranking(question, DEPARTMENT).stream().sorted(byCode()),
            (districts.isEmpty() ? ranking(question, COMMUNE) : districts)
                .stream().sorted(byCode()))
        .forEach(unit -> units.put(unit.unitCode(), unit));
    return units;
  }

  private static Comparator<RankedUnit> byCode() {
    return Comparator.comparing(RankedUnit::unitCode);
  }
}
