-- name: find
SELECT dag_id, paused, planned_start, planned_end FROM dag WHERE dag_id = ?
-- name: all
SELECT dag_id, paused, planned_start, planned_end FROM dag ORDER BY dag_id
-- name: save
MERGE INTO dag (dag_id, paused, planned_start, planned_end) KEY (dag_id) VALUES (?, ?, ?, ?)
