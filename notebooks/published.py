"""Published figures, as a Python notebook asks for them: read only, the same for as long as it runs.

What is served is named by serving/CURRENT in the folder XEPHANG_HOME; the views and their columns are
those of docs/data-dictionary.md.
"""

import os
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pandas
from IPython.display import Markdown, display
from matplotlib.ticker import FuncFormatter
from pandas.io.formats.style import Styler

SYNTHETIC = "SỐ LIỆU GIẢ LẬP dùng để minh họa, không phải số liệu thật (synthetic data)"


def connect() -> duckdb.DuckDBPyConnection:
    """Opens what was published last; it can read that and nothing else."""
    home = Path(os.environ.get("XEPHANG_HOME", "var")).resolve()
    pointer = home / "serving" / "CURRENT"
    if not pointer.is_file():
        raise FileNotFoundError(
            f"{home}: chưa có công bố nào; hãy chạy xephang run, rồi mở sổ bằng xephang notebook, hoặc đặt"
            f" XEPHANG_HOME / nothing was published here: run xephang run and open notebooks by xephang"
            f" notebook, or let XEPHANG_HOME name another folder"
        )
    connection, files = _open_current(pointer)
    # In this order: paths can only be named while everything may still be read.
    connection.execute(
        "SET allowed_paths = [" + ", ".join(_quoted(file) for file in files) + "]"
    )
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _open_current(pointer: Path) -> tuple[duckdb.DuckDBPyConnection, list[str]]:
    """The database that the pointer names, and the files that it reads. Who has read the pointer may
    find the database gone, since others were published meanwhile: then the pointer names another."""
    name = pointer.read_text(encoding="utf-8").strip()
    while True:
        database = pointer.parent / name
        try:
            connection = duckdb.connect(str(database), read_only=True)
            files = database.with_suffix(".files").read_text(encoding="utf-8")
            return connection, files.splitlines()
        except (duckdb.IOException, FileNotFoundError):
            now = pointer.read_text(encoding="utf-8").strip()
            if now == name:
                raise
            name = now


def ask(
    connection: duckdb.DuckDBPyConnection, sql: str, **parameters: object
) -> pandas.DataFrame:
    """Answers a SELECT; a parameter stands in it as $name."""
    return connection.execute(sql, parameters or None).df()


def require_dossiers(connection: duckdb.DuckDBPyConnection) -> None:
    """Fails, and says how to have some, if no dossier was published."""
    if connection.execute("SELECT count(*) FROM dossier").fetchone() == (0,):
        raise LookupError(
            "Chưa có hồ sơ nào; mẫu giả lập / There are no dossiers; for synthetic ones:"
            " data-samples/generate --sample && ./xephang run --landing data-samples/dossiers-landing"
        )


def about(connection: duckdb.DuckDBPyConnection) -> None:
    """Says which publication this is, and whether its figures are made up."""
    number, as_of = connection.execute(
        "SELECT publication_id, as_of FROM publication"
    ).fetchone()
    (synthetic,) = connection.execute(
        "SELECT count(*) FROM ingest_file WHERE status = 'ingested' AND file LIKE '%synthetic%'"
    ).fetchone()
    if synthetic:
        display(Markdown(f"**{SYNTHETIC}**"))
    say(
        f"Công bố số {number}, số liệu đến ngày {date(as_of)}.",
        f"Publication {number}, figures up to {date(as_of)}.",
    )


def say(vi: str, en: str) -> None:
    """A sentence around computed figures, in both languages."""
    display(Markdown(f"{vi}\n\n*{en}*"))


def table(rows: pandas.DataFrame, *headings: str) -> Styler:
    """Shows rows under these headings, one for each column; counts as count() writes them."""
    shown = rows.set_axis(list(headings), axis="columns")
    numbers = shown.select_dtypes("number").columns
    words = [heading for heading in headings if heading not in numbers]
    return (
        shown.style.hide(axis="index")
        .format(count, subset=numbers)
        .set_properties(subset=words, **{"text-align": "left"})
        .set_table_styles([{"selector": "th", "props": "text-align: left"}])
    )


def percent(fraction: float | None) -> str:
    """A fraction of 1 as Vietnamese documents print it: 54,53%; a dash if there is none."""
    if pandas.isna(fraction):
        return "–"
    exact = Decimal(repr(float(fraction))) * 100
    rounded = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{rounded}".replace(".", ",") + "%"


def count(number: float | None) -> str:
    """A count with a point between thousands: 1.988; a dash if there is none."""
    return "–" if pandas.isna(number) else f"{int(number):,}".replace(",", ".")


def date(day: object) -> str:
    """A day as Vietnamese documents print it: 20/8/2020."""
    day = pandas.Timestamp(day)
    return f"{day.day}/{day.month}/{day.year}"


def month(day: object) -> str:
    """The month of a day: 8/2020."""
    day = pandas.Timestamp(day)
    return f"{day.month}/{day.year}"


def percent_axis() -> FuncFormatter:
    """Percentages on the axis of a chart: 20%."""
    return FuncFormatter(lambda value, _: f"{value * 100:g}%".replace(".", ","))


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"
