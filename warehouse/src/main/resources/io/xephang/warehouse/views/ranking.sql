-- Expanded as indicator_value is. The previous rank is that of the month's end before, or of the
-- period before: in both cases the one that holds on previous_day.
CREATE VIEW ranking AS
WITH shown AS (
  SELECT
    held.*, held.valid_from AS period_start, held.valid_from AS period_end,
    CAST(date_trunc('month', held.valid_from) AS DATE) - 1 AS previous_day
  FROM internal.ranking_held AS held
  JOIN internal.horizon AS horizon ON horizon.basis = held.basis
  WHERE held.period_type = 'as_of' AND held.valid_from <= horizon.last_day
  UNION ALL
  SELECT
    held.*, month_end.day, month_end.day,
    CAST(date_trunc('month', month_end.day) AS DATE) - 1
  FROM internal.ranking_held AS held
  JOIN internal.month_end AS month_end
    ON held.valid_from < month_end.day
    AND month_end.day < coalesce(held.valid_to, DATE 'infinity')
  WHERE held.period_type = 'as_of'
  UNION ALL
  SELECT held.*, held.valid_from, held.valid_to - 1, held.valid_from - 1
  FROM internal.ranking_held AS held
  WHERE held.period_type <> 'as_of'
)
SELECT
  shown.indicator, shown.basis, shown.peer_group, shown.period_type, shown.period_start,
  shown.period_end, shown.rank, shown.unit_code, shown.unit_name, shown.numerator,
  shown.denominator, shown.value, shown.data_date, previous.rank AS previous_rank,
  previous.rank - shown.rank AS rank_change, CAST(NULL AS VARCHAR) AS colour, shown.serial,
  shown.printed_value
FROM shown
LEFT JOIN internal.ranking_held AS previous
  ON previous.indicator = shown.indicator
  AND previous.basis = shown.basis
  AND previous.peer_group = shown.peer_group
  AND previous.period_type = shown.period_type
  AND previous.unit_code = shown.unit_code
  AND previous.valid_from <= shown.previous_day
  AND shown.previous_day < coalesce(previous.valid_to, DATE 'infinity');
