-- The figures of a letter: for the nation, the ministries and the provinces. Pooled: counts are
-- added first and divided last; the mean of the units' rates stands beside it.
CREATE MACRO headline(indicator, as_of, basis := 'computed', period_type := NULL) AS TABLE
WITH asked AS (
  SELECT
    known.indicator AS asked_indicator, known.direction,
    internal.known_basis(basis) AS asked_basis,
    internal.known_day(as_of) AS day,
    coalesce(internal.known_period_type(period_type), known.default_period_type) AS asked_type
  FROM internal.indicator AS known
  WHERE known.indicator = internal.known_indicator(indicator)
),
-- The next target to reach, else the last one that was due.
in_force AS (
  SELECT target.target, target.due
  FROM internal.target AS target
  JOIN asked ON target.indicator = asked.asked_indicator
  ORDER BY
    target.due < asked.day,
    CASE WHEN target.due < asked.day THEN asked.day - target.due ELSE target.due - asked.day END
  LIMIT 1
),
scope(place, code, scope_group) AS (
  VALUES
    (1, 'VN', 'ministry'), (1, 'VN', 'province'), (2, 'VN.ministry', 'ministry'),
    (3, 'VN.province', 'province')
),
ranked AS (
  SELECT
    scope.place, scope.code, held.unit_code, held.numerator, held.denominator, held.value,
    CASE asked.direction
      WHEN 'lower_is_better' THEN held.value <= in_force.target
      ELSE held.value >= in_force.target
    END AS reaches
  FROM scope
  CROSS JOIN asked
  LEFT JOIN internal.ranking_held AS held
    ON held.indicator = asked.asked_indicator
    AND held.basis = asked.asked_basis
    AND held.period_type = asked.asked_type
    AND held.peer_group = scope.scope_group
    AND held.valid_from <= asked.day
    AND asked.day < coalesce(held.valid_to, DATE 'infinity')
  LEFT JOIN in_force ON true
),
counted AS (
  SELECT
    ranked.place, ranked.code,
    count(ranked.value) AS units,
    -- Reports without counts have no pooled rate.
    CASE WHEN count(ranked.value) = count(ranked.value) FILTER (
      ranked.numerator IS NOT NULL AND ranked.denominator IS NOT NULL)
      THEN CAST(sum(ranked.numerator) FILTER (ranked.value IS NOT NULL) AS BIGINT)
    END AS summed_numerator,
    CASE WHEN count(ranked.value) = count(ranked.value) FILTER (
      ranked.numerator IS NOT NULL AND ranked.denominator IS NOT NULL)
      THEN CAST(sum(ranked.denominator) FILTER (ranked.value IS NOT NULL) AS BIGINT)
    END AS summed_denominator,
    avg(ranked.value) AS mean_rate,
    count(*) FILTER (ranked.value < 0.1) AS below_10_percent,
    count(*) FILTER (ranked.reaches) AS reaching
  FROM ranked
  GROUP BY ranked.place, ranked.code
),
pooled AS (
  SELECT
    counted.*,
    CASE asked.asked_basis WHEN 'computed' THEN held.numerator
      ELSE counted.summed_numerator END AS pooled_numerator,
    CASE asked.asked_basis WHEN 'computed' THEN held.denominator
      ELSE counted.summed_denominator END AS pooled_denominator
  FROM counted
  CROSS JOIN asked
  LEFT JOIN internal.indicator_held AS held
    ON held.indicator = asked.asked_indicator
    AND held.basis = asked.asked_basis
    AND held.period_type = asked.asked_type
    AND held.unit_code = counted.code
    AND held.valid_from <= asked.day
    AND asked.day < coalesce(held.valid_to, DATE 'infinity')
)
SELECT
  pooled.code AS scope,
  named.unit_name AS scope_name,
  asked.day AS as_of,
  pooled.units,
  pooled.pooled_numerator AS numerator,
  pooled.pooled_denominator AS denominator,
  pooled.pooled_numerator / nullif(pooled.pooled_denominator, 0) AS pooled_rate,
  pooled.mean_rate,
  pooled.below_10_percent,
  in_force.target,
  in_force.due AS target_due,
  CASE WHEN in_force.target IS NOT NULL THEN pooled.reaching END AS reaching_target,
  pooled.pooled_numerator / nullif(pooled.pooled_denominator, 0) - in_force.target
    AS distance_to_target
FROM pooled
CROSS JOIN asked
LEFT JOIN in_force ON true
LEFT JOIN internal.unit AS named
  ON named.unit_code = pooled.code
  AND (named.valid_from IS NULL OR named.valid_from <= asked.day)
  AND (named.valid_to IS NULL OR asked.day <= named.valid_to)
ORDER BY pooled.place;
