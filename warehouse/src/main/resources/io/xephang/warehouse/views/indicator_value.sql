-- An as-of value is shown on the day it begins to hold and at every month's end while it holds.
CREATE VIEW indicator_value AS
WITH shown AS (
  SELECT held.*, held.valid_from AS period_start, held.valid_from AS period_end
  FROM internal.indicator_held AS held
  JOIN internal.horizon AS horizon ON horizon.basis = held.basis
  WHERE held.period_type = 'as_of' AND held.valid_from <= horizon.last_day
  UNION ALL
  SELECT held.*, month_end.day, month_end.day
  FROM internal.indicator_held AS held
  JOIN internal.month_end AS month_end
    ON held.valid_from < month_end.day
    AND month_end.day < coalesce(held.valid_to, DATE 'infinity')
  WHERE held.period_type = 'as_of'
  UNION ALL
  SELECT held.*, held.valid_from, held.valid_to - 1
  FROM internal.indicator_held AS held
  WHERE held.period_type <> 'as_of'
)
SELECT
  -- Qualified, since the macro trend reads this view and has parameters of these names.
  shown.indicator, shown.basis, shown.unit_code, shown.period_type, shown.period_start,
  shown.period_end, shown.numerator, shown.denominator, shown.value, shown.printed_value,
  shown.data_date
FROM shown;
