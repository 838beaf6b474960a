/*
title: {vi: "Từng hồ sơ quá hạn", en: "Overdue dossiers one by one"}
description:
  vi: "Mã, thủ tục, đơn vị xử lý và số ngày trễ của từng hồ sơ chưa xong đã đến hạn hoặc quá hạn vào cuối ngày đó; trễ nhất trước."
  en: "Code, procedure, handling unit and days late of every dossier not finished that is due or overdue at the end of the day; latest first."
asked_by: "Chỉ thị của UBND tỉnh Quảng Nam năm 2022, 2c"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị, gồm các đơn vị trực thuộc", en: "Unit with all units below"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày", en: "Day"}
  - {name: limit, type: count, default_value: "1000", vi: "Số hồ sơ", en: "How many"}
*/
SELECT
  dossier.dossier_code, dossier.unit_code, dossier.procedure_code, dossier.status,
  CAST(dossier.received_at AS DATE) AS received, CAST(dossier.due_at AS DATE) AS due,
  date_diff('day', CAST(dossier.due_at AS DATE), $as_of) AS days_late
FROM dossier
WHERE (dossier.unit_code = $unit OR starts_with(dossier.unit_code, $unit || '.'))
  AND dossier.status NOT IN (1, 3)
  AND CAST(dossier.received_at AS DATE) <= $as_of
  AND CAST(dossier.due_at AS DATE) <= $as_of
  AND (dossier.finished_at IS NULL AND dossier.status < 7
    OR CAST(dossier.finished_at AS DATE) > $as_of)
ORDER BY days_late DESC, dossier.dossier_code
LIMIT $limit
