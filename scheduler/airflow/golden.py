"""Writes what the real Apache Airflow says to the cases below: the truth of the scheduler's tests.

    python -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python golden.py [--check]

With --check it writes nothing and fails if Airflow's answers are no longer those that are kept.
"""

import itertools
import json
import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

SCHEDULER = Path(__file__).resolve().parent.parent
GOLDEN = SCHEDULER / "src/test/resources/io/xephang/scheduler/golden"
DAG_FOLDERS = {"shipped": SCHEDULER / "dags", "cases": GOLDEN / "dags"}

os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="airflow-golden-")
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
os.environ["AIRFLOW__DAG_FACTORY__ENABLE_TELEMETRY"] = "False"
os.environ["DO_NOT_TRACK"] = "1"
# Expanded by dag-factory in dags/environment.yaml.
os.environ["XEPHANG_GOLDEN"] = "of the environment"
for name in ("XEPHANG_LANDING", "XEPHANG_REPORTS", "XEPHANG_UNSET"):
    os.environ.pop(name, None)

import pendulum  # noqa: E402
from airflow.models.backfill import ReprocessBehavior, _get_dag_run_no_create_reason  # noqa: E402
from airflow.models.dagrun import DagRun  # noqa: E402
from airflow.models.taskinstance import TaskInstance  # noqa: E402
from airflow.sdk import DAG  # noqa: E402
from airflow.sdk.api.datamodels import _generated as api  # noqa: E402
from airflow.sdk.execution_time.task_runner import RuntimeTaskInstance  # noqa: E402
from airflow.providers.standard.operators.bash import BashOperator  # noqa: E402
from airflow.serialization.serialized_objects import DagSerialization  # noqa: E402
from airflow.ti_deps.deps.prev_dagrun_dep import PrevDagrunDep  # noqa: E402
from airflow.ti_deps.deps.trigger_rule_dep import TriggerRuleDep  # noqa: E402
from airflow.timetables._cron import CronMixin  # noqa: E402
from airflow.timetables.base import DataInterval, TimeRestriction  # noqa: E402
from airflow.timetables.interval import CronDataIntervalTimetable  # noqa: E402
from airflow.timetables.simple import NullTimetable, OnceTimetable  # noqa: E402
from airflow.timetables.trigger import CronTriggerTimetable  # noqa: E402
from airflow.utils.types import DagRunType  # noqa: E402
from dagfactory import load_yaml_dags  # noqa: E402

HANOI = "Asia/Ho_Chi_Minh"


def instant(text):
    return None if text is None else pendulum.parse(text).in_timezone("UTC")


def written(moment):
    return None if moment is None else pendulum.instance(moment).in_timezone("UTC").isoformat().replace("+00:00", "Z")


# ---- cron -----------------------------------------------------------------------------------------

CRON = """
* * * * *|*/5 * * * *|*/7 * * * *|0 * * * *|15,45 * * * *|30 */2 * * *|0 0 * * *|30 1 * * *|30 2 * * *|0 3 * * *
0 0 * * 0|0 0 * * 7|0 16 * 3,6,9,12 5|0 6 17 * *|0 6 1 1,4,7,10 *|0 0 1 * *|0 0 31 * *|0 0 30 2 1|0 0 29 2 *
0 0 L * *|0 20 L 3,6,9,12 *|0 0 13 * 5|0 0 1,15 * 1|0 9 * * mon-fri|0 9 * * MON,WED,FRI|0 0 1 jan,jul *
10-20/3 8-18/4 * * *|0 22-2 * * *|0 0 */10 * *|0 0 * */3 *|5 4 * * sun|0 12 * * 1-5/2|0 0 * * 5#2|0 0 * * L5
0 0 * * sat#1,sun#1|59 23 31 12 *|0 0 28-31 * *|0 0 1 */2 *|0 0 * * 6-1|*/15 9-17 * * 1-5|0 0 ? * 1
0 5 1-7 * 1|1-59/2 * * * *|0 1,2,3 * * *|0 0 1-31 * *|0 0 * 2 *|7 * * * 1|0 */6 * * *|0 0 10 10 *|0 2 * * *|30 2 * * 0
0 0 * 10-3/2 *|0 22-5/3 * * *|0 0 * * 5-2/2|0 0 5-5 * *|0 0 1 1 0|0 0 L * 1|0 0 15 * 0-6|0 0 */2 * 1|0 0 1-31/5 * *|0 8 * * 5|@hourly|@daily|@weekly|@monthly|@quarterly|@yearly
""".replace("\n", "|").split("|")

