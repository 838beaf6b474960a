/*
title: {vi: "Lịch sử của một đơn vị", en: "History of a unit"}
description:
  vi: "Chuỗi tỉ lệ của một đơn vị theo thời gian, có ghi chú nơi định nghĩa thay đổi."
  en: "The series of a unit's rate over time, with a note where the definition changed."
asked_by: "Công văn 3485/BTTTT-THH; Nghị định 42/2022/NĐ-CP"
parameters:
  - {name: unit, type: unit, vi: "Đơn vị; VN là cả nước", en: "Unit; VN is the nation"}
  - {name: indicator, type: indicator, default_value: level4_rate, vi: "Chỉ số", en: "Indicator"}
  - {name: basis, type: choice, choices: [computed, reported], default_value: computed, vi: "Tính từ dữ liệu hay theo báo cáo", en: "Computed or as reported"}
  - {name: period_type, type: choice, choices: [as_of, month, quarter, year], optional: true, vi: "Loại kỳ; mặc định theo chỉ số", en: "Kind of period; by default the indicator's"}
*/
SELECT
  series.period_end, series.unit_name, series.numerator, series.denominator, series.value,
  series.change_in_points, series.definition_change
FROM trend($indicator, $unit, basis := $basis, period_type := $period_type) AS series
ORDER BY series.period_end
