/*
title: {vi: "Có và không tính dịch vụ do bộ xây dựng", en: "With and without services run by ministries"}
description:
  vi: "Số dịch vụ và tỉ lệ mức độ 4 của từng đơn vị trong tỉnh, khi tính và khi không tính dịch vụ do bộ chủ quản xây dựng."
  en: "Services and level-4 rate of each unit of a province, with services run by ministries counted in and left out."
measures: {rate_with: fraction, rate_without: fraction}
asked_by: "Tờ trình của Sở Thông tin và Truyền thông Hà Tĩnh tháng 4/2020, I.1; Công văn 5479/UBND-KSTTHC"
parameters:
  - {name: unit, type: unit, vi: "Tỉnh, bộ hoặc một đơn vị trong đó", en: "Province, ministry, or a unit of it"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
*/
WITH counted AS (
  SELECT
    service.unit_code,
    count(*) FILTER (service.service_level = 4) AS numerator_with,
    count(*) AS denominator_with,
    count(*) FILTER (service.service_level = 4 AND NOT service.run_by_ministry)
      AS numerator_without,
    count(*) FILTER (NOT service.run_by_ministry) AS denominator_without
  FROM service
  WHERE (service.unit_code = $unit OR starts_with(service.unit_code, $unit || '.'))
    AND service.valid_from <= $as_of
    AND (service.valid_to IS NULL OR $as_of < service.valid_to)
  GROUP BY service.unit_code
)
SELECT
  counted.unit_code, unit.unit_name, counted.numerator_with, counted.denominator_with,
  counted.numerator_with / counted.denominator_with AS rate_with, counted.numerator_without,
  counted.denominator_without,
  counted.numerator_without / nullif(counted.denominator_without, 0) AS rate_without
FROM counted
LEFT JOIN unit
  ON unit.unit_code = counted.unit_code
  AND (unit.valid_from IS NULL OR unit.valid_from <= $as_of)
  AND (unit.valid_to IS NULL OR $as_of <= unit.valid_to)
ORDER BY counted.unit_code
