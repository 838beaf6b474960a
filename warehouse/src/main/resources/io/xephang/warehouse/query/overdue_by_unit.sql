/*
title: {vi: "Hồ sơ quá hạn theo đơn vị xử lý", en: "Overdue dossiers, by handling unit"}
description:
  vi: "Hồ sơ chưa giải quyết xong đến hạn hoặc quá hạn vào cuối ngày đó, theo đơn vị đang xử lý; nhiều nhất trước."
  en: "Dossiers not finished that are due or overdue at the end of the day, by the unit that handles them; most first."
asked_by: "Chỉ thị của UBND tỉnh Quảng Nam năm 2022, 2c"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị, gồm các đơn vị trực thuộc", en: "Unit with all units below"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày", en: "Day"}
*/
SELECT
  dossier.unit_code, unit.unit_name, count(*) AS open_overdue,
  max(date_diff('day', CAST(dossier.due_at AS DATE), $as_of)) AS most_days_late,
  CAST(min(dossier.due_at) AS DATE) AS oldest_due
FROM dossier
LEFT JOIN unit
  ON unit.unit_code = dossier.unit_code
  AND (unit.valid_from IS NULL OR unit.valid_from <= $as_of)
  AND (unit.valid_to IS NULL OR $as_of <= unit.valid_to)
WHERE (dossier.unit_code = $unit OR starts_with(dossier.unit_code, $unit || '.'))
  AND dossier.status NOT IN (1, 3)
  AND CAST(dossier.received_at AS DATE) <= $as_of
  AND CAST(dossier.due_at AS DATE) <= $as_of
  -- A dossier that was closed nobody knows when is not open.
  AND (dossier.finished_at IS NULL AND dossier.status < 7
    OR CAST(dossier.finished_at AS DATE) > $as_of)
GROUP BY dossier.unit_code, unit.unit_name
ORDER BY open_overdue DESC, dossier.unit_code
