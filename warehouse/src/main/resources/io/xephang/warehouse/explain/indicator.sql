-- The definition of an indicator on a day.
SELECT
  defined.indicator, defined.name_vi, defined.name_en, defined.direction, defined.numerator_vi,
  defined.numerator_en, defined.denominator_vi, defined.denominator_en, defined.counted_rows,
  defined.numerator_predicate, defined.denominator_predicate, basis.legal_basis
FROM internal.indicator AS defined
LEFT JOIN internal.legal_basis AS basis
  ON basis.indicator = defined.indicator
  AND (basis.valid_from IS NULL OR basis.valid_from <= $2)
  AND (basis.valid_to IS NULL OR $2 <= basis.valid_to)
WHERE defined.indicator = $1
