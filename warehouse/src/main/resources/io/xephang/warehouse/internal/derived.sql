-- The last day on which a change of a value is shown. A report may be newer than the publication's
-- as-of date; month ends go up to that date in any case.
CREATE TABLE internal.horizon AS
SELECT 'computed' AS basis, publication.as_of AS last_day
FROM internal.publication
UNION ALL
SELECT
  'reported',
  greatest(
    publication.as_of,
    (SELECT max(data_date) FROM internal.indicator_interval WHERE basis = 'reported'))
FROM internal.publication;

CREATE TABLE internal.month_end AS
SELECT last_day(CAST(month AS DATE)) AS day
FROM (
  SELECT unnest(generate_series(
    (SELECT date_trunc('month', min(valid_from))
      FROM (
        SELECT period_type, valid_from FROM internal.indicator_interval
        UNION ALL
        SELECT period_type, valid_from FROM internal.ranking_interval)
      WHERE period_type = 'as_of'),
    (SELECT as_of FROM internal.publication),
    INTERVAL 1 MONTH)) AS month)
WHERE day <= (SELECT as_of FROM internal.publication)
ORDER BY day;

-- Which files a catalog came from, so that an annex can say how many it rests on.
CREATE TABLE internal.catalog_file AS
SELECT DISTINCT unit_code, snapshot_date, file
FROM internal.service
ORDER BY ALL;

-- How people write the units: the name, full name and aliases of every version. Of two rows of the
-- units feed with the same code and first day the later one counts.
CREATE TABLE internal.unit_spelling AS
SELECT unit_code, unit_name AS spelling FROM internal.unit
UNION
SELECT unit_code, full_name FROM internal.unit
UNION
SELECT unit_code, alias FROM internal.unit_alias
UNION
SELECT unit_code, spelling
FROM (
  SELECT counting.unit_code, trim(unnest(string_split(counting.aliases, '|'))) AS spelling
  FROM (
    FROM internal.unit_row AS said
    QUALIFY row_number() OVER (
      PARTITION BY said.unit_code, said.valid_from ORDER BY said.file DESC, said.position DESC) = 1
  ) AS counting)
WHERE spelling <> ''
ORDER BY ALL;
