-- What the product and the run say, beside the tables of the lake.
CREATE TABLE internal.publication (
  publication_id BIGINT NOT NULL,
  run_id VARCHAR NOT NULL,
  published_at TIMESTAMP NOT NULL,
  as_of DATE NOT NULL
);

CREATE TABLE internal.run (
  run_id VARCHAR NOT NULL,
  started_at TIMESTAMP NOT NULL,
  finished_at TIMESTAMP,
  status VARCHAR NOT NULL,
  task VARCHAR NOT NULL,
  landing VARCHAR,
  as_of DATE,
  publication_id BIGINT,
  files_read BIGINT NOT NULL,
  rows_read BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  duplicates BIGINT NOT NULL,
  quarantined BIGINT NOT NULL,
  message VARCHAR,
  left_alone VARCHAR[] NOT NULL
);

CREATE TABLE internal.audit_finding (
  run_id VARCHAR NOT NULL,
  check_name VARCHAR NOT NULL,
  outcome VARCHAR NOT NULL,
  rows_found BIGINT NOT NULL,
  rule VARCHAR NOT NULL,
  examples VARCHAR[] NOT NULL,
  accepted_because VARCHAR
);

-- Why rows are rejected, in words for those who sent them; in the contract's order.
CREATE TABLE internal.rejection_reason (
  reason VARCHAR NOT NULL,
  name_vi VARCHAR NOT NULL,
  name_en VARCHAR NOT NULL,
  remedy_vi VARCHAR NOT NULL,
  remedy_en VARCHAR NOT NULL
);

-- Whose the rejected rows of the feed reports are that give a unit by its name: the ministry or
-- province that the name means, or in which all units of the name lie.
CREATE TABLE internal.rejected_name (
  unit_name VARCHAR NOT NULL,
  sender VARCHAR NOT NULL
);

CREATE TABLE internal.indicator (
  indicator VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  default_period_type VARCHAR NOT NULL,
  direction VARCHAR NOT NULL,
  name_vi VARCHAR NOT NULL,
  name_en VARCHAR NOT NULL,
  numerator_vi VARCHAR NOT NULL,
  numerator_en VARCHAR NOT NULL,
  denominator_vi VARCHAR NOT NULL,
  denominator_en VARCHAR NOT NULL,
  -- What is counted, and the predicates that say so; null for a rate that is only ever reported.
  counted_rows VARCHAR,
  numerator_predicate VARCHAR,
  denominator_predicate VARCHAR
);

-- Both ends are days on which the text is in force.
CREATE TABLE internal.legal_basis (
  indicator VARCHAR NOT NULL,
  legal_basis VARCHAR NOT NULL,
  valid_from DATE,
  valid_to DATE
);

CREATE TABLE internal.definition_change (
  indicator VARCHAR NOT NULL,
  changed_on DATE NOT NULL,
  note_vi VARCHAR NOT NULL,
  note_en VARCHAR NOT NULL
);

-- Other spellings of the units that ship with the product.
CREATE TABLE internal.unit_alias (
  unit_code VARCHAR NOT NULL,
  alias VARCHAR NOT NULL
);

CREATE TABLE internal.target (
  indicator VARCHAR NOT NULL,
  target DOUBLE NOT NULL,
  due DATE NOT NULL,
  legal_basis VARCHAR NOT NULL
);

-- Exactly one of the two is given.
CREATE TABLE internal.expectation (
  feed VARCHAR NOT NULL,
  before_day_of_month INTEGER,
  within_days INTEGER
);

-- What views, macros, their parameters and columns mean.
CREATE TABLE internal.dictionary_entry (
  relation VARCHAR NOT NULL,
  place INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  name VARCHAR,
  type VARCHAR,
  default_value VARCHAR,
  measure VARCHAR,
  description_vi VARCHAR NOT NULL,
  description_en VARCHAR NOT NULL
);
