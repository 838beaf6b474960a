/*
title: {vi: "Cơ quan không đưa vào thống kê", en: "Agencies that are left out"}
description:
  vi: "Những cơ quan có chức năng đặc thù hoặc không cung cấp dịch vụ công trực tuyến, không xếp hạng vào ngày đó."
  en: "Agencies with special functions or without online services, which are in no ranking on that day."
asked_by: "Công văn 3485/BTTTT-THH, ghi chú của phụ lục"
parameters:
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
*/
SELECT unit.unit_code, unit.full_name, unit.kind
FROM unit
WHERE NOT unit.listed
  AND (unit.valid_from IS NULL OR unit.valid_from <= $as_of)
  AND (unit.valid_to IS NULL OR $as_of <= unit.valid_to)
ORDER BY unit.unit_code
