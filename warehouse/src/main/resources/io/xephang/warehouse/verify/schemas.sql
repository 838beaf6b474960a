-- internal: the publication, as it would be served. kept: the rows of the feeds, all of them.
-- recomputed: what follows from these rows and the definitions alone.
CREATE SCHEMA kept;
CREATE SCHEMA recomputed;

CREATE TABLE recomputed.shipped_unit (
  unit_code VARCHAR NOT NULL,
  unit_name VARCHAR NOT NULL,
  full_name VARCHAR NOT NULL,
  kind VARCHAR,
  parent_code VARCHAR,
  province_code VARCHAR,
  region VARCHAR,
  valid_from DATE,
  valid_to DATE,
  successor_code VARCHAR,
  listed BOOLEAN NOT NULL
);

-- Every name of every unit, folded as names are compared and hashed.
CREATE TABLE recomputed.spelling (
  unit_code VARCHAR NOT NULL,
  name_hash VARCHAR NOT NULL
);
