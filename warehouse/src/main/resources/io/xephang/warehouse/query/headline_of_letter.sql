/*
title: {vi: "Các con số của công văn", en: "The figures of a letter"}
description:
  vi: "Tỉ lệ gộp cả nước, trung bình cộng, số bộ và số tỉnh dưới 10%, số đơn vị đạt mục tiêu và khoảng cách tới mục tiêu."
  en: "Pooled national rate, unweighted mean, how many ministries and provinces are below 10 % and how many reach the target, and the distance to it."
asked_by: "Công văn 3485/BTTTT-THH"
parameters:
  - {name: indicator, type: indicator, default_value: level4_rate, vi: "Chỉ số", en: "Indicator"}
  - {name: as_of, type: date, default_value: publication, vi: "Ngày số liệu", en: "Day"}
  - {name: basis, type: choice, choices: [computed, reported], default_value: computed, vi: "Tính từ dữ liệu hay theo báo cáo", en: "Computed or as reported"}
*/
SELECT *
FROM headline($indicator, $as_of, basis := $basis)
