/*
title: {vi: "Thủ tục giải quyết chậm", en: "Procedures that take long"}
description:
  vi: "Thủ tục có nhiều hồ sơ quá hạn nhất trong kỳ: số ngày thực tế cạnh thời hạn theo quy định."
  en: "Procedures with most overdue dossiers in the period: the days they took beside the legal maximum."
asked_by: "Chỉ thị của UBND tỉnh Quảng Nam năm 2022; Kế hoạch của UBND tỉnh Hà Nam năm 2021, III.2"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị, gồm các đơn vị trực thuộc", en: "Unit with all units below"}
  - {name: period_type, type: choice, choices: [month, quarter, year], default_value: year, vi: "Loại kỳ", en: "Kind of period"}
  - {name: day, type: date, default_value: publication, vi: "Một ngày của kỳ", en: "A day of the period"}
  - {name: limit, type: count, default_value: "20", vi: "Số thủ tục", en: "How many"}
*/
SELECT
  counted.procedure_code, counted.finished, counted.overdue, counted.open_overdue,
  counted.median_days, counted.p90_days, counted.max_days
FROM timeliness AS counted
WHERE counted.unit_code = $unit
  AND counted.period_type = $period_type
  AND $day BETWEEN counted.period_start AND counted.period_end
ORDER BY
  counted.overdue + counted.open_overdue DESC, counted.median_days DESC NULLS LAST,
  counted.procedure_code
LIMIT $limit
