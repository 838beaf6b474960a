SELECT DISTINCT unit_code
FROM internal.unit
WHERE lower(unit_code) = lower($1)
