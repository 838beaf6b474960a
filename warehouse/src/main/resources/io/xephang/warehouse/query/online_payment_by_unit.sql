/*
title: {vi: "Thanh toán trực tuyến theo đơn vị", en: "Online payment, by unit"}
description:
  vi: "Trong số hồ sơ có phí, lệ phí của từng sở, huyện, xã, bao nhiêu được thanh toán trực tuyến."
  en: "Of the dossiers bearing a fee of each department, district or commune, how many were paid online."
asked_by: "Chỉ thị của UBND tỉnh Quảng Nam năm 2022, 2e"
parameters:
  - {name: unit, type: unit, vi: "Tỉnh", en: "Province"}
  - {name: kind, type: choice, choices: [department, district, commune], default_value: department, vi: "Cấp đơn vị", en: "Kind of units"}
  - {name: period_type, type: choice, choices: [month, quarter, year], default_value: month, vi: "Loại kỳ", en: "Kind of period"}
  - {name: day, type: date, default_value: publication, vi: "Một ngày của kỳ", en: "A day of the period"}
*/
SELECT
  ranked.rank, ranked.unit_code, ranked.unit_name, ranked.numerator, ranked.denominator,
  ranked.value, ranked.rank_change, ranked.period_start, ranked.period_end, ranked.data_date
FROM ranking_at(
  'online_payment_rate', $day, peer_group := $kind || ':' || $unit, period_type := $period_type)
  AS ranked
ORDER BY ranked.serial
