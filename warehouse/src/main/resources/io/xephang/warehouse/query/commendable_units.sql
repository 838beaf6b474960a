/*
title: {vi: "Đơn vị vượt mục tiêu, nhiều hồ sơ", en: "Units that beat the target and have many dossiers"}
description:
  vi: "Để khen thưởng: đơn vị đạt hoặc vượt mục tiêu vào ngày đó và tiếp nhận ít nhất bấy nhiêu hồ sơ trong năm."
  en: "For commendation: units that reach the target on the day and received at least so many dossiers in the year."
asked_by: "Kế hoạch của UBND tỉnh Hà Nam năm 2021, III.2"
parameters:
  - {name: indicator, type: indicator, default_value: level4_rate, vi: "Chỉ số có mục tiêu", en: "Indicator that has a target"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
  - {name: peer_group, type: text, default_value: province, vi: "Nhóm: province, ministry, department:H47 …", en: "province, ministry, department:H47 …"}
  - {name: at_least, type: count, default_value: "1000", vi: "Số hồ sơ ít nhất trong năm", en: "Dossiers in the year, at least"}
*/
WITH next_target AS (
  SELECT target.target, indicator.direction = 'lower_is_better' AS lower_is_better
  FROM target
  JOIN indicator ON indicator.indicator = target.indicator
  WHERE target.indicator = $indicator
  ORDER BY target.due < $as_of, abs(date_diff('day', $as_of, target.due))
  LIMIT 1
)
SELECT
  ranked.rank, ranked.unit_code, ranked.unit_name, ranked.value, next_target.target,
  -- Every dossier received in the year counts in the denominator of this rate.
  received.denominator AS dossiers
FROM ranking_at($indicator, $as_of, peer_group := $peer_group) AS ranked
CROSS JOIN next_target
JOIN indicator_value AS received
  ON received.unit_code = ranked.unit_code
  AND received.indicator = 'digitised_rate'
  AND received.basis = 'computed'
  AND received.period_type = 'year'
  AND $as_of BETWEEN received.period_start AND received.period_end
WHERE CASE
    WHEN next_target.lower_is_better THEN ranked.value <= next_target.target
    ELSE ranked.value >= next_target.target
  END
  AND received.denominator >= $at_least
ORDER BY ranked.serial
