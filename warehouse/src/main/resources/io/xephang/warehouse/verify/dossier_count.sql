-- Dossiers as they come and go, dossier by dossier: ${on_received}, ${on_finished} and ${on_overdue}
-- have what one counts for on these days.
CREATE TABLE recomputed.dossier_count AS
WITH dossier AS (
  SELECT
    *, CAST(received_at AS DATE) AS received_on, CAST(finished_at AS DATE) AS finished_on,
    greatest(CAST(received_at AS DATE), CAST(due_at AS DATE)) AS overdue_on,
    status NOT IN (1, 3) AS is_counted
  FROM recomputed.dossier
),
event AS (
  SELECT unit_code, received_on AS day, unnest([${on_received}], recursive := true)
  FROM dossier
  UNION ALL BY NAME
  SELECT unit_code, finished_on AS day, unnest([${on_finished}], recursive := true)
  FROM dossier
  WHERE finished_on IS NOT NULL
  UNION ALL BY NAME
  SELECT unit_code, overdue_on AS day, unnest([${on_overdue}], recursive := true)
  FROM dossier
  WHERE due_at IS NOT NULL AND (finished_on IS NULL OR overdue_on < finished_on)
),
handled AS (
  SELECT
    event.measure, event.unit_code, CAST(date_trunc('month', event.day) AS DATE) AS month,
    CASE WHEN event.day > publication.as_of THEN event.day END AS day,
    count(*) FILTER (event.came) AS came, count(*) FILTER (event.went) AS went,
    count(*) FILTER (event.numerator_came) AS numerator_came,
    count(*) FILTER (event.numerator_went) AS numerator_went
  FROM event
  CROSS JOIN internal.publication AS publication
  GROUP BY ALL
),
for_units AS (
  SELECT
    * EXCLUDE (unit_code),
    unnest(list_concat(
      internal.unit_path(unit_code),
      ['VN', CASE WHEN unit_code LIKE 'G%' THEN 'VN.ministry' ELSE 'VN.province' END]))
      AS unit_code
  FROM handled
  WHERE came + went + numerator_came + numerator_went > 0
)
SELECT
  measure, unit_code, month, day, CAST(sum(came) AS BIGINT) AS came, CAST(sum(went) AS BIGINT) AS went,
  CAST(sum(numerator_came) AS BIGINT) AS numerator_came,
  CAST(sum(numerator_went) AS BIGINT) AS numerator_went
FROM for_units
GROUP BY ALL;
