-- Level 4 on paper only: services at level 4 of which a unit, with all units below it, received no
-- counted dossier in the period, through whichever channel.
CREATE VIEW idle_service AS
WITH offered AS (
  SELECT
    unit_code, procedure_code, data_date, max(service_level) AS service_level,
    min(procedure_name) AS procedure_name
  FROM internal.service_of_period
  GROUP BY unit_code, procedure_code, data_date
)
SELECT
  offered.unit_code, offered.procedure_code, offered.procedure_name, offered.service_level,
  period.period_type, period.period_start, period.period_end
FROM offered
JOIN internal.dossier_period AS period ON period.data_date = offered.data_date
-- No NOT EXISTS: DuckDB would not take a unit that is asked for into the parts below it.
ANTI JOIN internal.procedure_month AS received
  ON received.unit_code = offered.unit_code
  AND received.procedure_code = offered.procedure_code
  AND received.month BETWEEN period.period_start AND period.period_end
WHERE offered.service_level = 4;
