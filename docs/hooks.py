"""What MkDocs does beside building the site: it lists the decisions, out of their own headings, and refuses
lists that no blank line precedes, which it would print as one paragraph (other readers of Markdown would not)."""

import re
from pathlib import Path

from mkdocs.exceptions import PluginError

LIST = "<!-- adr -->"
ITEM = re.compile(r"(\*|-|\d+\.) \S")
CODE = re.compile(r"(?ms)^ *```.*?^ *```$")


def on_page_markdown(markdown, page, config, **_):
    text = CODE.sub("", markdown).splitlines()
    for before, line in zip(text, text[1:]):
        if ITEM.match(line) and before and not before[0].isspace() and not ITEM.match(before):
            raise PluginError(f"{page.file.src_path}: put a blank line before the list that begins with: {line}")
    if LIST not in markdown:
        return markdown
    folder = Path(config["docs_dir"]) / "adr"
    lines = []
    for file in sorted(folder.glob("[0-9]*.md")):
        title = file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        number, _, rest = title.partition(" ")
        lines.append(f"* {number} [{rest}]({file.name})")
    return markdown.replace(LIST, "\n".join(lines))
