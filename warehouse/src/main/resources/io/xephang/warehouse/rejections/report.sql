-- What one sender has to mend; without a parameter, what nobody can be told to mend.
SELECT
  rejected.file, rejected.position, rejected.reason, known.name_vi AS reason_vi, rejected.detail,
  known.remedy_vi, rejected.raw
FROM quarantine AS rejected
LEFT JOIN rejection_reason AS known ON known.reason = rejected.reason
WHERE rejected.sender IS NOT DISTINCT FROM CAST($1 AS VARCHAR)
ORDER BY rejected.file, rejected.position
