package io.xephang.samples;

import java.util.List;

/** A commune, ward or township of Quảng Nam as of 2020. Those of five districts are listed. */
record Commune(String unitCode, String unitName, String alias) {
  String districtCode() {
    return unitCode.substring(0, unitCode.lastIndexOf('.'));
  }

  static List<Commune> all() {
    return ResourceTable.read(
        "communes-quang-nam.csv",
        row ->
            new Commune(
                row.getField("unit_code"), row.getField("unit_name"), row.getField("alias")));
  }
}
