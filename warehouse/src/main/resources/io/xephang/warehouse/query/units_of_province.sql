/*
title: {vi: "Tỉ lệ của các sở, huyện, xã trong tỉnh", en: "Rates of a province's departments, districts, communes"}
description:
  vi: "Như phụ lục I Công văn 5479: tử số, mẫu số, tỉ lệ từng đơn vị, ghi chú “Bao gồm DVC Bộ chủ quản xây dựng”; đơn vị không có dịch vụ đứng cuối."
  en: "As annex I of letter 5479: numerator, denominator and rate of each unit, noting services built by ministries; units without services last."
asked_by: "Công văn 5479/UBND-KSTTHC, phụ lục I"
parameters:
  - {name: unit, type: unit, vi: "Tỉnh", en: "Province"}
  - {name: indicator, type: indicator, default_value: level4_rate, vi: "Chỉ số", en: "Indicator"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
*/
WITH built_by_ministries AS (
  SELECT DISTINCT service.unit_code
  FROM service
  WHERE service.run_by_ministry
    AND service.valid_from <= $as_of
    AND (service.valid_to IS NULL OR $as_of < service.valid_to)
),
ranked AS (
  SELECT 1 AS place, * FROM ranking_at($indicator, $as_of, peer_group := 'department:' || $unit)
  UNION ALL
  SELECT 2, * FROM ranking_at($indicator, $as_of, peer_group := 'district:' || $unit)
  UNION ALL
  SELECT 3, * FROM ranking_at($indicator, $as_of, peer_group := 'commune:' || $unit)
)
SELECT
  ranked.peer_group, ranked.serial, ranked.rank, ranked.unit_code, ranked.unit_name,
  ranked.numerator, ranked.denominator, ranked.value,
  CASE
    WHEN ranked.denominator IS NULL THEN '–'
    WHEN ranked.denominator = 0 THEN 'không'
    WHEN built_by_ministries.unit_code IS NOT NULL THEN 'Bao gồm DVC Bộ chủ quản xây dựng'
  END AS note
FROM ranked
LEFT JOIN built_by_ministries ON built_by_ministries.unit_code = ranked.unit_code
ORDER BY ranked.place, ranked.serial
