-- The units that are described: the shipped ones, and those of the units feed, each in all versions.
CREATE TABLE recomputed.described_unit AS
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
)
SELECT *, CAST(NULL AS VARCHAR) AS aliases FROM recomputed.shipped_unit
UNION ALL
SELECT
  version.unit_code, version.unit_name, version.unit_name, version.kind,
  coalesce(version.parent_code, regexp_replace(version.unit_code, '\.[^.]*$', '')),
  left(version.unit_code, 3), NULL, version.valid_from,
  -- A version ends where the next one begins; least() passes over nulls.
  least(version.valid_to, version.next_from - 1), NULL, true, version.aliases
FROM version;
