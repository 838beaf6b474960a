-- name: all
SELECT dag_id, schedule, since FROM dag_schedule
-- name: save
MERGE INTO dag_schedule (dag_id, schedule, since) KEY (dag_id) VALUES (?, ?, ?)
