-- A unit as it is called on a day; as it was or will be called if it does not exist on it.
SELECT
  unit_code, unit_name, full_name, kind, valid_from, valid_to, listed,
  (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR $2 <= valid_to) AS exists_then
FROM internal.unit
WHERE unit_code = $1
ORDER BY exists_then DESC, valid_from DESC NULLS LAST
LIMIT 1