REFUSED_CRON = """
60 * * * *|* 24 * * *|* * 0 * *|* * 32 * *|* * * 13 *|* * * 0 *|* * * * 8|* * * *|a * * * *|*/0 * * * *|1-  * * * *
5-1-3 * * * *|* * * foo *|-1 * * * *|1,,2 * * * *|* * 30 2 *|* * 31 4 *|* * * * 1#6|* * W * *||@never|*/x * * * *|1.5 * * * *|0 0 * * 5L
""".replace("\n", "|").split("|")

FROM = [
    ("UTC", "2026-02-27T23:59:59Z"),
    (HANOI, "2025-12-31T16:59:00Z"),
    ("Europe/Zurich", "2026-03-28T22:30:00Z"),
    ("Europe/Zurich", "2026-10-24T22:30:00Z"),
    ("America/New_York", "2026-03-08T05:00:00Z"),
    ("America/New_York", "2026-11-01T04:15:30Z"),
    ("Australia/Lord_Howe", "2026-04-04T13:00:00Z"),
    ("America/Havana", "2026-03-08T04:00:00Z"),
]


def cron_cases():
    for number, expression in enumerate(expression for expression in CRON if expression):
        for zone, start in [FROM[number % 2]] + [FROM[2 + (number + k) % 6] for k in range(3)]:
            cron = CronMixin(expression, zone)
            following, moment = [], instant(start)
            for _ in range(6):
                moment = cron._get_next(moment)
                following.append(written(moment))
            preceding, moment = [], instant(start)
            for _ in range(3):
                moment = cron._get_prev(moment)
                preceding.append(written(moment))
            yield {
                "cron": expression,
                "timezone": zone,
                "from": start,
                "next": following,
                "previous": preceding,
                "aligned_next": written(cron._align_to_next(instant(start))),
                "aligned_previous": written(cron._align_to_prev(instant(start))),
            }


def refused_cron_cases():
    for expression in REFUSED_CRON:
        try:
            cron = CronMixin(expression, "UTC")
            cron.validate()
            # What no day ever fulfils is found out when the first one is sought.
            cron._get_next(instant("2026-01-01T00:00:00Z"))
        except Exception:
            yield expression
        else:
            print("Airflow takes the cron expression", repr(expression), file=sys.stderr)


# ---- timetables -----------------------------------------------------------------------------------

TIMETABLES = [
    {"kind": "none"},
    {"kind": "once"},
    {"kind": "trigger", "cron": "0 0 * * *", "timezone": "UTC"},
    {"kind": "trigger", "cron": "30 1 * * *", "timezone": HANOI},
    {"kind": "trigger", "cron": "30 2 * * *", "timezone": "Europe/Zurich"},
    {"kind": "trigger", "cron": "0 6 17 * *", "timezone": HANOI, "interval_seconds": 86400},
    {"kind": "trigger", "cron": "0 16 * 3,6,9,12 5", "timezone": HANOI},
    {"kind": "trigger", "cron": "*/30 * * * *", "timezone": "America/New_York", "interval_seconds": 1800},
    {"kind": "interval", "cron": "0 0 * * *", "timezone": "UTC"},
    {"kind": "interval", "cron": "30 1 * * *", "timezone": HANOI},
    {"kind": "interval", "cron": "0 0 1 * *", "timezone": HANOI},
    {"kind": "interval", "cron": "30 2 * * *", "timezone": "Europe/Zurich"},
    {"kind": "interval", "cron": "*/30 * * * *", "timezone": "America/New_York"},
]
NOWS = ["2026-03-29T00:45:00Z", "2026-11-01T05:30:00Z", "2026-06-01T00:00:00Z", "2026-06-16T18:30:00Z"]
BOUNDS = [
    # start, end, catchup, has a last run
    ("2026-01-01T00:00:00+07:00", None, False, False),
    ("2026-01-01T00:00:00+07:00", None, True, False),
    ("2026-05-31T17:00:00Z", None, False, True),
    ("2026-01-01T00:10:00Z", None, True, True),
    (None, None, False, False),
    (None, None, False, True),
    ("2026-01-01T00:00:00Z", "2026-03-28T12:00:00Z", True, True),
    ("2026-01-01T00:00:00Z", "2026-03-28T12:00:00Z", False, False),
    ("2027-02-03T04:05:06Z", None, False, False),
]


