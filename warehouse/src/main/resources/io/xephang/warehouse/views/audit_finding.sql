CREATE VIEW audit_finding AS
SELECT run_id, check_name, outcome, rows_found, rule, examples, accepted_because
FROM internal.audit_finding;
