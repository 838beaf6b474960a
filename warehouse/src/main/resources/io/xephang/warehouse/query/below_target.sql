/*
title: {vi: "Đơn vị chưa đạt mục tiêu", en: "Units below the target"}
description:
  vi: "Các đơn vị chưa đạt mục tiêu sắp đến hạn, còn cách bao nhiêu và thiếu (chỉ số càng thấp càng tốt: thừa) bao nhiêu dịch vụ, hồ sơ."
  en: "Units below the target that is due next, how far from it, and how many services or dossiers are missing (too many, where lower is better)."
measures: {distance_in_points: points, missing: count}
asked_by: "Công văn 3485/BTTTT-THH; Công văn 5479/UBND-KSTTHC"
parameters:
  - {name: indicator, type: indicator, default_value: level4_rate, vi: "Chỉ số có mục tiêu", en: "Indicator that has a target"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
  - {name: peer_group, type: text, default_value: province, vi: "Nhóm: province, ministry, department:H47 …", en: "province, ministry, department:H47 …"}
  - {name: basis, type: choice, choices: [computed, reported], default_value: computed, vi: "Tính từ dữ liệu hay theo báo cáo", en: "Computed or as reported"}
*/
WITH next_target AS (
  SELECT target.target, target.due, indicator.direction = 'lower_is_better' AS lower_is_better
  FROM target
  JOIN indicator ON indicator.indicator = target.indicator
  WHERE target.indicator = $indicator
  -- The one that is due next, else the last one.
  ORDER BY target.due < $as_of, abs(date_diff('day', $as_of, target.due))
  LIMIT 1
)
SELECT
  ranked.rank, ranked.unit_code, ranked.unit_name, ranked.numerator, ranked.denominator,
  ranked.value, next_target.target, next_target.due,
  round((ranked.value - next_target.target) * 100, 6) AS distance_in_points,
  -- Rounded first: 0.3 times a count is a little more than it should be.
  CASE
    WHEN next_target.lower_is_better
      THEN ranked.numerator
        - CAST(floor(round(next_target.target * ranked.denominator, 6)) AS BIGINT)
    ELSE
      CAST(ceil(round(next_target.target * ranked.denominator, 6)) AS BIGINT) - ranked.numerator
  END AS missing
FROM ranking_at($indicator, $as_of, peer_group := $peer_group, basis := $basis) AS ranked
CROSS JOIN next_target
WHERE CASE
    WHEN next_target.lower_is_better THEN ranked.value > next_target.target
    ELSE ranked.value < next_target.target
  END
ORDER BY ranked.serial
