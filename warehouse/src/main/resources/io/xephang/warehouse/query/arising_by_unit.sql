/*
title: {vi: "Tỉ lệ dịch vụ có phát sinh hồ sơ theo đơn vị", en: "Services with arising dossiers, by unit"}
description:
  vi: "Trong số dịch vụ mức độ 3, 4 của từng sở, huyện, xã, bao nhiêu có phát sinh hồ sơ trực tuyến trong kỳ."
  en: "Of the level-3/4 services of each department, district or commune, how many had an online dossier in the period."
asked_by: "Tờ trình của Sở Thông tin và Truyền thông Hà Tĩnh tháng 4/2020, I.4b; Chỉ thị của UBND tỉnh Quảng Nam năm 2022"
parameters:
  - {name: unit, type: unit, vi: "Tỉnh", en: "Province"}
  - {name: kind, type: choice, choices: [department, district, commune], default_value: department, vi: "Cấp đơn vị", en: "Kind of units"}
  - {name: period_type, type: choice, choices: [month, quarter, year], default_value: month, vi: "Loại kỳ", en: "Kind of period"}
  - {name: day, type: date, default_value: publication, vi: "Một ngày của kỳ", en: "A day of the period"}
*/
WITH ranked AS (
  FROM ranking_at(
    'arising_rate', $day, peer_group := $kind || ':' || $unit, period_type := $period_type)
),
earlier AS (
  FROM ranking_at(
    'arising_rate', CAST(date_trunc($period_type, $day) AS DATE) - 1,
    peer_group := $kind || ':' || $unit, period_type := $period_type)
),
-- A rank among other units is no lower or higher one.
peers AS (
  SELECT
    (SELECT list(unit_code ORDER BY unit_code) FROM ranked WHERE rank IS NOT NULL) AS units,
    (SELECT list(unit_code ORDER BY unit_code) FROM earlier WHERE rank IS NOT NULL)
      AS previous_units
)
SELECT
  ranked.rank, ranked.unit_code, ranked.unit_name, ranked.numerator, ranked.denominator,
  ranked.value, ranked.previous_rank, len(peers.previous_units) AS previous_ranked_units,
  CASE WHEN peers.units = peers.previous_units THEN ranked.rank_change END AS rank_change,
  ranked.period_start, ranked.period_end, ranked.data_date
FROM ranked
CROSS JOIN peers
ORDER BY ranked.serial
