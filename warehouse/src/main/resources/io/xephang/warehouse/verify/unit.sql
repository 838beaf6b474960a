-- Every version of every unit: the shipped ones, those that the units feed describes, and the codes
-- that nobody describes but catalogs or reports speak of.
CREATE TABLE recomputed.unit AS
WITH said AS (
  SELECT
    row.*,
    row_number() OVER (
      PARTITION BY row.unit_code, row.valid_from ORDER BY row.file DESC, row.position DESC) AS place
  FROM recomputed.unit_row AS row
),
version AS (
  SELECT
    said.*,
    lead(said.valid_from) OVER (
      PARTITION BY said.unit_code ORDER BY said.valid_from NULLS FIRST) AS next_from
  FROM said
  WHERE said.place = 1
),
known AS (
  SELECT * FROM recomputed.shipped_unit
  UNION ALL
  SELECT
    version.unit_code, version.unit_name, version.unit_name, version.kind,
    coalesce(version.parent_code, regexp_replace(version.unit_code, '\.[^.]*$', '')),
    left(version.unit_code, 3), NULL, version.valid_from,
    -- A version ends where the next one begins; least() passes over nulls.
    least(version.valid_to, version.next_from - 1), NULL, true
  FROM version
),
spoken_of AS (
  SELECT unit_code FROM recomputed.offer
  UNION
  SELECT unit_code FROM recomputed.report
)
SELECT * FROM known
UNION ALL
SELECT
  unit_code, unit_code, unit_code, NULL,
  nullif(regexp_replace(unit_code, '\.[^.]*$', ''), unit_code), left(unit_code, 3), NULL, NULL,
  NULL, NULL, true
FROM spoken_of
WHERE unit_code NOT IN (SELECT unit_code FROM known);
