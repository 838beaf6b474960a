-- Parameters, each null = any: feed, reason, sender (khong-ro: nobody can tell), part of the file's
-- name.
SELECT
  rejected.file, rejected.position, rejected.reason, known.name_vi AS reason_vi, rejected.detail,
  known.remedy_vi, rejected.sender, rejected.raw
FROM quarantine AS rejected
LEFT JOIN rejection_reason AS known ON known.reason = rejected.reason
WHERE (rejected.feed = $1 OR $1 IS NULL)
  AND (rejected.reason = $2 OR $2 IS NULL)
  AND (coalesce(rejected.sender, 'khong-ro') = $3 OR $3 IS NULL)
  AND (contains(rejected.file, $4) OR $4 IS NULL)
ORDER BY rejected.file, rejected.position
