CREATE VIEW run AS
SELECT
  run_id, started_at, finished_at, status, landing, as_of, publication_id, files_read, rows_read,
  accepted, duplicates, quarantined, message, left_alone, task
FROM internal.run;