def timetable(spec):
    match spec["kind"]:
        case "none":
            return NullTimetable()
        case "once":
            return OnceTimetable()
        case "trigger":
            interval = timedelta(seconds=spec.get("interval_seconds", 0))
            return CronTriggerTimetable(spec["cron"], timezone=spec["timezone"], interval=interval)
        case "interval":
            return CronDataIntervalTimetable(spec["cron"], timezone=spec["timezone"])


def at(now):
    patches = [
        mock.patch(f"airflow.timetables.{module}.utcnow", lambda: instant(now)) for module in ("trigger", "interval")
    ]
    return [*patches, mock.patch("airflow.timetables.simple.timezone.utcnow", lambda: instant(now))]


def planned(info, table, run_type=DagRunType.SCHEDULED):
    if info is None:
        return None
    return {
        "logical_date": written(info.logical_date),
        "data_interval_start": written(info.data_interval.start),
        "data_interval_end": written(info.data_interval.end),
        "run_after": written(info.run_after),
        "run_id": table.generate_run_id(
            run_type=run_type, run_after=info.run_after, data_interval=info.data_interval
        ),
    }


def timetable_cases():
    for spec, now, (start, end, catchup, ran) in itertools.product(TIMETABLES, NOWS, BOUNDS):
        table = timetable(spec)
        patches = at(now)
        for patch in patches:
            patch.start()
        try:
            last = None
            if ran:
                moment = instant("2026-02-10T18:30:00Z")
                if spec["kind"] in ("trigger", "interval"):
                    moment = table._align_to_next(moment)
                begin = moment - timedelta(seconds=spec.get("interval_seconds", 0))
                if spec["kind"] == "interval":
                    begin = table._get_prev(moment)
                last = DataInterval(begin, moment)
            restriction = TimeRestriction(instant(start), instant(end), catchup)
            runs, latest = [], last
            for _ in range(4):
                info = table.next_dagrun_info(last_automated_data_interval=latest, restriction=restriction)
                runs.append(planned(info, table))
                if info is None:
                    break
                latest = info.data_interval
        finally:
            for patch in patches:
                patch.stop()
        yield {
            "timetable": spec,
            "now": now,
            "start": start,
            "end": end,
            "catchup": catchup,
            "last": last and {"start": written(last.start), "end": written(last.end)},
            "runs": runs,
        }


def manual_cases():
    for spec, now in itertools.product(TIMETABLES, NOWS):
        table = timetable(spec)
        interval = table.infer_manual_data_interval(run_after=instant(now))
        yield {
            "timetable": spec,
            "run_after": now,
            "data_interval_start": written(interval.start),
            "data_interval_end": written(interval.end),
            "run_id": table.generate_run_id(
                run_type=DagRunType.MANUAL, run_after=instant(now), data_interval=interval
            ),
            "backfill_run_id": table.generate_run_id(
                run_type=DagRunType.BACKFILL_JOB, run_after=instant(now), data_interval=interval
            ),
        }


# ---- templates ------------------------------------------------------------------------------------

