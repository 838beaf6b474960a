/*
title: {vi: "Dịch vụ mức độ 4 không ai dùng", en: "Level-4 services that nobody uses"}
description:
  vi: "Dịch vụ mức độ 4 của đơn vị không phát sinh hồ sơ nào trong kỳ chứa ngày đó: mức độ 4 trên giấy."
  en: "Level-4 services of the unit without any dossier in the period around the day: level 4 on paper."
asked_by: "Chỉ thị của UBND tỉnh Quảng Nam năm 2022"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị", en: "Unit"}
  - {name: period_type, type: choice, choices: [month, quarter, year], default_value: year, vi: "Loại kỳ", en: "Kind of period"}
  - {name: day, type: date, default_value: publication, vi: "Một ngày của kỳ", en: "A day of the period"}
*/
SELECT
  idle.unit_code, idle.procedure_code, idle.procedure_name, idle.period_start, idle.period_end
FROM idle_service AS idle
WHERE idle.unit_code = $unit
  AND idle.period_type = $period_type
  AND $day BETWEEN idle.period_start AND idle.period_end
ORDER BY idle.procedure_code
