-- The service level: that of the root in the rolled-up catalog in force on the day received.
CREATE TABLE recomputed.dossier AS
WITH asked AS (
  SELECT DISTINCT province_code, procedure_code, CAST(received_at AS DATE) AS day
  FROM recomputed.dossier_state
),
levelled AS (
  SELECT
    asked.province_code, asked.procedure_code, asked.day, max(offer.service_level) AS service_level
  FROM asked
  JOIN recomputed.catalog AS catalog
    ON catalog.unit_code = asked.province_code
    AND catalog.valid_from <= asked.day
    AND asked.day < coalesce(catalog.valid_to, DATE 'infinity')
  JOIN recomputed.offer AS offer
    ON offer.unit_code = catalog.source_unit
    AND offer.snapshot_date = catalog.source_date
    AND offer.procedure_code = asked.procedure_code
  GROUP BY ALL
)
SELECT state.*, levelled.service_level
FROM recomputed.dossier_state AS state
LEFT JOIN levelled
  ON levelled.province_code = state.province_code
  AND levelled.procedure_code = state.procedure_code
  AND levelled.day = CAST(state.received_at AS DATE);

-- Counted dossiers by day: what periods are counted from.
CREATE TABLE recomputed.counted AS
SELECT
  *, CAST(received_at AS DATE) AS received_on, CAST(finished_at AS DATE) AS finished_on,
  CAST(due_at AS DATE) AS due_on
FROM recomputed.dossier
WHERE status NOT IN (1, 3);

-- What was received after the as-of date does not count yet.
CREATE TABLE recomputed.procedure_month AS
SELECT
  unit_code, month, procedure_code, count(*) AS dossiers,
  count(*) FILTER (channel = 'online') AS online_dossiers
FROM (
  SELECT
    unnest(internal.unit_path(unit_code)) AS unit_code,
    CAST(date_trunc('month', received_on) AS DATE) AS month, procedure_code, channel
  FROM recomputed.counted
  CROSS JOIN internal.publication AS publication
  WHERE received_on <= publication.as_of)
GROUP BY ALL;
