-- The ranking that holds on a day: any day, not only a month's end. Every column is qualified,
-- since a bare name that is a parameter's name would be the parameter.
CREATE MACRO ranking_at(
  indicator, as_of, peer_group := 'province', basis := 'computed', period_type := NULL
) AS TABLE
WITH asked AS (
  SELECT
    known.indicator AS asked_indicator, internal.known_basis(basis) AS asked_basis,
    internal.known_peer_group(peer_group) AS asked_group,
    internal.known_day(as_of) AS day,
    coalesce(internal.known_period_type(period_type), known.default_period_type) AS asked_type
  FROM internal.indicator AS known
  WHERE known.indicator = internal.known_indicator(indicator)
),
shown AS (
  SELECT
    held.*,
    CASE held.period_type WHEN 'as_of' THEN asked.day ELSE held.valid_from END AS period_start,
    CASE held.period_type WHEN 'as_of' THEN asked.day ELSE held.valid_to - 1 END AS period_end,
    CASE held.period_type
      WHEN 'as_of' THEN CAST(date_trunc('month', asked.day) AS DATE) - 1
      ELSE held.valid_from - 1
    END AS previous_day
  FROM internal.ranking_held AS held
  JOIN asked
    ON held.indicator = asked.asked_indicator
    AND held.basis = asked.asked_basis
    AND held.peer_group = asked.asked_group
    AND held.period_type = asked.asked_type
    AND held.valid_from <= asked.day
    AND asked.day < coalesce(held.valid_to, DATE 'infinity')
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
  AND shown.previous_day < coalesce(previous.valid_to, DATE 'infinity')
ORDER BY shown.serial;
