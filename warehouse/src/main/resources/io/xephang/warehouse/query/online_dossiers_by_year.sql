/*
title: {vi: "Hồ sơ trực tuyến trên tổng số hồ sơ, theo năm", en: "Online dossiers out of all, by year"}
description:
  vi: "Hồ sơ trực tuyến trên tổng số hồ sơ của thủ tục mức độ 3, 4, tính từ dữ liệu cạnh số báo cáo."
  en: "Online dossiers out of those of procedures at level 3 or 4, as computed beside as reported."
asked_by: "Tờ trình của Sở Thông tin và Truyền thông Hà Tĩnh tháng 4/2020, I.4c (20385/79542 ~ 25,6%)"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị; VN là cả nước", en: "Unit; VN is the nation"}
*/
SELECT
  year(shown.period_end) AS year, shown.basis, shown.numerator, shown.denominator, shown.value,
  shown.printed_value, shown.data_date
FROM indicator_value AS shown
WHERE shown.indicator = 'online_dossier_rate'
  AND shown.unit_code = $unit
  AND shown.period_type = 'year'
ORDER BY shown.period_end, shown.basis
