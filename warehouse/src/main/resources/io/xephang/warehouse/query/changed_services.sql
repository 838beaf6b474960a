/*
title: {vi: "Dịch vụ thay đổi giữa hai ngày", en: "Services that changed between two days"}
description:
  vi: "Dịch vụ mới, dịch vụ bỏ đi và dịch vụ đổi mức độ giữa hai ngày: vì sao tỉ lệ thay đổi."
  en: "Services that came, went or changed their level between two days: why a rate moved."
asked_by: "Công văn 3485/BTTTT-THH (báo cáo hằng tháng)"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị, gồm các đơn vị trực thuộc", en: "Unit with all units below"}
  - {name: since, type: date, vi: "Từ ngày", en: "From this day"}
  - {name: as_of, type: date, default_value: publication, vi: "Đến ngày", en: "To this day"}
*/
WITH of_unit AS (
  SELECT *
  FROM service
  WHERE service.unit_code = $unit OR starts_with(service.unit_code, $unit || '.')
),
earlier AS (
  SELECT *
  FROM of_unit
  WHERE valid_from <= $since AND (valid_to IS NULL OR $since < valid_to)
),
later AS (
  SELECT *
  FROM of_unit
  WHERE valid_from <= $as_of AND (valid_to IS NULL OR $as_of < valid_to)
)
SELECT
  coalesce(later.unit_code, earlier.unit_code) AS unit_code,
  coalesce(later.procedure_code, earlier.procedure_code) AS procedure_code,
  coalesce(later.procedure_name, earlier.procedure_name) AS procedure_name,
  CASE
    WHEN earlier.unit_code IS NULL THEN 'mới / new'
    WHEN later.unit_code IS NULL THEN 'bỏ / gone'
    ELSE 'đổi mức / level'
  END AS change,
  earlier.service_level AS level_before, later.service_level AS level_now
FROM earlier
FULL JOIN later
  ON later.unit_code = earlier.unit_code AND later.procedure_code = earlier.procedure_code
WHERE earlier.unit_code IS NULL
  OR later.unit_code IS NULL
  OR earlier.service_level IS DISTINCT FROM later.service_level
ORDER BY 1, 2
