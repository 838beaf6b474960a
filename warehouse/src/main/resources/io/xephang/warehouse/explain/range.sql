-- The first day on which a unit has a value, the first day on which it has none any more (null = it
-- still holds), and the date of the newest data.
SELECT
  min(valid_from) AS first_day,
  CASE WHEN bool_and(valid_to IS NOT NULL) THEN max(valid_to) - 1 END AS last_day,
  max(data_date) AS newest_data
FROM internal.indicator_held
WHERE indicator = $1 AND unit_code = $2 AND basis = $3 AND period_type = $4
HAVING count(*) > 0
