-- The published value that holds on a day.
SELECT valid_from, valid_to, numerator, denominator, value, printed_value, data_date
FROM internal.indicator_held
WHERE indicator = $1 AND unit_code = $2 AND basis = $3 AND period_type = $4
  AND valid_from <= $5 AND $5 < coalesce(valid_to, DATE 'infinity')
