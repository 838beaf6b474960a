-- name: all
SELECT dag_id, file, text FROM dag_text ORDER BY dag_id
-- name: save
MERGE INTO dag_text (dag_id, file, text) KEY (dag_id) VALUES (?, ?, ?)
-- name: delete
DELETE FROM dag_text WHERE dag_id = ?
