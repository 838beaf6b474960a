-- The ledger's counts, counted again in the rows that were kept: those of replaced and withdrawn
-- statements too. Which row of a root was the first one was decided when it was read.
CREATE TABLE recomputed.ingest_file AS
WITH kept_row AS (
  SELECT statement_id, file, 1 AS accepted, 0 AS duplicate, 0 AS rejected FROM kept.unit_row
  UNION ALL
  SELECT statement_id, file, 1, 0, 0 FROM kept.report_row
  UNION ALL
  SELECT statement_id, file, CAST(NOT duplicate AS INTEGER), CAST(duplicate AS INTEGER), 0
  FROM kept.catalog_row
  UNION ALL
  SELECT statement_id, file, 1, 0, 0 FROM kept.progress_step
  UNION ALL
  SELECT statement_id, file, 1, 0, 0 FROM kept.dossier_message
  UNION ALL
  -- Which message said what another had said was decided when it was read: only the sum is proved.
  SELECT statement_id, file, CAST(-duplicates AS INTEGER), CAST(duplicates AS INTEGER), 0
  FROM internal.ingest_file
  WHERE feed = 'dossiers'
  UNION ALL
  SELECT statement_id, file, 0, 0, 1 FROM kept.quarantine
  UNION ALL
  -- So that a file without rows is counted as well.
  SELECT statement_id, file, 0, 0, 0 FROM internal.ingest_file
)
SELECT
  statement_id, file,
  CAST(sum(accepted + duplicate + rejected) AS BIGINT) AS rows_read,
  CAST(sum(accepted) AS BIGINT) AS accepted,
  CAST(sum(duplicate) AS BIGINT) AS duplicates,
  CAST(sum(rejected) AS BIGINT) AS quarantined
FROM kept_row
-- A file that counted until its content came under a smaller name has no rows any more.
WHERE
  accepted + duplicate + rejected = 0
  OR statement_id NOT IN (
    SELECT statement_id FROM internal.ingest_file WHERE status = 'duplicate_file')
GROUP BY statement_id, file;
