"""What MkDocs adds while it builds the site: the list of decisions, out of their own headings."""

from pathlib import Path

LIST = "<!-- adr -->"


def on_page_markdown(markdown, page, config, **_):
    if LIST not in markdown:
        return markdown
    folder = Path(config["docs_dir"]) / "adr"
    lines = []
    for file in sorted(folder.glob("[0-9]*.md")):
        title = file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        number, _, rest = title.partition(" ")
        lines.append(f"* {number} [{rest}]({file.name})")
    return markdown.replace(LIST, "\n".join(lines))
