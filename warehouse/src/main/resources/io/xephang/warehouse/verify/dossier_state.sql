-- The message that counts for each dossier, and what it says by itself. recomputed.spelling has the
-- hashes of all names of units: a name is a unit's if it is that of one unit below the province.
CREATE TABLE recomputed.dossier_state AS
WITH named AS (
  SELECT left(unit_code, 3) AS scope_code, name_hash, min(unit_code) AS unit_code
  FROM recomputed.spelling
  WHERE length(unit_code) > 3 AND unit_code NOT LIKE 'VN%'
  GROUP BY ALL
  HAVING count(DISTINCT unit_code) = 1
),
newest AS (
  SELECT *
  FROM recomputed.dossier_message
  QUALIFY row_number() OVER (
    PARTITION BY dossier_code ORDER BY delivery_date DESC, file DESC, position DESC) = 1
),
finished AS (
  SELECT
    newest.*,
    CASE WHEN processed_at IS NULL AND status IN (9, 10) THEN returned_at ELSE processed_at END
      AS finished_at,
    CASE WHEN processed_at IS NULL THEN returned_by_day ELSE processed_by_day END
      AS finished_by_day
  FROM newest
)
SELECT
  finished.dossier_code, finished.procedure_code,
  CASE WHEN finished.handling_name_hash IS NOT NULL THEN coalesce(named.unit_code, finished.province_code)
    ELSE coalesce(finished.handling_code, finished.province_code)
  END AS unit_code,
  finished.province_code, finished.channel, finished.applicant_kind, finished.status,
  finished.status IN (3, 7, 8, 10) AS settled, finished.received_at, finished.due_at, finished.finished_at, finished.returned_at, finished.fee,
  finished.paid_online, finished.digitised,
  CASE
    WHEN finished.finished_at IS NULL OR finished.due_at IS NULL THEN NULL
    WHEN finished.due_by_day OR finished.finished_by_day
      THEN date_trunc('day', finished.finished_at) <= date_trunc('day', finished.due_at)
    ELSE finished.finished_at <= finished.due_at
  END AS on_time,
  date_trunc('day', finished.finished_at) < date_trunc('day', finished.due_at) AS early,
  finished.delivery_date, finished.file, finished.position, finished.statement_id,
  finished.content_hash, finished.handling_name_hash
FROM finished
LEFT JOIN named
  ON named.scope_code = finished.province_code AND named.name_hash = finished.handling_name_hash;