TEMPLATES = """
plain text
{{ ds }}
{{ds}}
{{- ds -}}
a {{ ds }} b {{ ds_nodash }} c
{{ ts }}
{{ ts_nodash }}
{{ ts_nodash_with_tz }}
{{ logical_date }}
{{ logical_date | ds }}
{{ logical_date | ts_nodash }}
{{ logical_date | ts_nodash_with_tz }}
{{ data_interval_start }}
{{ data_interval_end }}
{{ data_interval_end | ds_nodash }}
{{ data_interval_end | ts }}
{{ data_interval_start.in_timezone('Asia/Ho_Chi_Minh') }}
{{ data_interval_end.in_timezone("Asia/Ho_Chi_Minh") | ds }}
{{ data_interval_end.in_timezone('Europe/Zurich').strftime('%d/%m/%Y %H:%M:%S') }}
{{ data_interval_end.strftime('%Y-%m-01') }}
{{ data_interval_end.strftime('%a %A %b %B %j %U %W %w %u %y %I %p %f %Z %z %%') }}
{{ data_interval_end.in_timezone('Asia/Ho_Chi_Minh').strftime('%z %G-W%V') }}
{{ data_interval_end.year }}/{{ data_interval_end.month }}/{{ data_interval_end.day }}
{{ data_interval_end.hour }}:{{ data_interval_end.minute }}:{{ data_interval_end.second }}
{{ data_interval_end.isoformat() }}
{{ data_interval_end.add(days=1) | ds }}
{{ data_interval_end.subtract(months=1) | ds }}
{{ data_interval_end.add(months=1, days=-1, hours=2) }}
{{ data_interval_end.in_timezone('Europe/Zurich').add(days=1) }}
{{ data_interval_end.in_timezone('Europe/Zurich').add(hours=24) }}
{{ data_interval_end.start_of('month') }}
{{ data_interval_end.in_timezone('Asia/Ho_Chi_Minh').start_of('day') }}
{{ data_interval_end.in_timezone('Asia/Ho_Chi_Minh').subtract(months=1).end_of('month') | ds }}
{{ data_interval_end.date() }}
{{ data_interval_end.to_date_string() }}
{{ data_interval_end.to_datetime_string() }}
{{ data_interval_end.to_iso8601_string() }}
{{ macros.ds_add(ds, 5) }}
{{ macros.ds_add(ds, -5) }}
{{ macros.ds_add(ds, 0) }}
{{ macros.ds_add('2024-02-28', 1) }}
{{ macros.ds_add(data_interval_end.in_timezone('Asia/Ho_Chi_Minh').strftime('%Y-%m-01'), -1) }}
{{ macros.ds_add(data_interval_end | ds, -1) }}
{{ macros.ds_format(ds, '%Y-%m-%d', '%d/%m/%Y') }}
{{ macros.ds_format('20240131', '%Y%m%d', '%d.%m.%y') }}
{{ run_id }}
{{ dag.dag_id }}
{{ task.task_id }}
{{ ti.task_id }}
{{ ti.try_number }}
{{ task_instance.dag_id }}
{{ ti.run_id }}
{{ dag_run.run_id }}
{{ dag_run.logical_date }}
{{ dag_run.run_type }}
{{ dag_run.run_after.in_timezone('Asia/Ho_Chi_Minh') | ds }}
{{ dag_run.run_after.strftime('%Y-%m-01') }}
{{ dag_run.run_after | ds }}
{{ dag_run.run_after | ts }}
{{ dag_run.run_after.add(days=1) }}
{{ dag_run.run_after.isoformat() }}
{{ dag_run.run_after.year }} {{ dag_run.run_after.date() }}
{{ dag_run.run_after.to_date_string() }}
{{ dag_run.conf }}
{{ dag_run.conf.unit }}
{{ dag_run.conf['unit'] }}
{{ task_instance_key_str }}
{{ params.unit }}
{{ params['unit'] }}
{{ params["unit"] }}
{{ params.count }}
{{ params.ratio }}
{{ params.flag }}
{{ params.nothing }}
{{ params.list }}
{{ params.list[0] }}
{{ params.deep.inner }}
{{ params.deep['inner'] }}
{{ params.unit | upper }}
{{ params.unit | lower }}
{{ params.missing | default('x') }}
{{ params.unit | default('x') }}
{{ params.list | join(' ') }}
{{ data_interval_end | default(dag_run.run_after) }}
{{ (data_interval_end | default(dag_run.run_after)).astimezone(dag.timezone) }}
{{ (data_interval_end | default(dag_run.run_after)).astimezone(dag.timezone) | ds }}
{{ (data_interval_end | default(dag_run.run_after)).astimezone(dag.timezone) | ts }}
{{ (data_interval_end | default(dag_run.run_after)).astimezone(dag.timezone).strftime('%Y-%m-01 %z') }}
{{ macros.ds_add((data_interval_end | default(dag_run.run_after)).astimezone(dag.timezone) | ds, -1) }}
{{ (data_interval_end | default(dag_run.run_after)).in_timezone('Asia/Ho_Chi_Minh') | ds }}
{{ data_interval_end.astimezone(dag.timezone).add(days=1) }}
{{ dag_run.run_after.astimezone(dag.timezone).add(days=1) }}
{{ dag_run.run_after.astimezone('UTC') }}
{{ dag.timezone }}
{{ dag.timezone.name }}
{{ dag.timezone.key }}
{{ dag.timezone.zone }}
{{ logical_date | default('none') }}
{{ params.unit | default(ds) }}
{{ params.unit | default(params.missing) }}
{{ params.unit | default(ds.missing) }}
{{ params.unit | default(data_interval_end.year) }}
{{ params.missing | default(3) }} {{ params.missing | default(none) }} {{ params.list[7] | default(params.list) }}
{{ params.missing | default(params.also) }}
{{ params.missing | default(params.also) | default('x') }}
{{ params.nothing | default('x') }}
{{ params.missing.deep | default('x') }}
{{ params.missing | upper | default('x') }}
{{ macros.ds_add(ds, 1) | default('x') }}
{{ 'text' }}
{{ "double 'quoted'" }}
{{ 42 }}
{{ -3 }}
{{ 1.5 }}
{{ true }}
{{ True }}
{{ none }}
{# a comment #}after
a {# b #} c
{% raw %}{{ ds }}{% endraw %}
{{ missing }}
{{ params.missing }}
{{ params['missing'] }}
{{ ds.missing }}
{{ data_interval_end.nowhere }}
{{ data_interval_end.in_timezone('Mars/Olympus') }}
{{ macros.nothing(ds) }}
{{ macros.ds_add('31/12/2024', 1) }}
{{ macros.ds_add(ds) }}
{{ ds | nofilter }}
{{ ds
{{ }}
{{ ds ds }}
{{ (ds }}
}}
}} text {{ ds }}
$HOME ${HOME:-x} %Y {single} { { ds } }
Đơn vị {{ params.unit }}: tỉ lệ {{ ds }}
""".strip("\n").split("\n")
TEMPLATES += ["two\nlines {{ ds }}\n", "one newline goes\n\n", "  spaces  ", "a\n{{ ds }}\nb", "a {{- ds }} b", "a \n {{ ds -}} \n b", ""]

