"""Compares this scheduler with the real Apache Airflow, and has Airflow's own client use its API.

    python check.py XEPHANG

XEPHANG is the launcher. What is checked: every dag file loads without an import error; the next 50 runs
of each dag and the commands of its tasks are the same in both; apache-airflow-client can do its work.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from datetime import datetime, timezone
from pathlib import Path

XEPHANG = Path(sys.argv[1]).resolve()
HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parent / "dags"
RUNS = 50

os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="airflow-check-")
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
os.environ["AIRFLOW__CORE__DAGS_FOLDER"] = str(SHIPPED)
os.environ["AIRFLOW__DAG_FACTORY__ENABLE_TELEMETRY"] = "False"
os.environ["AIRFLOW__LOGGING__LOGGING_LEVEL"] = "ERROR"
os.environ["DO_NOT_TRACK"] = "1"
os.environ["XEPHANG_HOME"] = tempfile.mkdtemp(prefix="xephang-check-")
for name in ("XEPHANG_LANDING", "XEPHANG_REPORTS", "XEPHANG_DAGS"):
    os.environ.pop(name, None)

import pendulum  # noqa: E402
from airflow.dag_processing.dagbag import DagBag  # noqa: E402
from airflow.sdk.api.datamodels import _generated as api  # noqa: E402
from airflow.sdk.execution_time.task_runner import RuntimeTaskInstance  # noqa: E402
from airflow.serialization.serialized_objects import DagSerialization  # noqa: E402
from airflow_client import client  # noqa: E402
from airflow_client.client.api import (  # noqa: E402
    backfill_api,
    dag_api,
    dag_run_api,
    import_error_api,
    monitor_api,
    task_api,
    task_instance_api,
    version_api,
)
from airflow_client.client.exceptions import ApiException  # noqa: E402
from airflow_client.client import models  # noqa: E402


def xephang(*arguments, **variables):
    done = subprocess.run(
        [XEPHANG, *arguments], env={**os.environ, **variables}, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode != 0:
        raise SystemExit(f"xephang {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def expect(found, expected, what):
    if found != expected:
        raise SystemExit(f"{what}: found {found!r}, expected {expected!r}")


# ---- dag files, schedules, templates --------------------------------------------------------------


def loaded():
    bag = DagBag(dag_folder=str(SHIPPED))
    expect(bag.import_errors, {}, "import errors of Airflow")
    ours = [dag["dag_id"] for dag in json.loads(xephang("dags", "list", "--format", "json"))]
    # dag-factory passes over a file that it cannot use: only the list of dags shows it.
    expect(sorted(bag.dags), sorted(ours), "dags that Airflow has loaded")
    return bag.dags


def compare_schedule(dag):
    served = DagSerialization.deserialize_dag(DagSerialization.serialize_dag(dag))
    theirs, last = [], None
    for _ in range(RUNS):
        last = served.next_dagrun_info(last_automated_run_info=last)
        theirs.append(last.logical_date.in_timezone("UTC").isoformat().replace("+00:00", "Z"))
    printed = xephang("dags", "next-execution", dag.dag_id, "-n", str(RUNS)).splitlines()
    expect([line.split("logical_date ")[1] for line in printed], theirs, f"runs of {dag.dag_id}")


def rendered(dag, task, date):
    served = DagSerialization.deserialize_dag(DagSerialization.serialize_dag(dag))
    interval = served.timetable.infer_manual_data_interval(run_after=date)
    run = api.DagRun(
        dag_id=dag.dag_id,
        run_id="check",
        logical_date=date,
        data_interval_start=interval.start,
        data_interval_end=interval.end,
        run_after=date,
        start_date=None,
        end_date=None,
        run_type="manual",
        state="running",
        conf={},
        consumed_asset_events=[],
        partition_key=None,
    )
    ti = RuntimeTaskInstance.model_construct(
        id="00000000-0000-0000-0000-000000000000",
        task=task,
        task_id=task.task_id,
        dag_id=dag.dag_id,
        run_id="check",
        try_number=1,
        map_index=-1,
    )
    ti._ti_context_from_server = api.TIRunContext(
        dag_run=api.DagRun.model_validate_json(run.model_dump_json()), max_tries=0
    )
    return task.render_template(task.bash_command, ti.get_template_context(), task.get_template_env())


def compare_templates(dag):
    for date in ("2026-03-01T18:30:00+00:00", "2026-12-31T17:00:00+00:00"):
        for task in dag.tasks:
            if type(task).__name__ == "BashOperator":
                theirs = rendered(dag, task, pendulum.parse(date))
                ours = xephang("tasks", "render", dag.dag_id, task.task_id, date)
                expect(ours, theirs + "\n", f"command of {dag.dag_id}.{task.task_id} at {date}")


# ---- the API, by Airflow's client -----------------------------------------------------------------


def refused(status, call, *arguments, **named):
    try:
        call(*arguments, **named)
    except ApiException as e:
        expect(e.status, status, f"status of {call.__name__}{arguments}{named}")
        return json.loads(e.body)["detail"]
    raise SystemExit(f"{call.__name__}{arguments} was not refused")


def finished(runs, dag_id, run_id):
    for _ in range(600):
        run = runs.get_dag_run(dag_id, run_id)
        if run.state in ("success", "failed"):
            return run
        time.sleep(0.1)
    raise SystemExit(f"{dag_id} {run_id} does not end")


def use_api(home, port):
    host = f"http://127.0.0.1:{port}"
    password = (home / "scheduler" / "token").read_text().strip()
    asked = urllib.request.Request(
        f"{host}/auth/token",
        data=json.dumps({"username": "operator", "password": password}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asked) as answer:
        expect(answer.status, 201, "status of the token endpoint")
        token = json.load(answer)["access_token"]

    with client.ApiClient(client.Configuration(host=host)) as nobody:
        version_api.VersionApi(nobody).get_version()
        refused(401, dag_api.DAGApi(nobody).get_dags)

    with client.ApiClient(client.Configuration(host=host, access_token=token)) as connection:
        dags, runs = dag_api.DAGApi(connection), dag_run_api.DagRunApi(connection)
        tasks = task_instance_api.TaskInstanceApi(connection)

        expect(monitor_api.MonitorApi(connection).get_health().scheduler.status, "healthy", "health")
        errors = import_error_api.ImportErrorApi(connection).get_import_errors()
        expect([e.filename for e in errors.import_errors], ["bad.yaml"], "files")
        error = import_error_api.ImportErrorApi(connection).get_import_error(errors.import_errors[0].import_error_id)
        assert "line 3" in error.stack_trace, error.stack_trace

        page = dags.get_dags(limit=1, offset=1)
        expect((page.total_entries, [dag.dag_id for dag in page.dags]), (2, ["flaky"]), "second page of dags")
        expect([dag.dag_id for dag in dags.get_dags(tags=["trial"]).dags], ["flaky"], "dags by tag")
        expect(dags.get_dag("flaky").is_paused, True, "a new dag is paused")
        expect(dags.get_dag_details("flaky").timezone, "Asia/Ho_Chi_Minh", "time zone")
        listed = task_api.TaskApi(connection).get_tasks("flaky").tasks
        expect([task.task_id for task in listed], ["first", "second", "end"], "tasks")
        refused(404, dags.get_dag, "nowhere")
        # The client itself refuses such a limit.
        asked = urllib.request.Request(f"{host}/api/v2/dags?limit=-1", headers={"Authorization": f"Bearer {token}"})
        try:
            urllib.request.urlopen(asked)
            raise SystemExit("a negative limit was not refused")
        except urllib.error.HTTPError as e:
            expect((e.code, json.load(e)["detail"][0]["loc"]), (422, ["query", "limit"]), "shape of the error")

        expect(dags.patch_dag("by_hand", models.DAGPatchBody(is_paused=False)).is_paused, False, "unpaused")
        # Unpausing a dag without catch-up starts the run that was missed last.
        dags.patch_dag("flaky", models.DAGPatchBody(is_paused=False))
        missed = runs.get_dag_runs("flaky").dag_runs
        expect([run.run_type for run in missed], ["scheduled"], "runs after unpausing")
        expect(finished(runs, "flaky", missed[0].dag_run_id).state, "success", "state of the missed run")

        date = datetime(2026, 2, 3, 4, 5, 6, tzinfo=timezone.utc)
        body = models.TriggerDAGRunPostBody(logical_date=date, conf={"unit": "H27"})
        run = runs.trigger_dag_run("flaky", body)
        refused(409, runs.trigger_dag_run, "flaky", body)
        run = finished(runs, "flaky", run.dag_run_id)
        expect((run.state, run.logical_date, run.conf), ("success", date, {"unit": "H27"}), "the run")

        instances = tasks.get_task_instances("flaky", run.dag_run_id).task_instances
        expect(
            {ti.task_id: (ti.state, ti.try_number) for ti in instances},
            {"first": ("success", 2), "second": ("success", 1), "end": ("success", 0)},
            "task instances",
        )
        tries = tasks.get_task_instance_tries("flaky", run.dag_run_id, "first").task_instances
        expect([ti.state for ti in tries], ["failed", "success"], "tries")
        log = tasks.get_log("flaky", run.dag_run_id, "first", 1, full_content=True, map_index=-1)
        assert "Đơn vị H27 try 1" in log.to_json() or "Đơn vị H27 try 1" in json.dumps(
            log.to_dict(), ensure_ascii=False, default=str
        ), log

        clear = models.ClearTaskInstancesBody(
            dry_run=True, dag_run_id=run.dag_run_id, task_ids=[models.ClearTaskInstancesBodyTaskIdsInner("second")],
            include_downstream=True, only_failed=False,
        )
        would = tasks.post_clear_task_instances("flaky", clear).task_instances
        expect(sorted(ti.task_id for ti in would), ["end", "second"], "tasks that clearing would touch")
        clear.dry_run = False
        tasks.post_clear_task_instances("flaky", clear)
        finished(runs, "flaky", run.dag_run_id)
        tries = tasks.get_task_instance_tries("flaky", run.dag_run_id, "second").task_instances
        expect([ti.state for ti in tries], ["success", "success"], "tries after clearing")

        listed = runs.get_dag_runs("flaky", order_by=["-logical_date"], logical_date_gte=date, state=["success"])
        dates = [one.logical_date for one in listed.dag_runs]
        expect(dates, sorted(dates, reverse=True), "runs by date")
        expect(dates[-1], date, "the first run since a date")
        expect(runs.get_dag_runs("flaky", run_after_lt=datetime(2020, 1, 1, tzinfo=timezone.utc)).total_entries, 0, "")
        began = tasks.get_task_instances("flaky", run.dag_run_id, order_by=["-start_date"], start_date_gte=date)
        expect([ti.task_id for ti in began.task_instances], ["second", "first", "end"], "tasks by their beginning")
        expect([d.dag_id for d in dags.get_dags(order_by=["-dag_id"]).dags], ["flaky", "by_hand"], "dags backwards")
        for listing in (dags.get_dags, lambda **asked: runs.get_dag_runs("flaky", **asked)):
            detail = refused(400, listing, order_by=["colour"])
            assert "Ordering with 'colour' is disallowed" in detail, detail
        refused(422, runs.get_dag_runs, "flaky", state=["broken"])
        clear = models.ClearTaskInstancesBody(
            dag_run_id=run.dag_run_id, only_failed=False, include_past=True, include_future=True, reset_dag_runs=False,
            task_ids=[models.ClearTaskInstancesBodyTaskIdsInner("first")],
        )
        expect(tasks.post_clear_task_instances("flaky", clear).total_entries, 2, "tasks of all dates; nothing is done")
        clear = models.ClearTaskInstancesBody(dag_run_id=run.dag_run_id, only_failed=False, only_running=True)
        expect(tasks.post_clear_task_instances("flaky", clear).total_entries, 0, "tasks at work")
        clear.note = "why"
        expect(refused(422, tasks.post_clear_task_instances, "flaky", clear)[0]["loc"], ["body", "note"], "")

        backfills = backfill_api.BackfillApi(connection)
        wanted = models.BackfillPostBody(
            dag_id="flaky",
            from_date=datetime(2026, 1, 10, tzinfo=timezone.utc),
            to_date=datetime(2026, 1, 13, tzinfo=timezone.utc),
            max_active_runs=2,
        )
        planned = backfills.create_backfill_dry_run(wanted)
        expect(planned.total_entries, 3, "runs that a backfill would make")
        backfills.create_backfill(wanted)
        made = runs.get_dag_runs("flaky", run_type=["backfill"]).dag_runs
        expect(len(made), 3, "runs of the backfill")
        for one in made:
            expect(finished(runs, "flaky", one.dag_run_id).state, "success", "a run of the backfill")


def serve_and_use():
    home = Path(tempfile.mkdtemp(prefix="xephang-api-"))
    variables = {**os.environ, "XEPHANG_HOME": str(home), "XEPHANG_DAGS": str(HERE / "client-dags")}
    scheduler = subprocess.Popen([XEPHANG, "scheduler", "--port", "0"], env=variables)
    try:
        endpoint = home / "scheduler" / "endpoint.json"
        for _ in range(300):
            if endpoint.exists():
                break
            time.sleep(0.1)
        use_api(home, json.loads(endpoint.read_text())["port"])
    finally:
        scheduler.terminate()
        scheduler.wait(timeout=20)


def main():
    dags = loaded()
    for dag in dags.values():
        compare_schedule(dag)
        compare_templates(dag)
    print(f"{len(dags)} dags load in Airflow; their next {RUNS} runs and their commands are the same here")
    serve_and_use()
    print("apache-airflow-client works with the API")


if __name__ == "__main__":
    main()
