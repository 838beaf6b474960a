CREATE VIEW ingest_file AS
SELECT
  file, feed, content_sha256, rows_read, accepted, duplicates, quarantined, status, run_id,
  ingested_at, statement_id, statement_date, landed_name
FROM internal.ingest_file;
