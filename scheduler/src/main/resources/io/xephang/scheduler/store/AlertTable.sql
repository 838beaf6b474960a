-- name: insert
MERGE INTO alert USING (VALUES (CAST(? AS VARCHAR))) AS given (subject_key)
ON alert.subject_key = given.subject_key
WHEN NOT MATCHED THEN INSERT (subject_key, subject, text, created_at) VALUES (?, ?, ?, ?)
-- name: unsent
SELECT * FROM alert WHERE sent_at IS NULL ORDER BY alert_id
-- name: sent
UPDATE alert SET sent_at = ? WHERE alert_id = ?
-- name: delete
-- That a report is late is told once, however seldom its schedule comes.
DELETE FROM alert WHERE created_at < ? AND subject_key NOT LIKE 'late %'
