/*
title: {vi: "Đơn vị chậm gửi dữ liệu", en: "Who has not delivered yet"}
description:
  vi: "Đơn vị quá hạn gửi danh mục, báo cáo hoặc hồ sơ, tính đến ngày của lần công bố; chưa gửi bao giờ đứng đầu."
  en: "Units late with catalogs, reports or dossiers as of the publication; those that never delivered first."
asked_by: "Công văn 3485/BTTTT-THH (trước ngày 20 hằng tháng)"
parameters:
  - {name: feed, type: choice, choices: [catalogs, reports, dossiers], optional: true, vi: "Loại dữ liệu; mặc định tất cả", en: "Feed; by default all"}
*/
SELECT
  coverage.feed, coverage.unit_code, unit.unit_name, coverage.last_date, coverage.expected_by,
  date_diff('day', coverage.expected_by, publication.as_of) AS days_late
FROM coverage
CROSS JOIN publication
LEFT JOIN unit
  ON unit.unit_code = coverage.unit_code
  AND (unit.valid_from IS NULL OR unit.valid_from <= publication.as_of)
  AND (unit.valid_to IS NULL OR publication.as_of <= unit.valid_to)
WHERE coverage.late
  AND ($feed IS NULL OR coverage.feed = $feed)
ORDER BY coverage.feed, days_late DESC NULLS FIRST, coverage.unit_code