CONTEXTS = {
    "scheduled": {
        "logical_date": "2026-06-30T18:30:00Z",
        "data_interval_start": "2026-06-29T18:30:00Z",
        "data_interval_end": "2026-06-30T18:30:00Z",
        "run_after": "2026-06-30T18:30:00Z",
        "run_id": "scheduled__2026-06-30T18:30:00+00:00",
        "run_type": "scheduled",
        "conf": {},
        "try_number": 1,
    },
    "manual": {
        "logical_date": None,
        "data_interval_start": None,
        "data_interval_end": None,
        "run_after": "2026-03-28T23:05:06.123456Z",
        "run_id": "manual__2026-03-28T23:05:06.123456+00:00_abcdefgh",
        "run_type": "manual",
        "conf": {"unit": "H27", "extra": 1},
        "try_number": 2,
    },
    "manual with a date": {
        "logical_date": "2026-06-30T18:30:00Z",
        "data_interval_start": "2026-06-30T18:30:00Z",
        "data_interval_end": "2026-06-30T18:30:00Z",
        "run_after": "2026-07-04T02:03:04.5Z",
        "run_id": "manual__2026-06-30T18:30:00+00:00",
        "run_type": "manual",
        "conf": {},
        "try_number": 1,
    },
    "summer time begins": {
        "logical_date": "2026-03-28T12:00:00.000001Z",
        "data_interval_start": "2026-03-28T12:00:00Z",
        "data_interval_end": "2026-03-28T12:00:00.000001Z",
        "run_after": "2026-03-28T12:00:00Z",
        "run_id": "backfill__2026-03-28T12:00:00+00:00",
        "run_type": "backfill",
        "conf": {"unit": "Đà Nẵng"},
        "try_number": 1,
    },
}
PARAMS = {
    "unit": "H47",
    "count": 3,
    "ratio": 0.25,
    "flag": True,
    "nothing": None,
    "list": ["a", "b"],
    "deep": {"inner": "value"},
}


