SELECT
  indicator, name_vi, name_en, numerator_vi, numerator_en, denominator_vi, denominator_en,
  legal_basis
FROM indicator
ORDER BY indicator
