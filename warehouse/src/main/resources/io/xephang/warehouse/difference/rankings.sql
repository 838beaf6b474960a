-- Rows of rankings that differ, with the changed statements that speak of the unit or one below it and can
-- speak of the day. Where there are none, other units have changed (their values, or their number), or only
-- the day is new.
WITH changed AS (
  SELECT DISTINCT coalesce(after.file, before.file) AS file
  FROM one.internal.ingest_file AS before
  FULL JOIN other.internal.ingest_file AS after ON after.statement_id = before.statement_id
  WHERE before.status IS DISTINCT FROM after.status
),
-- A catalog holds from its date on. A report speaks of days before it came, and a dossier counts by its own
-- days: one received on the 30th and delivered on the 1st changes the month before.
spoken AS (
  SELECT 'catalogs' AS feed, unit_code, file, snapshot_date AS first_day
  FROM one.internal.catalog_file
  UNION
  SELECT 'catalogs', unit_code, file, snapshot_date FROM other.internal.catalog_file
  UNION
  SELECT 'reports', unit_code, file, DATE '-infinity' FROM one.internal.report_row
  UNION
  SELECT 'reports', unit_code, file, DATE '-infinity' FROM other.internal.report_row
  UNION
  SELECT DISTINCT 'dossiers', unit_code, file, DATE '-infinity' FROM one.internal.dossier
  WHERE file IN (SELECT file FROM changed)
  UNION
  SELECT DISTINCT 'dossiers', unit_code, file, DATE '-infinity' FROM other.internal.dossier
  WHERE file IN (SELECT file FROM changed)
),
pair AS (
  SELECT
    coalesce(after.indicator, before.indicator) AS indicator,
    coalesce(after.basis, before.basis) AS basis,
    coalesce(after.peer_group, before.peer_group) AS peer_group,
    coalesce(after.period_type, before.period_type) AS period_type,
    coalesce(after.period_start, before.period_start) AS period_start,
    coalesce(after.period_end, before.period_end) AS period_end,
    coalesce(after.unit_code, before.unit_code) AS unit_code,
    coalesce(after.unit_name, before.unit_name) AS unit_name,
    CASE
      WHEN before.indicator IS NULL THEN 'added'
      WHEN after.indicator IS NULL THEN 'removed'
      ELSE 'changed'
    END AS change,
    -- The last day that is counted on either side.
    CASE coalesce(after.period_type, before.period_type)
      WHEN 'as_of' THEN coalesce(after.period_end, before.period_end)
      ELSE greatest(before.data_date, after.data_date)
    END AS day,
    before.rank AS rank_before, after.rank AS rank_after,
    before.value AS value_before, after.value AS value_after,
    before.numerator AS numerator_before, after.numerator AS numerator_after,
    before.denominator AS denominator_before, after.denominator AS denominator_after
  FROM one.main.ranking AS before
  FULL JOIN other.main.ranking AS after
    ON after.indicator = before.indicator
    AND after.basis = before.basis
    AND after.peer_group = before.peer_group
    AND after.period_type = before.period_type
    AND after.period_start = before.period_start
    AND after.period_end = before.period_end
    AND after.unit_code = before.unit_code
  WHERE before.indicator IS NULL
    OR after.indicator IS NULL
    OR (before.rank, before.value, before.numerator, before.denominator)
      IS DISTINCT FROM (after.rank, after.value, after.numerator, after.denominator)
),
-- Every unit above speaks as well.
below AS (
  SELECT
    feed, file, first_day, string_split(unit_code, '.') AS parts,
    unnest(range(1, len(string_split(unit_code, '.')) + 1)) AS depth
  FROM spoken
  WHERE file IN (SELECT file FROM changed)
),
heard AS (
  SELECT DISTINCT feed, file, first_day, array_to_string(parts[1:depth], '.') AS unit_code
  FROM below
),
cause AS (
  SELECT
    heard.feed, heard.unit_code, differing.day,
    string_agg(DISTINCT heard.file, '; ' ORDER BY heard.file) AS files
  FROM (SELECT DISTINCT unit_code, day FROM pair) AS differing
  JOIN heard ON heard.unit_code = differing.unit_code AND heard.first_day <= differing.day
  GROUP BY ALL
)
SELECT
  pair.indicator, pair.basis, pair.peer_group, pair.period_type, pair.period_start,
  pair.period_end, pair.unit_code, pair.unit_name, pair.change, pair.rank_before,
  pair.rank_after, pair.value_before, pair.value_after, pair.numerator_before,
  pair.numerator_after, pair.denominator_before, pair.denominator_after,
  CASE
    WHEN pair.basis = 'reported' THEN report.files
    WHEN pair.period_type = 'as_of' THEN catalog.files
    ELSE nullif(concat_ws('; ', dossier.files, catalog.files), '')
  END AS files
FROM pair
LEFT JOIN cause AS report
  ON report.feed = 'reports' AND report.unit_code = pair.unit_code AND report.day = pair.day
LEFT JOIN cause AS catalog
  ON catalog.feed = 'catalogs' AND catalog.unit_code = pair.unit_code AND catalog.day = pair.day
LEFT JOIN cause AS dossier
  ON dossier.feed = 'dossiers' AND dossier.unit_code = pair.unit_code AND dossier.day = pair.day
ORDER BY
  -- Where no value has changed, others have, and are named before.
  pair.value_before IS NOT DISTINCT FROM pair.value_after,
  array_position(['changed', 'removed', 'added'], pair.change), pair.indicator, pair.basis,
  pair.peer_group, pair.period_type, pair.period_end DESC, pair.rank_after NULLS LAST,
  pair.rank_before, pair.unit_code
