-- name: insert
INSERT INTO dag_run (dag_id, run_id, run_type, state, logical_date, interval_start, interval_end,
  run_after, queued_at, started_at, ended_at, conf, note, backfill_id, ordinal)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: update
UPDATE dag_run SET run_type = ?, state = ?, queued_at = ?, started_at = ?, ended_at = ?, conf = ?,
  note = ?, backfill_id = ?, ordinal = ?
WHERE dag_id = ? AND run_id = ?
-- name: find
SELECT * FROM dag_run WHERE dag_id = ? AND run_id = ?
-- name: of-date
SELECT * FROM dag_run WHERE dag_id = ? AND logical_date = ?
-- name: in-state
SELECT * FROM dag_run WHERE state = ? ORDER BY backfill_id NULLS FIRST, ordinal, run_after, run_id
-- name: waiting-groups
SELECT DISTINCT dag_id, CASE WHEN run_type = 'backfill' THEN backfill_id END AS group_id
FROM dag_run WHERE state = 'queued' AND run_after <= ?
-- name: waiting
SELECT * FROM dag_run WHERE state = 'queued' AND run_after <= ? AND dag_id = ?
  AND CASE WHEN run_type = 'backfill' THEN backfill_id END IS NOT DISTINCT FROM CAST(? AS BIGINT)
ORDER BY ordinal, run_after, run_id LIMIT ?
-- name: next-waiting
SELECT MIN(run_after) AS run_after FROM dag_run WHERE state = 'queued' AND run_after > ?
-- name: unfinished-by-dag
SELECT dag_id, COUNT(*) AS runs FROM dag_run
WHERE state IN ('queued', 'running') AND run_type <> 'backfill' GROUP BY dag_id
-- name: running-by-group
SELECT dag_id, CASE WHEN run_type = 'backfill' THEN backfill_id END AS group_id, COUNT(*) AS runs
FROM dag_run WHERE state = 'running' GROUP BY dag_id, group_id
-- name: before
SELECT * FROM dag_run WHERE dag_id = ? AND logical_date < ? ORDER BY logical_date DESC LIMIT 1
-- name: scheduled-before
SELECT * FROM dag_run WHERE dag_id = ? AND logical_date < ? AND run_type <> 'manual'
ORDER BY logical_date DESC LIMIT 1
-- name: of-dag
SELECT * FROM dag_run WHERE dag_id = ? ORDER BY run_after DESC, run_id
-- name: made
SELECT * FROM dag_run ORDER BY _ROWID_
-- name: made-of-dag
SELECT * FROM dag_run WHERE dag_id = ? ORDER BY _ROWID_
-- name: latest-made
SELECT * FROM dag_run WHERE _ROWID_ IN (SELECT MAX(_ROWID_) FROM dag_run GROUP BY dag_id)
-- name: expired
SELECT * FROM
  -- How far the schedule has come; without one, no date is waited for.
  (SELECT made.*, CASE WHEN made.dag_id = ANY(?) THEN d.planned_start
      ELSE TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00Z' END AS reached
    FROM dag_run made LEFT JOIN dag d ON d.dag_id = made.dag_id) r
WHERE state IN ('success', 'failed') AND ended_at < ?
  AND EXISTS (SELECT 1 FROM dag_run newer WHERE newer.dag_id = r.dag_id AND newer.run_after > r.run_after)
  -- A date that the schedule has not reached would be made again. What it makes next may depend on how the
  -- latest run that it has reached ended, or the latest that was not started by hand.
  AND (r.logical_date IS NULL
    OR EXISTS (SELECT 1 FROM dag_run later WHERE later.dag_id = r.dag_id
      AND later.logical_date > r.logical_date AND later.logical_date <= r.reached
      AND (r.run_type = 'manual' OR later.run_type <> 'manual')))
  -- What is open, on how those before it ended, back to the first of the schedule.
  AND NOT EXISTS (SELECT 1 FROM dag_run open WHERE open.dag_id = r.dag_id AND open.state IN ('queued', 'running')
    AND open.logical_date > r.logical_date
    AND NOT EXISTS (SELECT 1 FROM dag_run middle WHERE middle.dag_id = r.dag_id AND middle.run_type <> 'manual'
      AND middle.logical_date > r.logical_date AND middle.logical_date < open.logical_date))
  AND NOT EXISTS (SELECT 1 FROM task_instance t WHERE t.dag_id = r.dag_id AND t.run_id = r.run_id
    AND (t.pid IS NOT NULL OR t.state IN ('queued', 'running')))
ORDER BY ended_at LIMIT ?
-- name: delete
DELETE FROM dag_run WHERE dag_id = ? AND run_id = ?
-- name: unfinished-of-backfill
SELECT COUNT(*) AS runs FROM dag_run WHERE backfill_id = ? AND state IN ('queued', 'running')
