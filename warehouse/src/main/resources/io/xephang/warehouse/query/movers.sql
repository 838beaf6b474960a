/*
title: {vi: "Đơn vị thay đổi nhiều nhất", en: "Who moved most"}
description:
  vi: "Các đơn vị có tỉ lệ thay đổi nhiều nhất so với cuối tháng trước (chỉ số tại một ngày) hoặc tháng trước (chỉ số theo kỳ). Số bậc chỉ có khi hai lần xếp hạng cùng các đơn vị."
  en: "Units whose rate changed most since the month's end before (as-of indicators) or the month before (period indicators). A change of rank is given only where both rank the same units."
measures: {previous_value: fraction}
asked_by: "Công văn 3485/BTTTT-THH (báo cáo hằng tháng)"
parameters:
  - {name: indicator, type: indicator, default_value: level4_rate, vi: "Chỉ số", en: "Indicator"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
  - {name: peer_group, type: text, default_value: province, vi: "Nhóm: province, ministry, department:H47 …", en: "province, ministry, department:H47 …"}
  - {name: limit, type: count, default_value: "10", vi: "Số đơn vị", en: "How many"}
*/
WITH ranked AS (
  FROM ranking_at($indicator, $as_of, peer_group := $peer_group)
),
earlier AS (
  FROM ranking_at(
    $indicator, CAST(date_trunc('month', $as_of) AS DATE) - 1, peer_group := $peer_group)
),
-- A rank among other units is no lower or higher one.
peers AS (
  SELECT
    (SELECT list(unit_code ORDER BY unit_code) FROM ranked WHERE rank IS NOT NULL) AS units,
    (SELECT list(unit_code ORDER BY unit_code) FROM earlier WHERE rank IS NOT NULL)
      AS previous_units
)
SELECT
  ranked.unit_code, ranked.unit_name, earlier.value AS previous_value, ranked.value,
  round((ranked.value - earlier.value) * 100, 6) AS change_in_points, ranked.previous_rank,
  len(peers.previous_units) AS previous_ranked_units, ranked.rank,
  len(peers.units) AS ranked_units,
  CASE WHEN peers.units = peers.previous_units THEN ranked.rank_change END AS rank_change
FROM ranked
JOIN earlier ON earlier.unit_code = ranked.unit_code
CROSS JOIN peers
WHERE ranked.value <> earlier.value
  OR (peers.units = peers.previous_units AND ranked.rank_change <> 0)
ORDER BY abs(ranked.value - earlier.value) DESC, ranked.serial
LIMIT $limit