def golden_task():
    start = pendulum.datetime(2026, 1, 1, tz=HANOI)
    with DAG("golden_dag", schedule=None, start_date=start, params=PARAMS):
        return BashOperator(task_id="golden_task", bash_command="true")


def context_of(task, spec):
    run = api.DagRun(
        dag_id=task.dag_id,
        run_id=spec["run_id"],
        logical_date=instant(spec["logical_date"]),
        data_interval_start=instant(spec["data_interval_start"]),
        data_interval_end=instant(spec["data_interval_end"]),
        run_after=instant(spec["run_after"]),
        start_date=None,
        end_date=None,
        run_type=spec["run_type"],
        state="running",
        conf=spec["conf"],
        consumed_asset_events=[],
        partition_key=None,
    )
    ti = RuntimeTaskInstance.model_construct(
        id="00000000-0000-0000-0000-000000000000",
        task=task,
        task_id=task.task_id,
        dag_id=task.dag_id,
        run_id=spec["run_id"],
        try_number=spec["try_number"],
        map_index=-1,
    )
    # A task gets it as JSON, so that its dates are plain ones of Python.
    run = api.DagRun.model_validate_json(run.model_dump_json())
    ti._ti_context_from_server = api.TIRunContext(dag_run=run, max_tries=2)
    return ti.get_template_context()


def template_cases():
    for name, spec in CONTEXTS.items():
        task = golden_task()
        context, env = context_of(task, spec), task.get_template_env()
        for template in TEMPLATES:
            if "{% raw %}" in template and name != "scheduled":
                continue
            try:
                rendered, error = task.render_template(template, context, env), None
            except Exception as e:  # Of any kind: a task that cannot be rendered fails.
                rendered, error = None, type(e).__name__
            yield {"context": name, "template": template, "rendered": rendered, "error": error}


# ---- trigger rules --------------------------------------------------------------------------------

RULES = [
    "all_success",
    "all_failed",
    "all_done",
    "all_done_min_one_success",
    "all_skipped",
    "one_success",
    "one_failed",
    "one_done",
    "none_failed",
    "none_failed_min_one_success",
    "none_skipped",
    "always",
]
STATES = [None, "running", "up_for_retry", "success", "failed", "skipped", "upstream_failed"]
FINISHED = {"success", "failed", "skipped", "upstream_failed", "removed"}


def decision(rule, states):
    """What becomes of a task whose direct upstream tasks are in these states: run, wait, or a final state."""
    upstream = {
        f"up{n}": SimpleNamespace(task_id=f"up{n}", is_setup=False, get_needs_expansion=lambda: False)
        for n in range(len(states))
    }
    finished = [
        SimpleNamespace(task_id=f"up{n}", state=state, map_index=-1, task=upstream[f"up{n}"])
        for n, state in enumerate(states)
        if state in FINISHED
    ]
    reached = []

    def set_state(state, session=None):
        reached.append(str(getattr(state, "value", state)))
        return True

    task = SimpleNamespace(
        task_id="down",
        trigger_rule=rule,
        upstream_list=list(upstream.values()),
        upstream_task_ids=set(upstream),
        get_closest_mapped_task_group=lambda: None,
        get_needs_expansion=lambda: False,
        task_group=None,
        is_teardown=False,
        is_setup=False,
        get_upstreams_only_setups=list,
        dag=SimpleNamespace(task_dict=upstream),
    )
    ti = SimpleNamespace(
        task=task, dag_id="d", run_id="r", map_index=-1, get_dagrun=lambda session=None: None, set_state=set_state
    )
    dep_context = SimpleNamespace(
        ignore_ti_state=False,
        flag_upstream_failed=True,
        wait_for_past_depends_before_skipping=False,
        have_changed_ti_states=False,
        ensure_finished_tis=lambda run, session=None: finished,
        upstream_task_id_counts={},
    )
    statuses = list(TriggerRuleDep()._get_dep_statuses(ti=ti, dep_context=dep_context, session=None))
    if reached:
        return reached[-1]
    return "run" if all(status.passed for status in statuses) else "wait"


