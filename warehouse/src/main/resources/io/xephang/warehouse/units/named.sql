-- A unit by its newest name.
SELECT arg_max(unit_name, coalesce(valid_from, DATE '-infinity')) AS unit_name
FROM internal.unit
WHERE unit_code = $1
HAVING count(*) > 0
