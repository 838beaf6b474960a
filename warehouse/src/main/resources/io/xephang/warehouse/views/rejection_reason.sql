CREATE VIEW rejection_reason AS
SELECT reason, name_vi, name_en, remedy_vi, remedy_en
FROM internal.rejection_reason;
