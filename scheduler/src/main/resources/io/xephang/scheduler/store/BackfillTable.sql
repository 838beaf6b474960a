-- name: insert
INSERT INTO backfill (dag_id, from_date, to_date, reprocess_behavior, max_active_runs, conf,
  created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
-- name: last
SELECT MAX(backfill_id) AS backfill_id FROM backfill
-- name: complete
UPDATE backfill SET completed_at = ? WHERE backfill_id = ?
-- name: open
SELECT * FROM backfill WHERE completed_at IS NULL ORDER BY backfill_id
-- name: all
SELECT * FROM backfill ORDER BY backfill_id DESC
-- name: delete-empty
DELETE FROM backfill WHERE completed_at < ?
  AND NOT EXISTS (SELECT 1 FROM dag_run r WHERE r.backfill_id = backfill.backfill_id)
