/*
title: {vi: "Dòng bị loại theo đơn vị gửi", en: "What was rejected, by sender"}
description:
  vi: "Mỗi đơn vị gửi có bao nhiêu dòng bị loại, vì sao, ở những tệp nào và phải sửa thế nào."
  en: "For each sender how many rows were rejected, why, in which files, and what to do."
asked_by: "Công văn 3485/BTTTT-THH (chất lượng số liệu báo cáo)"
parameters:
  - {name: sender, type: unit, optional: true, vi: "Tỉnh hoặc bộ; mặc định tất cả", en: "Province or ministry; by default all"}
*/
SELECT
  rejected.sender, min(unit.unit_name) AS sender_name, rejected.feed, rejected.reason,
  min(rejection_reason.name_vi) AS reason_vi,
  -- A unit of several versions would count a row more than once.
  count(DISTINCT (rejected.file, rejected.position)) AS rows_rejected,
  count(DISTINCT rejected.file) AS files, min(rejected.file) AS first_file,
  min(rejection_reason.remedy_vi) AS remedy_vi
FROM quarantine AS rejected
LEFT JOIN rejection_reason ON rejection_reason.reason = rejected.reason
LEFT JOIN unit ON unit.unit_code = rejected.sender AND unit.valid_to IS NULL
WHERE $sender IS NULL OR rejected.sender = $sender
GROUP BY rejected.sender, rejected.feed, rejected.reason
ORDER BY rejected.sender NULLS LAST, rejected.feed, rows_rejected DESC, rejected.reason
