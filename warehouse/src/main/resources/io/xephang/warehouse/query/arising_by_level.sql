/*
title: {vi: "Tỉ lệ phát sinh hồ sơ theo cấp tỉnh, huyện, xã", en: "Arising rate by level of government"}
description:
  vi: "Cộng tử số, mẫu số của các đơn vị cùng cấp rồi mới chia, cạnh trung bình cộng các tỉ lệ."
  en: "Numerators and denominators of the units of one level added first and divided last, beside the mean of the rates."
asked_by: "Tờ trình của Sở Thông tin và Truyền thông Hà Tĩnh tháng 4/2020, I.4b"
parameters:
  - {name: unit, type: unit, vi: "Tỉnh", en: "Province"}
  - {name: period_type, type: choice, choices: [month, quarter, year], default_value: year, vi: "Loại kỳ", en: "Kind of period"}
  - {name: day, type: date, default_value: publication, vi: "Một ngày của kỳ", en: "A day of the period"}
*/
SELECT
  unit.kind, count(*) AS units, CAST(sum(shown.numerator) AS BIGINT) AS numerator,
  CAST(sum(shown.denominator) AS BIGINT) AS denominator,
  CAST(sum(shown.numerator) AS BIGINT) / CAST(sum(shown.denominator) AS BIGINT) AS pooled_rate,
  avg(shown.value) AS mean_rate
FROM indicator_value AS shown
JOIN unit
  ON unit.unit_code = shown.unit_code
  AND unit.province_code = $unit
  AND unit.kind IN ('department', 'district', 'commune')
  AND (unit.valid_from IS NULL OR unit.valid_from <= shown.data_date)
  AND (unit.valid_to IS NULL OR shown.data_date <= unit.valid_to)
WHERE shown.indicator = 'arising_rate'
  AND shown.basis = 'computed'
  AND shown.period_type = $period_type
  AND $day BETWEEN shown.period_start AND shown.period_end
GROUP BY unit.kind
ORDER BY list_position(['department', 'district', 'commune'], unit.kind)
