/*
title: {vi: "Số đã in đối chiếu số tính lại", en: "Printed against recomputed rates"}
description:
  vi: "Số đã in, số tính lại từ tử số và mẫu số ghi cạnh nó, và kết luận: đúng, làm tròn, cắt bớt hay sai."
  en: "What was printed, what the counts beside it give, and the verdict: exact, rounded, truncated or wrong."
exact: [recomputed_value]
asked_by: "Công văn 5479/UBND-KSTTHC, phụ lục I (9/91 = 9,98%)"
parameters:
  - {name: unit, type: unit, optional: true, vi: "Đơn vị, gồm các đơn vị trực thuộc; mặc định tất cả", en: "Unit with all units below; by default all"}
  - {name: verdict, type: choice, choices: [exact, rounded, truncated, mismatch, not_checkable], optional: true, vi: "Kết luận; mặc định tất cả", en: "Verdict; by default all"}
*/
SELECT
  checked.as_of, checked.indicator, checked.unit_code, checked.printed_name, checked.numerator,
  checked.denominator, checked.printed_value, checked.recomputed_value, checked.verdict,
  checked.source
FROM reconciliation AS checked
WHERE ($verdict IS NULL OR checked.verdict = $verdict)
  AND ($unit IS NULL OR checked.unit_code = $unit OR starts_with(checked.unit_code, $unit || '.'))
ORDER BY
  list_position(['mismatch', 'truncated', 'rounded', 'exact', 'not_checkable'], checked.verdict),
  checked.as_of, checked.indicator, checked.unit_code
