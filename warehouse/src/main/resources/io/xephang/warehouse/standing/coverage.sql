SELECT
  coverage.feed, coverage.unit_code, coalesce(unit.unit_name, coverage.unit_code) AS unit_name,
  coverage.last_date, coverage.expected_by, coverage.late
FROM coverage
CROSS JOIN publication
LEFT JOIN unit
  ON unit.unit_code = coverage.unit_code
  AND (unit.valid_from IS NULL OR unit.valid_from <= publication.as_of)
  AND (unit.valid_to IS NULL OR publication.as_of <= unit.valid_to)
ORDER BY coverage.feed, coverage.unit_code
