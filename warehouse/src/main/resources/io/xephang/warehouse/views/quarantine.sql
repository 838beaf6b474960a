CREATE VIEW quarantine AS
SELECT file, position, feed, reason, detail, raw, run_id, statement_id
FROM internal.quarantine;
