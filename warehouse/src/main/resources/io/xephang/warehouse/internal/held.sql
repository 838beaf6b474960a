-- What holds when, whether it was computed from catalogs, from dossiers or was reported. A period is
-- held from its first day to the day after its last.
CREATE VIEW internal.indicator_held AS
SELECT
  indicator, basis, unit_code, part, period_type, valid_from, valid_to, numerator, denominator,
  value, printed_value, data_date
FROM internal.indicator_interval
UNION ALL
SELECT
  indicator, 'computed', unit_code, part, period_type, period_start, period_end + 1, numerator,
  denominator, value, NULL, data_date
FROM internal.period_value;

CREATE VIEW internal.ranking_held AS
SELECT
  indicator, basis, peer_group, part, period_type, valid_from, valid_to, rank, serial, unit_code,
  unit_name, numerator, denominator, value, printed_value, data_date
FROM internal.ranking_interval
UNION ALL
SELECT
  indicator, 'computed', peer_group, part, period_type, period_start, period_end + 1, rank, serial,
  unit_code, unit_name, numerator, denominator, value, NULL, data_date
FROM internal.period_ranking;

-- The periods that have figures from dossiers, and the last day of each that is counted.
CREATE VIEW internal.dossier_period AS
SELECT DISTINCT period_type, period_start, period_end, data_date
FROM internal.period_value;

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
own AS (
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
