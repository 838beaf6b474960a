/*
title: {vi: "Dịch vụ đủ điều kiện nhưng chưa lên mức độ 4", en: "Services eligible for level 4 that are not"}
description:
  vi: "Các dịch vụ đủ điều kiện lên mức độ 4 trong danh mục đang có hiệu lực mà vẫn ở mức thấp hơn."
  en: "Services of the catalogs in force that are eligible for level 4 and still below it."
asked_by: "Kế hoạch của UBND tỉnh Hà Nam năm 2021, II.2 (phụ lục I)"
parameters:
  - {name: unit, type: unit, optional: true, vi: "Đơn vị, gồm các đơn vị trực thuộc; mặc định tất cả", en: "Unit with all units below; by default all"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
*/
SELECT
  service.unit_code, service.procedure_code, service.procedure_name, service.field_name,
  service.service_level
FROM service
WHERE service.eligible_level4
  AND coalesce(service.service_level, 0) < 4
  AND ($unit IS NULL OR service.unit_code = $unit OR starts_with(service.unit_code, $unit || '.'))
  AND service.valid_from <= $as_of
  AND (service.valid_to IS NULL OR $as_of < service.valid_to)
ORDER BY service.unit_code, service.procedure_code
