CREATE VIEW progress AS
SELECT
  step.dossier_code, step.status, step.step_at, step.started_at, step.due_at, step.delivery_date,
  step.file, step.position
FROM internal.progress_step AS step
JOIN internal.ingest_file AS statement
  ON statement.statement_id = step.statement_id AND statement.status = 'ingested';
