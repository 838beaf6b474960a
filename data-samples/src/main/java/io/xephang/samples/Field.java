package io.xephang.samples;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A field of procedures (lĩnh vực) and what its procedures are about.
 *
 * @param ministry the ministry that answers for it; empty for one outside the annex of 3485
 * @param department the department of Quảng Nam that carries it out; empty for ministry-only fields
 * @param counts how many procedures it has at each level of government
 * @param documents papers that are issued, e.g. giấy phép lái xe
 * @param registrations events that are registered, e.g. khai sinh
 * @param plans files that are appraised, e.g. phương án giá
 */
public record Field(
    String code,
    String name,
    String ministry,
    String department,
    Map<AdminLevel, Integer> counts,
    List<String> documents,
    List<String> registrations,
    List<String> plans) {

  public static List<Field> all() {
    return ResourceTable.read(
        "fields.csv",
        row -> {
          Map<AdminLevel, Integer> counts = new EnumMap<>(AdminLevel.class);
          counts.put(AdminLevel.COMMUNE, ResourceTable.number(row.getField("commune_count")));
          counts.put(AdminLevel.DISTRICT, ResourceTable.number(row.getField("district_count")));
          counts.put(AdminLevel.PROVINCE, ResourceTable.number(row.getField("province_count")));
          counts.put(AdminLevel.MINISTRY, ResourceTable.number(row.getField("ministry_count")));
          return new Field(
              row.getField("field_code"),
              row.getField("field_name"),
              row.getField("ministry"),
              row.getField("department"),
              Map.copyOf(counts),
              ResourceTable.parts(row.getField("documents")),
              ResourceTable.parts(row.getField("registrations")),
              ResourceTable.parts(row.getField("plans")));
        });
  }
}
