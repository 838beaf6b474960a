SELECT unit_name
FROM unit
WHERE NOT listed
  AND (valid_from IS NULL OR valid_from <= ?)
  AND (valid_to IS NULL OR ? <= valid_to)
ORDER BY unit_code
