/*
title: {vi: "Khoảng cách và nhịp độ cần có tới mục tiêu", en: "Distance to the targets and the pace needed"}
description:
  vi: "Với từng mục tiêu chưa đến hạn: tỉ lệ hiện nay, khoảng cách, số tháng còn lại và số điểm phần trăm cần tăng (số âm: cần giảm) mỗi tháng."
  en: "For every target still to come: the rate now, the distance, the months left and the points needed each month (negative: to go down)."
measures: {distance_in_points: points, points_a_month: points}
asked_by: "Tờ trình của Sở Thông tin và Truyền thông Hà Tĩnh tháng 4/2020, II; Nghị quyết 17/NQ-CP"
parameters:
  - {name: unit, type: unit, default_value: VN, vi: "Đơn vị; VN là cả nước", en: "Unit; VN is the nation"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
*/
WITH now AS (
  SELECT shown.indicator, shown.numerator, shown.denominator, shown.value
  FROM indicator_value AS shown
  WHERE shown.unit_code = $unit
    AND shown.basis = 'computed'
    AND shown.period_type = 'as_of'
    AND shown.period_end <= $as_of
  QUALIFY row_number() OVER (PARTITION BY shown.indicator ORDER BY shown.period_end DESC) = 1
)
SELECT
  target.indicator, indicator.name_vi, now.numerator, now.denominator, now.value, target.target,
  target.due, round((now.value - target.target) * 100, 6) AS distance_in_points,
  date_diff('month', $as_of, target.due) AS months_left,
  CASE
    WHEN CASE indicator.direction
        WHEN 'lower_is_better' THEN now.value > target.target
        ELSE now.value < target.target
      END
      THEN round(
        (target.target - now.value) * 100 / greatest(1, date_diff('month', $as_of, target.due)), 2)
    WHEN now.value IS NOT NULL THEN 0
  END AS points_a_month,
  target.legal_basis
FROM target
JOIN indicator ON indicator.indicator = target.indicator
LEFT JOIN now ON now.indicator = target.indicator
WHERE target.due >= $as_of
ORDER BY target.due, target.indicator
