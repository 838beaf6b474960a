-- A catalog of a unit counts for every unit above it, a report for its own unit alone. Of units
-- that no longer exist nothing is expected.
CREATE VIEW coverage AS
WITH delivered AS (
  SELECT 'catalogs' AS feed, unit_code, snapshot_date AS day FROM internal.catalog_snapshot
  UNION ALL
  SELECT 'reports', unit_code, as_of FROM internal.report_row
  UNION ALL
  SELECT 'dossiers', province_code, max(delivery_date) FROM internal.dossier GROUP BY province_code
),
newest AS (
  SELECT feed, unit_code, max(day) AS last_date FROM delivered GROUP BY feed, unit_code
),
code AS (
  SELECT feed, unit_code, last_date, string_split(unit_code, '.') AS groups FROM newest
),
counted_for AS (
  SELECT feed, unit_code, last_date FROM newest
  UNION ALL
  SELECT feed, array_to_string(groups[1:depth], '.'), last_date
  FROM (
    SELECT feed, last_date, groups, unnest(range(1, len(groups))) AS depth
    FROM code
    WHERE feed = 'catalogs')
),
last_dates AS (
  SELECT feed, unit_code, max(last_date) AS last_date FROM counted_for GROUP BY feed, unit_code
),
existing AS (
  SELECT unit.unit_code, unit.kind, unit.listed
  FROM internal.unit AS unit
  CROSS JOIN internal.publication AS publication
  WHERE (unit.valid_from IS NULL OR unit.valid_from <= publication.as_of)
    AND (unit.valid_to IS NULL OR publication.as_of <= unit.valid_to)
),
asked AS (
  SELECT expectation.feed, existing.unit_code
  FROM existing
  CROSS JOIN internal.expectation AS expectation
  WHERE existing.listed AND existing.kind IN ('province', 'ministry')
    -- Where no dossier ever came, the feed is not in use.
    AND (expectation.feed <> 'dossiers' OR EXISTS (FROM newest WHERE newest.feed = 'dossiers'))
  UNION
  SELECT feed, unit_code FROM newest
),
due AS (
  SELECT
    asked.unit_code, asked.feed, last_dates.last_date,
    existing.unit_code IS NOT NULL AS exists_still,
    CASE
      WHEN existing.unit_code IS NULL THEN NULL
      WHEN expectation.within_days IS NOT NULL
        THEN last_dates.last_date + expectation.within_days
      ELSE last_day(last_dates.last_date) + (expectation.before_day_of_month - 1)
    END AS expected_by
  FROM asked
  JOIN internal.expectation AS expectation ON expectation.feed = asked.feed
  LEFT JOIN last_dates
    ON last_dates.feed = asked.feed AND last_dates.unit_code = asked.unit_code
  LEFT JOIN existing ON existing.unit_code = asked.unit_code
)
SELECT
  due.unit_code, due.feed, due.last_date,
  CASE WHEN due.last_date IS NOT NULL
    THEN greatest(0, publication.as_of - due.last_date)
  END AS age_days,
  due.expected_by,
  due.exists_still AND coalesce(publication.as_of > due.expected_by, true) AS late
FROM due
CROSS JOIN internal.publication AS publication;
