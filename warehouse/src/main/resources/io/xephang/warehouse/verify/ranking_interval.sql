-- The rankings, asked on every day on which a value, a member or a name may change. A period is
-- ranked once, among the members of the last day that is counted.
CREATE TABLE recomputed.ranking AS
WITH member AS (
  SELECT
    unnest(CASE
      WHEN kind = 'province' AND region IS NOT NULL THEN ['province', 'region:' || region]
      WHEN kind IN ('ministry', 'province') THEN [kind]
      ELSE [kind || ':' || left(unit_code, 3)]
    END) AS peer_group,
    CASE WHEN kind IN ('ministry', 'province') THEN 'VN' ELSE left(unit_code, 3) END AS part,
    unit_code, unit_name, listed, valid_from, valid_to
  FROM recomputed.unit
  WHERE kind IN ('ministry', 'province', 'department', 'district', 'commune')
),
-- Agencies that the annex leaves out are in no ranking of a day's indicators.
ranked AS (
  SELECT
    known.indicator, known.direction, member.peer_group, member.part, member.unit_code,
    member.unit_name, member.valid_from, member.valid_to
  FROM internal.indicator AS known
  JOIN member ON member.listed OR known.kind <> 'as_of'
),
series AS (
  SELECT DISTINCT held.indicator, held.basis, held.period_type, ranked.peer_group
  FROM recomputed.held AS held
  JOIN ranked ON ranked.indicator = held.indicator AND ranked.unit_code = held.unit_code
),
day AS (
  SELECT
    held.indicator, held.basis, held.period_type, ranked.peer_group,
    unnest(CASE held.period_type
      WHEN 'as_of' THEN [held.valid_from, held.valid_to]
      ELSE [held.data_date]
    END) AS day
  FROM recomputed.held AS held
  JOIN ranked ON ranked.indicator = held.indicator AND ranked.unit_code = held.unit_code
  UNION
  SELECT
    series.indicator, series.basis, series.period_type, series.peer_group,
    unnest([ranked.valid_from, ranked.valid_to + 1])
  FROM series
  JOIN ranked ON ranked.indicator = series.indicator AND ranked.peer_group = series.peer_group
  WHERE series.period_type = 'as_of'
),
present AS (
  SELECT
    day.*, ranked.direction, ranked.part, ranked.unit_code, ranked.unit_name,
    ranked.valid_from AS member_from
  FROM day
  JOIN ranked
    ON ranked.indicator = day.indicator
    AND ranked.peer_group = day.peer_group
    AND coalesce(ranked.valid_from <= day.day, true)
    AND coalesce(day.day <= ranked.valid_to, true)
  WHERE day.day IS NOT NULL
),
newest AS (
  SELECT present.*, held.valid_from AS held_from, held.valid_to AS held_to
  FROM present
  ASOF LEFT JOIN recomputed.held AS held
    ON held.indicator = present.indicator
    AND held.basis = present.basis
    AND held.period_type = present.period_type
    AND held.unit_code = present.unit_code
    AND held.valid_from <= present.day
),
asked AS (
  SELECT
    newest.* EXCLUDE (held_from, held_to),
    CASE WHEN coalesce(newest.day < newest.held_to, true) THEN newest.held_from END AS held_from,
    CASE WHEN coalesce(newest.day < newest.held_to, true) THEN newest.held_to END AS held_to
  FROM newest
),
made_up AS (
  SELECT
    day.indicator, day.basis, day.period_type, day.peer_group, day.day,
    list((asked.unit_code, asked.member_from, asked.held_from) ORDER BY asked.unit_code)
      FILTER (asked.unit_code IS NOT NULL) AS members,
    count(asked.held_from) > 0 AS has_values,
    min(asked.held_from) AS first_day, max(asked.held_to) AS day_after
  FROM day
  LEFT JOIN asked
    ON asked.indicator = day.indicator
    AND asked.basis = day.basis
    AND asked.period_type = day.period_type
    AND asked.peer_group = day.peer_group
    AND asked.day = day.day
  WHERE day.day IS NOT NULL
  GROUP BY ALL
),
compared AS (
  SELECT
    made_up.*,
    lag(made_up.members) OVER series_in_time AS before
  FROM made_up
  WINDOW series_in_time AS (
    PARTITION BY made_up.indicator, made_up.basis, made_up.period_type, made_up.peer_group
    ORDER BY made_up.day)
),
span AS (
  SELECT
    compared.indicator, compared.basis, compared.period_type, compared.peer_group, compared.day,
    compared.has_values,
    CASE compared.period_type WHEN 'as_of' THEN compared.day ELSE compared.first_day END
      AS valid_from,
    CASE compared.period_type
      WHEN 'as_of' THEN lead(compared.day) OVER (
        PARTITION BY compared.indicator, compared.basis, compared.period_type, compared.peer_group
        ORDER BY compared.day)
      ELSE compared.day_after
    END AS valid_to
  FROM compared
  WHERE compared.period_type <> 'as_of' OR compared.members IS DISTINCT FROM compared.before
),
listed AS (
  SELECT
    span.valid_from, span.valid_to, asked.* EXCLUDE (day, member_from, held_from, held_to),
    held.numerator, held.denominator, held.value, held.printed_value, held.data_date,
    held.exact_numerator, held.exact_denominator
  FROM span
  JOIN asked
    ON asked.indicator = span.indicator
    AND asked.basis = span.basis
    AND asked.period_type = span.period_type
    AND asked.peer_group = span.peer_group
    AND asked.day = span.day
  LEFT JOIN recomputed.held AS held
    ON held.indicator = asked.indicator
    AND held.basis = asked.basis
    AND held.period_type = asked.period_type
    AND held.unit_code = asked.unit_code
    AND held.valid_from = asked.held_from
  WHERE span.has_values
),
-- A long division to 38 decimals, in whole numbers. Two fractions of counts of up to 18 digits that
-- agree so far are the same: they would differ by 1 / 10^36 at least.
divided AS (
  SELECT
    listed.*,
    (listed.exact_numerator * 10000000000000000000) // listed.exact_denominator AS high,
    (((listed.exact_numerator * 10000000000000000000) % listed.exact_denominator)
      * 10000000000000000000) // listed.exact_denominator AS low
  FROM listed
),
ordered AS (
  SELECT
    divided.*,
    CASE divided.direction WHEN 'lower_is_better' THEN divided.high ELSE -divided.high END
      AS high_order,
    CASE divided.direction WHEN 'lower_is_better' THEN divided.low ELSE -divided.low END
      AS low_order
  FROM divided
),
placed AS (
  SELECT
    ordered.*,
    CASE WHEN ordered.high IS NOT NULL
      THEN CAST(rank() OVER (
        PARTITION BY
          ordered.indicator, ordered.basis, ordered.period_type, ordered.peer_group,
          ordered.valid_from
        ORDER BY ordered.high_order NULLS LAST, ordered.low_order) AS INTEGER)
    END AS rank
  FROM ordered
)
SELECT
  placed.indicator, placed.basis, placed.peer_group, placed.part, placed.period_type,
  placed.valid_from, placed.valid_to, placed.rank,
  CAST(row_number() OVER (
    PARTITION BY
      placed.indicator, placed.basis, placed.period_type, placed.peer_group, placed.valid_from
    ORDER BY placed.rank NULLS LAST, placed.unit_name COLLATE vi, placed.unit_code) AS INTEGER)
    AS serial,
  placed.unit_code, placed.unit_name, placed.numerator, placed.denominator, placed.value,
  placed.printed_value, placed.data_date
FROM placed;

CREATE VIEW recomputed.ranking_interval AS
SELECT * FROM recomputed.ranking WHERE basis = 'reported' OR period_type = 'as_of';

CREATE VIEW recomputed.period_ranking AS
SELECT
  indicator, peer_group, part, period_type, valid_from AS period_start, valid_to - 1 AS period_end,
  rank, serial, unit_code, unit_name, numerator, denominator, value, data_date
FROM recomputed.ranking
WHERE basis = 'computed' AND period_type <> 'as_of';