def trigger_rule_cases():
    for rule in RULES:
        answers = {}
        for count in (0, 1, 2, 3):
            for states in itertools.combinations_with_replacement(STATES, count):
                key = ",".join(state or "none" for state in states)
                answers[key] = decision(rule, states)
        yield {"rule": rule, "decisions": answers}


# ---- retries --------------------------------------------------------------------------------------


def retry_cases():
    end = pendulum.datetime(2026, 6, 30, 18, 30)
    for delay, multiplier, most, tried, logical in itertools.product(
        [0, 0.5, 60, 300],
        [0, 1, 1.5, 2, 5],
        [None, 90, 3600],
        [1, 2, 5, 60],
        ["2026-06-30T18:30:00Z", None],
    ):
        self = SimpleNamespace(
            retry_delay_override=None,
            dag_id="nightly",
            task_id="ingest",
            logical_date=instant(logical),
            try_number=tried,
            end_date=end,
            log=SimpleNamespace(warning=lambda *_: None),
            task=SimpleNamespace(
                retry_delay=timedelta(seconds=delay),
                retry_exponential_backoff=multiplier,
                max_retry_delay=None if most is None else timedelta(seconds=most),
            ),
        )
        wait = TaskInstance.next_retry_datetime(self) - end
        yield {
            "retry_delay_ms": round(delay * 1000),
            "retry_exponential_backoff": multiplier,
            "max_retry_delay_ms": None if most is None else most * 1000,
            "try_number": tried,
            "logical_date": logical,
            "wait_ms": round(wait.total_seconds() * 1000),
        }


# ---- backfills ------------------------------------------------------------------------------------


def reprocess_cases():
    for behavior, state in itertools.product(ReprocessBehavior, ["queued", "running", "success", "failed"]):
        reason = _get_dag_run_no_create_reason(SimpleNamespace(state=state), behavior)
        yield {
            "reprocess_behavior": behavior.value,
            "state": state,
            "reason": None if reason is None else str(getattr(reason, "value", reason)),
        }


# ---- depends_on_past ------------------------------------------------------------------------------


def past_cases():
    """PrevDagrunDep, with its own questions to the database answered by each case."""
    start, dep = pendulum.datetime(2026, 6, 1), PrevDagrunDep()
    states = ["missing", None, "scheduled", "queued", "running", "up_for_retry", "success", "failed", "skipped"]
    states += ["upstream_failed", "removed"]
    befores = [None]
    befores += [{"state": state, "of_a_date_before_start": early} for state in states for early in (False, True)]
    for catchup, ordinal, before in itertools.product((False, True), (None, 1, 2), befores):
        task = SimpleNamespace(
            depends_on_past=True,
            dag=SimpleNamespace(catchup=catchup),
            start_date=start,
            ignore_first_depends_on_past=False,
            wait_for_downstream=False,
        )
        run = SimpleNamespace(id=2, backfill_id=None if ordinal is None else 7)
        ti = SimpleNamespace(task=task, task_id="t", get_dagrun=lambda session, run=run: run)
        last = before and SimpleNamespace(
            logical_date=start.subtract(days=1) if before["of_a_date_before_start"] else start.add(days=1)
        )
        bad = bool(before) and before["state"] not in ("success", "skipped")
        with (
            mock.patch.object(DagRun, "get_previous_scheduled_dagrun", lambda *_, **__: last),
            mock.patch.object(DagRun, "get_previous_dagrun", lambda *_, **__: last),
            mock.patch.object(PrevDagrunDep, "_has_tis", lambda *_, **__: before["state"] != "missing"),
            mock.patch.object(PrevDagrunDep, "_count_unsuccessful_tis", lambda *_, **__: int(bad)),
            mock.patch.object(PrevDagrunDep, "_push_past_deps_met_xcom_if_needed", lambda *_, **__: None),
        ):
            context = SimpleNamespace(ignore_depends_on_past=False)
            session = SimpleNamespace(scalar=lambda _: ordinal)
            statuses = list(dep._get_dep_statuses(ti, context, session=session))
        yield {
            "catchup": catchup,
            "ordinal": ordinal,
            "before": before,
            "runs": all(status.passed for status in statuses),
        }


