/*
title: {vi: "Dịch vụ không đủ điều kiện lên mức độ 4", en: "Services that are not eligible for level 4"}
description:
  vi: "Liệt kê riêng các dịch vụ không đủ điều kiện, kèm mức độ hiện nay."
  en: "Services that are not eligible, listed apart with the level they have."
asked_by: "Kế hoạch của UBND tỉnh Hà Nam năm 2021, II.2 (phụ lục II)"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị, gồm các đơn vị trực thuộc", en: "Unit with all units below"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
*/
SELECT
  service.service_level, service.unit_code, service.procedure_code, service.procedure_name,
  service.field_name
FROM service
WHERE NOT service.eligible_level4
  AND (service.unit_code = $unit OR starts_with(service.unit_code, $unit || '.'))
  AND service.valid_from <= $as_of
  AND (service.valid_to IS NULL OR $as_of < service.valid_to)
ORDER BY service.service_level DESC NULLS LAST, service.unit_code, service.procedure_code
