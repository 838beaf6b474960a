CREATE VIEW target AS
SELECT
  indicator, target, due, legal_basis
FROM internal.target;
