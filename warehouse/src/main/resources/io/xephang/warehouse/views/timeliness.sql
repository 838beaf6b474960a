-- How punctually each unit, with all units below it, handles each procedure. on_time takes in early,
-- as in the view dossier; early, on_time and overdue are of dossiers with a due date. Days are whole
-- days from receipt to finish, max_days is the legal maximum by the catalog on the period's last day.
CREATE VIEW timeliness AS
WITH counted AS (
  SELECT
    unnest(internal.unit_path(unit_code)) AS unit_code, procedure_code,
    CAST(received_at AS DATE) AS received_on, CAST(due_at AS DATE) AS due_on,
    CAST(finished_at AS DATE) AS finished_on, on_time, early,
    finished_at IS NULL AND status >= 7 AS closed_nobody_knows_when
  FROM internal.dossier
  WHERE status NOT IN (1, 3)
),
finished AS (
  SELECT
    counted.unit_code, counted.procedure_code, period.period_type, period.period_start,
    count(*) AS finished,
    count(*) FILTER (counted.early) AS early,
    count(*) FILTER (counted.on_time) AS on_time,
    count(*) FILTER (NOT counted.on_time) AS overdue,
    quantile_cont(counted.finished_on - counted.received_on, 0.5) AS median_days,
    quantile_cont(counted.finished_on - counted.received_on, 0.9) AS p90_days
  FROM counted
  JOIN internal.dossier_period AS period
    ON counted.finished_on BETWEEN period.period_start AND period.data_date
  GROUP BY ALL
),
left_open AS (
  SELECT
    counted.unit_code, counted.procedure_code, period.period_type, period.period_start,
    count(*) AS open_overdue
  FROM counted
  JOIN internal.dossier_period AS period
    ON counted.received_on <= period.data_date
    AND counted.due_on <= period.data_date
    AND (counted.finished_on IS NULL OR period.data_date < counted.finished_on)
  WHERE NOT counted.closed_nobody_knows_when
  GROUP BY ALL
),
legal AS (
  SELECT unit_code, procedure_code, data_date, max(max_days) AS max_days
  FROM internal.service_of_period
  GROUP BY ALL
)
SELECT
  unit_code, procedure_code, period_type, period_start, period.period_end,
  coalesce(finished.finished, 0) AS finished, coalesce(finished.early, 0) AS early,
  coalesce(finished.on_time, 0) AS on_time, coalesce(finished.overdue, 0) AS overdue,
  coalesce(left_open.open_overdue, 0) AS open_overdue, finished.median_days, finished.p90_days,
  legal.max_days
FROM finished
FULL JOIN left_open USING (unit_code, procedure_code, period_type, period_start)
JOIN internal.dossier_period AS period USING (period_type, period_start)
LEFT JOIN legal USING (unit_code, procedure_code, data_date);
