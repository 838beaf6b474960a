-- The first of those that count in the numerator, or in the denominator only.
SELECT
  dossier_code, unit_code, procedure_code, received_at, due_at, finished_at, status, channel,
  service_level, fee, paid_online, digitised, on_time, early, file, position
FROM judged
WHERE in_denominator AND in_numerator = ?
ORDER BY received_at, dossier_code
LIMIT ?
