-- All times are moments, to the microsecond. States and types are Airflow's words.

CREATE TABLE IF NOT EXISTS dag (
  dag_id VARCHAR(250) PRIMARY KEY,
  paused BOOLEAN NOT NULL,
  -- How far the schedule has come: the interval of the latest run that it demanded.
  planned_start TIMESTAMP(6) WITH TIME ZONE,
  planned_end TIMESTAMP(6) WITH TIME ZONE
);

-- What each dag's schedule is, and since when the scheduler has known it.
CREATE TABLE IF NOT EXISTS dag_schedule (
  dag_id VARCHAR(250) PRIMARY KEY,
  schedule VARCHAR NOT NULL,
  since TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- The file of each dag as it was when the dag could last be used, for the time after a bad edit.
CREATE TABLE IF NOT EXISTS dag_text (
  dag_id VARCHAR(250) PRIMARY KEY,
  file VARCHAR NOT NULL,
  text VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS backfill (
  backfill_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dag_id VARCHAR(250) NOT NULL,
  from_date TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  to_date TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  reprocess_behavior VARCHAR(16) NOT NULL,
  max_active_runs INTEGER NOT NULL,
  conf VARCHAR NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  completed_at TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE IF NOT EXISTS dag_run (
  dag_id VARCHAR(250) NOT NULL,
  run_id VARCHAR(250) NOT NULL,
  run_type VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  -- Null for a run by hand that is about no date.
  logical_date TIMESTAMP(6) WITH TIME ZONE,
  interval_start TIMESTAMP(6) WITH TIME ZONE,
  interval_end TIMESTAMP(6) WITH TIME ZONE,
  run_after TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  queued_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  started_at TIMESTAMP(6) WITH TIME ZONE,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  conf VARCHAR NOT NULL,
  note VARCHAR,
  backfill_id BIGINT,
  -- The order within a backfill.
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (dag_id, run_id),
  -- A date comes once, whoever asks for it. Nulls are never equal.
  CONSTRAINT one_run_of_a_date UNIQUE (dag_id, logical_date)
);

CREATE INDEX IF NOT EXISTS dag_run_by_state ON dag_run (state, dag_id);

CREATE TABLE IF NOT EXISTS task_instance (
  id UUID NOT NULL,
  dag_id VARCHAR(250) NOT NULL,
  run_id VARCHAR(250) NOT NULL,
  task_id VARCHAR(250) NOT NULL,
  state VARCHAR(16) NOT NULL,
  -- Attempts begun, and after how many a failure is final; clearing adds to the latter.
  attempt INTEGER NOT NULL,
  last_attempt INTEGER NOT NULL,
  queued_at TIMESTAMP(6) WITH TIME ZONE,
  started_at TIMESTAMP(6) WITH TIME ZONE,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  retry_at TIMESTAMP(6) WITH TIME ZONE,
  -- Why the process of the current attempt is being ended, if it is.
  stop_reason VARCHAR(16),
  -- The process of the current attempt: its number, and when it was born.
  pid BIGINT,
  born VARCHAR(80),
  PRIMARY KEY (dag_id, run_id, task_id)
);

CREATE INDEX IF NOT EXISTS task_instance_by_state ON task_instance (state);

CREATE TABLE IF NOT EXISTS attempt (
  dag_id VARCHAR(250) NOT NULL,
  run_id VARCHAR(250) NOT NULL,
  task_id VARCHAR(250) NOT NULL,
  attempt INTEGER NOT NULL,
  state VARCHAR(16) NOT NULL,
  queued_at TIMESTAMP(6) WITH TIME ZONE,
  started_at TIMESTAMP(6) WITH TIME ZONE,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  -- Why it ended as it did, in words; null if it succeeded.
  reason VARCHAR,
  PRIMARY KEY (dag_id, run_id, task_id, attempt)
);

-- Messages that are still to be sent.
CREATE TABLE IF NOT EXISTS alert (
  alert_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- What it is about, so that nothing is told twice.
  subject_key VARCHAR NOT NULL UNIQUE,
  subject VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  sent_at TIMESTAMP(6) WITH TIME ZONE
);
