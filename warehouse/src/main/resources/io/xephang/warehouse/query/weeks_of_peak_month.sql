/*
title: {vi: "Từng tuần của tháng cao điểm", en: "The weeks of a peak month"}
description:
  vi: "Hồ sơ tiếp nhận, nộp trực tuyến, giải quyết xong và xong quá hạn theo tuần kết thúc vào Thứ sáu, của tháng chứa ngày đó."
  en: "Dossiers received, received online, finished and finished late, by weeks that end on a Friday, of the month around the day."
asked_by: "Chỉ thị của UBND tỉnh Quảng Nam năm 2022, 4a (báo cáo Thứ 6 hằng tuần)"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị, gồm các đơn vị trực thuộc", en: "Unit with all units below"}
  - {name: day, type: date, default_value: publication, vi: "Một ngày của tháng", en: "A day of the month"}
*/
WITH month AS (
  SELECT
    CAST(date_trunc('month', $day) AS DATE) AS first_day, last_day($day) AS last_day
),
of_unit AS (
  SELECT
    CAST(dossier.received_at AS DATE) AS received, CAST(dossier.finished_at AS DATE) AS finished,
    dossier.channel, dossier.on_time
  FROM dossier
  WHERE (dossier.unit_code = $unit OR starts_with(dossier.unit_code, $unit || '.'))
    AND dossier.status NOT IN (1, 3)
),
counted AS (
  SELECT received AS on_day, 1 AS received, CAST(channel = 'online' AS INTEGER) AS online,
    0 AS finished, 0 AS finished_late
  FROM of_unit
  UNION ALL
  SELECT finished, 0, 0, 1, CAST(coalesce(NOT on_time, false) AS INTEGER)
  FROM of_unit
  WHERE finished IS NOT NULL
)
SELECT
  -- The Friday on or after the day: ISO numbers Friday 5. The last week ends with the month.
  least(counted.on_day + CAST((12 - isodow(counted.on_day)) % 7 AS INTEGER), month.last_day) AS week_until,
  CAST(sum(counted.received) AS BIGINT) AS received, CAST(sum(counted.online) AS BIGINT) AS online,
  CAST(sum(counted.finished) AS BIGINT) AS finished,
  CAST(sum(counted.finished_late) AS BIGINT) AS finished_late
FROM counted
JOIN month ON counted.on_day BETWEEN month.first_day AND month.last_day
GROUP BY week_until
ORDER BY week_until
