-- The legal basis is the one in force at the publication's as-of date.
CREATE VIEW indicator AS
SELECT
  i.indicator, i.name_vi, i.name_en, i.kind, i.direction, i.numerator_vi, i.denominator_vi,
  basis.legal_basis, i.numerator_en, i.denominator_en
FROM internal.indicator AS i
CROSS JOIN internal.publication AS publication
LEFT JOIN internal.legal_basis AS basis
  ON basis.indicator = i.indicator
  AND (basis.valid_from IS NULL OR basis.valid_from <= publication.as_of)
  AND (basis.valid_to IS NULL OR publication.as_of <= basis.valid_to);
