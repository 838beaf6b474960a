-- Every version of every unit: those that are described, and the codes that nobody describes but
-- catalogs, reports or dossiers speak of.
CREATE TABLE recomputed.unit AS
WITH spoken_of AS (
  SELECT unit_code FROM recomputed.offer
  UNION
  SELECT unit_code FROM recomputed.report
  UNION
  SELECT unnest(internal.unit_path(unit_code)) FROM recomputed.dossier_state
)
SELECT * EXCLUDE (aliases) FROM recomputed.described_unit
UNION ALL
SELECT
  unit_code, unit_code, unit_code, NULL,
  nullif(regexp_replace(unit_code, '\.[^.]*$', ''), unit_code), left(unit_code, 3), NULL, NULL,
  NULL, NULL, true
FROM spoken_of
WHERE unit_code NOT IN (SELECT unit_code FROM recomputed.described_unit);
