-- What holds when, whether it was computed from catalogs, from dossiers or was reported. A period is
-- held from its first day to the day after its last.
-- Columns are qualified, since macros that read these views have parameters of their names.
CREATE VIEW internal.indicator_held AS
SELECT
  held.indicator, held.basis, held.unit_code, held.part, held.period_type, held.valid_from,
  held.valid_to, held.numerator, held.denominator, held.value, held.printed_value,
  held.data_date
FROM internal.indicator_interval AS held
UNION ALL
SELECT
  of_period.indicator, 'computed', of_period.unit_code, of_period.part, of_period.period_type,
  of_period.period_start, of_period.period_end + 1, of_period.numerator, of_period.denominator,
  of_period.value, NULL, of_period.data_date
FROM internal.period_value AS of_period;

CREATE VIEW internal.ranking_held AS
SELECT
  held.indicator, held.basis, held.peer_group, held.part, held.period_type, held.valid_from,
  held.valid_to, held.rank, held.serial, held.unit_code, held.unit_name, held.numerator,
  held.denominator, held.value, held.printed_value, held.data_date
FROM internal.ranking_interval AS held
UNION ALL
SELECT
  of_period.indicator, 'computed', of_period.peer_group, of_period.part, of_period.period_type,
  of_period.period_start, of_period.period_end + 1, of_period.rank, of_period.serial,
  of_period.unit_code, of_period.unit_name, of_period.numerator, of_period.denominator,
  of_period.value, NULL, of_period.data_date
FROM internal.period_ranking AS of_period;

-- The periods that have figures from dossiers, and the last day of each that is counted. A table: queries
-- would look for these few rows in every figure.
CREATE TABLE internal.dossier_period AS
SELECT DISTINCT period_type, period_start, period_end, data_date
FROM internal.period_value
ORDER BY ALL;

-- The unit and every unit above it, up to the province or ministry.
CREATE MACRO internal.unit_path(code) AS
  list_transform(
    range(1, len(string_split(code, '.')) + 1),
    lambda depth: array_to_string(string_split(code, '.')[1:depth], '.'));

-- The catalogs on the last days of the periods, row by row: of a unit its own, of a province or
-- ministry those of all units below as well.
CREATE VIEW internal.service_of_period AS
WITH day AS (
  SELECT DISTINCT data_date FROM internal.dossier_period
),
-- Not held: who asks about one unit shall read its rows alone.
own AS NOT MATERIALIZED (
  SELECT
    service.unit_code, service.scope_code, service.procedure_code, service.procedure_name,
    service.service_level, service.max_days, day.data_date
  FROM internal.service AS service
  JOIN internal.catalog_snapshot AS snapshot
    ON snapshot.unit_code = service.unit_code
    AND snapshot.snapshot_date = service.snapshot_date
  JOIN day
    ON snapshot.valid_from <= day.data_date
    AND day.data_date < coalesce(snapshot.valid_to, DATE 'infinity')
)
SELECT unit_code, procedure_code, procedure_name, service_level, max_days, data_date
FROM own
WHERE unit_code <> scope_code
UNION ALL
SELECT
  own.scope_code, own.procedure_code, own.procedure_name, own.service_level, own.max_days,
  own.data_date
FROM own
JOIN internal.unit AS scope
  ON scope.unit_code = own.scope_code
  AND (scope.valid_from IS NULL OR scope.valid_from <= own.data_date)
  AND (scope.valid_to IS NULL OR own.data_date <= scope.valid_to);
