/*
title: {vi: "Nhiều nhất và ít nhất dịch vụ mức độ 3, 4", en: "Most and fewest services at level 3 or 4"}
description:
  vi: "Số dịch vụ mức độ 3, 4 và tỉ lệ triển khai của các đơn vị cùng cấp trong một tỉnh, nhiều nhất trước."
  en: "Services at level 3 or 4 and deployment rate of a province's units of one level, most first."
asked_by: "Tờ trình của Sở Thông tin và Truyền thông Hà Tĩnh tháng 4/2020, I.2, I.3, I.4a"
parameters:
  - {name: unit, type: unit, vi: "Tỉnh", en: "Province"}
  - {name: kind, type: choice, choices: [department, district, commune], default_value: district, vi: "Cấp đơn vị", en: "Kind of units"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
*/
SELECT
  unit.unit_code, unit.unit_name,
  count(*) FILTER (service.service_level = 3) AS level3,
  count(*) FILTER (service.service_level = 4) AS level4,
  count(*) FILTER (service.service_level >= 3) AS numerator,
  count(*) AS denominator,
  count(*) FILTER (service.service_level >= 3) / count(*) AS value
FROM service
JOIN unit
  ON unit.unit_code = service.unit_code
  AND unit.kind = $kind
  AND unit.province_code = $unit
  AND (unit.valid_from IS NULL OR unit.valid_from <= $as_of)
  AND (unit.valid_to IS NULL OR $as_of <= unit.valid_to)
WHERE service.valid_from <= $as_of
  AND (service.valid_to IS NULL OR $as_of < service.valid_to)
GROUP BY unit.unit_code, unit.unit_name
ORDER BY numerator DESC, value DESC, unit.unit_code
