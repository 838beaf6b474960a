-- The current state of every dossier: what its message of the latest delivery says.
CREATE VIEW dossier AS
SELECT
  dossier_code, procedure_code, unit_code, province_code, channel, applicant_kind, status,
  received_at, due_at, finished_at, returned_at, service_level, fee, paid_online, digitised,
  on_time, early, delivery_date, file, position
FROM internal.dossier;
