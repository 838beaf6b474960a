-- Rows of rankings that differ, those of the as-of dates first, with the changed statements that speak of the
-- unit or one below it and can speak of the day. Where there are none, other units have changed (their values,
-- or their number), or only the day is new.
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
as_of AS (
  SELECT before.as_of AS before, after.as_of AS after
  FROM one.internal.publication AS before, other.internal.publication AS after
),
-- What holds on the as-of date stands beside what held on that of the other publication: where the date has
-- moved on, no row of the view ranking tells the two together.
before AS (
  SELECT
    true AS newest, held.indicator, held.basis, held.peer_group, held.period_type,
    as_of.after AS period_start, as_of.after AS period_end, held.unit_code, held.unit_name,
    held.rank, held.value, held.numerator, held.denominator, as_of.before AS day,
    as_of.before AS told_for
  FROM one.internal.ranking_interval AS held
  JOIN as_of
    ON held.valid_from <= as_of.before
    AND as_of.before < coalesce(held.valid_to, DATE 'infinity')
  WHERE held.period_type = 'as_of'
  UNION ALL
  SELECT
    false, indicator, basis, peer_group, period_type, period_start, period_end, unit_code,
    unit_name, rank, value, numerator, denominator,
    CASE period_type WHEN 'as_of' THEN period_end ELSE data_date END, period_end
  FROM one.main.ranking
),
after AS (
  SELECT
    true AS newest, held.indicator, held.basis, held.peer_group, held.period_type,
    as_of.after AS period_start, as_of.after AS period_end, held.unit_code, held.unit_name,
    held.rank, held.value, held.numerator, held.denominator, as_of.after AS day
  FROM other.internal.ranking_interval AS held
  JOIN as_of
    ON held.valid_from <= as_of.after
    AND as_of.after < coalesce(held.valid_to, DATE 'infinity')
  WHERE held.period_type = 'as_of'
  UNION ALL
  SELECT
    false, indicator, basis, peer_group, period_type, period_start, period_end, unit_code,
    unit_name, rank, value, numerator, denominator,
    CASE period_type WHEN 'as_of' THEN period_end ELSE data_date END
  FROM other.main.ranking
),
pair AS (
  SELECT
    coalesce(after.newest, before.newest) AS newest,
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
    before.told_for AS period_end_before,
    -- The last day that is counted on either side.
    greatest(before.day, after.day) AS day,
    before.rank AS rank_before, after.rank AS rank_after,
    before.value AS value_before, after.value AS value_after,
    before.numerator AS numerator_before, after.numerator AS numerator_after,
    before.denominator AS denominator_before, after.denominator AS denominator_after
  FROM before
  FULL JOIN after
    ON after.newest = before.newest
    AND after.indicator = before.indicator
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
-- Rows of the as-of dates themselves are told once.
told AS (
  SELECT pair.*
  FROM pair, as_of
  WHERE pair.newest
    OR pair.period_type <> 'as_of'
    OR CASE pair.change
      WHEN 'added' THEN pair.period_end <> as_of.after
      WHEN 'removed' THEN pair.period_end <> as_of.before
      ELSE pair.period_end <> as_of.before OR pair.period_end <> as_of.after
    END
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
  FROM (SELECT DISTINCT unit_code, day FROM told) AS differing
  JOIN heard ON heard.unit_code = differing.unit_code AND heard.first_day <= differing.day
  GROUP BY ALL
)
SELECT
  told.indicator, told.basis, told.peer_group, told.period_type, told.period_start,
  told.period_end, told.unit_code, told.unit_name, told.change, told.period_end_before,
  told.rank_before, told.rank_after, told.value_before, told.value_after, told.numerator_before,
  told.numerator_after, told.denominator_before, told.denominator_after,
  CASE
    WHEN told.basis = 'reported' THEN report.files
    WHEN told.period_type = 'as_of' THEN catalog.files
    ELSE nullif(concat_ws('; ', dossier.files, catalog.files), '')
  END AS files
FROM told
LEFT JOIN cause AS report
  ON report.feed = 'reports' AND report.unit_code = told.unit_code AND report.day = told.day
LEFT JOIN cause AS catalog
  ON catalog.feed = 'catalogs' AND catalog.unit_code = told.unit_code AND catalog.day = told.day
LEFT JOIN cause AS dossier
  ON dossier.feed = 'dossiers' AND dossier.unit_code = told.unit_code AND dossier.day = told.day
ORDER BY
  told.newest DESC,
  CASE
    WHEN told.change = 'removed' THEN 2
    WHEN told.change = 'added' THEN 4
    WHEN (told.value_before, told.numerator_before, told.denominator_before)
      IS DISTINCT FROM (told.value_after, told.numerator_after, told.denominator_after)
      THEN 1
    -- Where no value has changed, others have, and are named before.
    ELSE 3
  END,
  abs(told.value_after - told.value_before) DESC NULLS LAST,
  abs(told.rank_after - told.rank_before) DESC NULLS LAST, told.indicator, told.basis,
  told.peer_group, told.period_type, told.period_end DESC, told.rank_after NULLS LAST,
  told.rank_before, told.unit_code
