-- name: insert
INSERT INTO task_instance (id, dag_id, run_id, task_id, state, attempt, last_attempt)
VALUES (?, ?, ?, ?, ?, ?, ?)
-- name: update
UPDATE task_instance SET state = ?, attempt = ?, last_attempt = ?, queued_at = ?, started_at = ?,
  ended_at = ?, retry_at = ?, stop_reason = ?, pid = ?, born = ?
WHERE dag_id = ? AND run_id = ? AND task_id = ?
-- name: find
SELECT * FROM task_instance WHERE dag_id = ? AND run_id = ? AND task_id = ?
-- name: of-run
SELECT * FROM task_instance WHERE dag_id = ? AND run_id = ? ORDER BY task_id
-- name: of-running-runs
SELECT t.* FROM task_instance t JOIN dag_run r ON r.dag_id = t.dag_id AND r.run_id = t.run_id
WHERE r.state = 'running' ORDER BY t.dag_id, t.run_id, t.task_id
-- name: with-process
SELECT * FROM task_instance WHERE state IN ('queued', 'running') OR pid IS NOT NULL
ORDER BY dag_id, run_id, task_id
-- name: count-active
SELECT COUNT(*) AS tasks FROM task_instance
WHERE state IN ('queued', 'running') OR pid IS NOT NULL
-- name: all
SELECT * FROM task_instance ORDER BY dag_id, run_id, task_id
-- name: record
MERGE INTO attempt (dag_id, run_id, task_id, attempt, state, queued_at, started_at, ended_at, reason)
KEY (dag_id, run_id, task_id, attempt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: attempts
SELECT * FROM attempt WHERE dag_id = ? AND run_id = ? AND task_id = ? ORDER BY attempt
-- name: delete-attempts
DELETE FROM attempt WHERE dag_id = ? AND run_id = ?
-- name: delete
DELETE FROM task_instance WHERE dag_id = ? AND run_id = ?