# ---- dag files ------------------------------------------------------------------------------------


def seconds(span):
    if span is None:
        return None
    return span.total_seconds() if hasattr(span, "total_seconds") else float(span)


def described(task, served):
    is_bash = type(task).__name__ == "BashOperator"
    return {
        "operator": type(task).__name__,
        "upstream": sorted(task.upstream_task_ids),
        "bash_command": task.bash_command if is_bash else None,
        "env": task.env if is_bash else None,
        "append_env": task.append_env if is_bash else None,
        "retries": task.retries,
        "retry_delay": seconds(task.retry_delay),
        "retry_exponential_backoff": float(served.retry_exponential_backoff),
        "max_retry_delay": seconds(task.max_retry_delay),
        "execution_timeout": seconds(task.execution_timeout),
        "trigger_rule": str(getattr(task.trigger_rule, "value", task.trigger_rule)),
        "depends_on_past": task.depends_on_past,
        "owner": task.owner,
    }


def loaded(folder):
    dags = {}
    load_yaml_dags(dags, dags_folder=str(folder), defaults_config_path=str(folder))
    return [dags[name] for name in sorted(dags)]


def command_cases(folder):
    """The commands of all tasks in each kind of run; whatever cannot be rendered ends this program."""
    for dag, (name, spec) in itertools.product(loaded(folder), CONTEXTS.items()):
        for task in dag.tasks:
            command = task.render_template(task.bash_command, context_of(task, spec), task.get_template_env())
            yield {"dag_id": dag.dag_id, "task_id": task.task_id, "context": name, "command": command}


def dag_cases(folder):
    for dag in loaded(folder):
        served = DagSerialization.deserialize_dag(DagSerialization.serialize_dag(dag))
        table = served.timetable
        now = "2026-06-15T12:00:00Z"
        patches = at(now)
        for patch in patches:
            patch.start()
        try:
            runs, last = [], None
            for _ in range(50):
                info = served.next_dagrun_info(last_automated_run_info=last)
                if info is None:
                    break
                runs.append(planned(info, table))
                last = info
        finally:
            for patch in patches:
                patch.stop()
        yield {
            "dag_id": dag.dag_id,
            "description": dag.description,
            "schedule": table.summary,
            "timetable": type(table).__name__,
            "timezone": str(dag.timezone.name),
            "start_date": written(served._time_restriction.earliest),
            "end_date": written(served._time_restriction.latest),
            "catchup": dag.catchup,
            "max_active_runs": dag.max_active_runs,
            "max_active_tasks": dag.max_active_tasks,
            "dagrun_timeout": seconds(dag.dagrun_timeout),
            "params": dag.params.dump(),
            # dag-factory adds one of its own.
            "tags": sorted(set(dag.tags) - {"dagfactory"}),
            "tasks": {task.task_id: described(task, served.get_task(task.task_id)) for task in dag.tasks},
            "now": now,
            "runs": runs,
        }


def main():
    files = {
        "cron": list(cron_cases()),
        "cron-refused": list(refused_cron_cases()),
        "timetables": list(timetable_cases()),
        "manual-runs": list(manual_cases()),
        "template-contexts": [{"contexts": CONTEXTS, "params": PARAMS}],
        "templates": list(template_cases()),
        "commands-shipped": list(command_cases(DAG_FOLDERS["shipped"])),
        "trigger-rules": list(trigger_rule_cases()),
        "retries": list(retry_cases()),
        "reprocessing": list(reprocess_cases()),
        "depends-on-past": list(past_cases()),
        **{f"dags-{name}": list(dag_cases(folder)) for name, folder in DAG_FOLDERS.items()},
    }
    differ = False
    for name, cases in files.items():
        text = "[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases) + "\n]\n"
        path = GOLDEN / f"{name}.json"
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{path.name}: Airflow says otherwise", file=sys.stderr)
                differ = True
        else:
            path.write_text(text, encoding="utf-8")
        print(f"{name}: {len(cases)}")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
