SELECT
  rejected.sender, unit.unit_name, count(DISTINCT rejected.file) AS files, count(*) AS rows
FROM quarantine AS rejected
CROSS JOIN publication
LEFT JOIN unit
  ON unit.unit_code = rejected.sender
  AND (unit.valid_from IS NULL OR unit.valid_from <= publication.as_of)
  AND (unit.valid_to IS NULL OR publication.as_of <= unit.valid_to)
GROUP BY rejected.sender, unit.unit_name
ORDER BY rejected.sender NULLS LAST
