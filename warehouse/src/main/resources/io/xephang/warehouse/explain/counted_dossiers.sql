-- What follows asks the counted dossiers of a unit, with all units below it, what each counts for in
-- one period: ${numerator} and ${denominator} are the definition's predicates, ${among} and
-- ${also_in_numerator} what the period says beside them.
WITH period AS (
  SELECT DATE ${period_start} AS period_start, DATE ${data_date} AS data_date
),
dossier AS (
  SELECT
    *, CAST(received_at AS DATE) AS received_on, CAST(finished_at AS DATE) AS finished_on,
    CAST(due_at AS DATE) AS due_on
  FROM internal.dossier
  WHERE status NOT IN (1, 3)
    -- Literals and bare columns let DuckDB skip most of the files; nothing is finished before it is
    -- received.
    AND received_at >= ${received_from}
    AND received_at < DATE ${data_date} + 1
    AND ${of_unit}
),
judged AS (
  SELECT
    dossier.*,
    coalesce(${among} AND (${denominator}), false) AS in_denominator,
    coalesce(${among} AND (${denominator}) AND (${numerator}) AND ${also_in_numerator}, false)
      AS in_numerator
  FROM dossier
  CROSS JOIN period
)
