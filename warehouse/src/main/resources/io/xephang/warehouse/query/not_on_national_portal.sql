/*
title: {vi: "Dịch vụ chưa tích hợp lên Cổng Dịch vụ công quốc gia", en: "Services not yet on the national portal"}
description:
  vi: "Số dịch vụ mức độ 3, 4 đã và chưa tích hợp của từng đơn vị; đơn vị chưa tích hợp dịch vụ nào đứng đầu."
  en: "Services at level 3 or 4 that are and are not integrated, by unit; those with none integrated first."
asked_by: "Công văn 5479/UBND-KSTTHC, phụ lục II; Nghị quyết 01/NQ-CP năm 2020"
parameters:
  - {name: unit, type: unit, vi: "Tỉnh, bộ hoặc một đơn vị trong đó", en: "Province, ministry, or a unit of it"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
*/
SELECT
  service.unit_code, unit.unit_name,
  count(*) FILTER (service.on_national_portal) AS numerator,
  count(*) AS denominator,
  count(*) FILTER (service.on_national_portal) / count(*) AS value,
  list(service.procedure_name ORDER BY service.procedure_code)
    FILTER (NOT service.on_national_portal) AS not_integrated
FROM service
LEFT JOIN unit
  ON unit.unit_code = service.unit_code
  AND (unit.valid_from IS NULL OR unit.valid_from <= $as_of)
  AND (unit.valid_to IS NULL OR $as_of <= unit.valid_to)
WHERE service.service_level >= 3
  AND (service.unit_code = $unit OR starts_with(service.unit_code, $unit || '.'))
  AND service.valid_from <= $as_of
  AND (service.valid_to IS NULL OR $as_of < service.valid_to)
GROUP BY service.unit_code, unit.unit_name
ORDER BY value, service.unit_code
