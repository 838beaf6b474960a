/*
title: {vi: "Trước hạn, đúng hạn, quá hạn theo đơn vị", en: "Early, on time and overdue, by unit"}
description:
  vi: "Hồ sơ giải quyết xong trong kỳ: trước hạn, đúng hạn (không kể trước hạn), quá hạn; hồ sơ chưa xong đã quá hạn."
  en: "Dossiers finished in the period: early, on the day due, overdue; and open ones that are overdue."
asked_by: "Công văn 5479/UBND-KSTTHC, II.3 (Quyết định 274/QĐ-TTg)"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị, gồm các đơn vị trực thuộc", en: "Unit with all units below"}
  - {name: period_type, type: choice, choices: [month, quarter, year], default_value: month, vi: "Loại kỳ", en: "Kind of period"}
  - {name: day, type: date, default_value: publication, vi: "Một ngày của kỳ", en: "A day of the period"}
*/
SELECT
  counted.unit_code, unit.unit_name, CAST(sum(counted.finished) AS BIGINT) AS finished,
  CAST(sum(counted.early) AS BIGINT) AS early,
  CAST(sum(counted.on_time - counted.early) AS BIGINT) AS on_the_day,
  CAST(sum(counted.overdue) AS BIGINT) AS overdue,
  CAST(sum(counted.open_overdue) AS BIGINT) AS open_overdue,
  CAST(sum(counted.on_time) AS BIGINT)
    / nullif(CAST(sum(counted.on_time + counted.overdue) AS BIGINT), 0) AS value
FROM timeliness AS counted
LEFT JOIN unit
  ON unit.unit_code = counted.unit_code
  AND (unit.valid_from IS NULL OR unit.valid_from <= counted.period_end)
  AND (unit.valid_to IS NULL OR counted.period_end <= unit.valid_to)
WHERE (counted.unit_code = $unit OR starts_with(counted.unit_code, $unit || '.'))
  AND counted.period_type = $period_type
  AND $day BETWEEN counted.period_start AND counted.period_end
GROUP BY counted.unit_code, unit.unit_name
ORDER BY counted.unit_code
