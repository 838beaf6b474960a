-- The series of one unit. definition_change stands on the first row after the rate came to mean
-- something else; a series that begins later has no such break.
CREATE MACRO trend(indicator, unit_code, basis := 'computed', period_type := NULL) AS TABLE
WITH asked AS (
  SELECT
    known.indicator AS asked_indicator, internal.known_unit(unit_code) AS asked_unit,
    internal.known_basis(basis) AS asked_basis,
    coalesce(internal.known_period_type(period_type), known.default_period_type) AS asked_type
  FROM internal.indicator AS known
  WHERE known.indicator = internal.known_indicator(indicator)
),
series AS (
  SELECT
    shown.*,
    lag(shown.value) OVER (ORDER BY shown.period_end) AS value_before,
    lag(shown.period_end) OVER (ORDER BY shown.period_end) AS end_before
  FROM indicator_value AS shown
  JOIN asked
    ON shown.indicator = asked.asked_indicator
    AND shown.unit_code = asked.asked_unit
    AND shown.basis = asked.asked_basis
    AND shown.period_type = asked.asked_type
),
broken AS (
  SELECT
    series.period_end AS broken_at,
    string_agg(changed.note_vi, ' ' ORDER BY changed.changed_on) AS notes
  FROM series
  JOIN internal.definition_change AS changed
    ON changed.indicator = series.indicator
    AND series.end_before < changed.changed_on
    AND changed.changed_on <= series.period_end
  GROUP BY series.period_end
)
SELECT
  series.indicator, series.basis, series.unit_code, named.unit_name, series.period_type,
  series.period_start, series.period_end, series.numerator, series.denominator, series.value,
  -- Percentage points to 6 decimals: beyond them is the noise of binary fractions.
  round((series.value - series.value_before) * 100, 6) AS change_in_points,
  broken.notes AS definition_change
FROM series
LEFT JOIN broken ON broken.broken_at = series.period_end
LEFT JOIN internal.unit AS named
  ON named.unit_code = series.unit_code
  AND (named.valid_from IS NULL OR named.valid_from <= series.period_end)
  AND (named.valid_to IS NULL OR series.period_end <= named.valid_to)
ORDER BY series.period_end;
