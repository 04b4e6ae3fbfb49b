"""The analyst checks the model against history and sources, overrides an assumption
with a reason, and takes the numbers to a spreadsheet."""

import csv
import re
import shutil
from pathlib import Path

from desk.journey import close
from desk.means import tab_is
from desk.tree import Missing, everything, is_there, picked, says, the, wait_for

PRESET = Path(__file__).resolve().parents[3] / "presets/scenarios/protect-and-intensify.ron"
CARD = "Real rent, London, 2040"
REASON = "Letting agents see more empty units than the register."


def scores(printed):
    """The error in ten years and that of a straight line, as `making-room backcast` has them."""
    head, row = None, None
    for line in printed.splitlines():
        words = line.split()
        if line.startswith("# group"):
            head = words
        elif line.startswith("# london.jobs.gla_wfj ") and "ex_ante" in words and words[words.index("ex_ante") + 1] == "10":
            row = words
    if head is None or row is None:
        raise Missing(f"no scores at ten years in\n{printed}")
    at = dict(zip(head, row))
    return float(at["mape"]), float(at["mape_trend"])


def steps(journey):
    package = journey.home / "package.scenario.ron"
    shutil.copy(PRESET, package)
    sheet = journey.home / "jobs.csv"
    model, line = scores(journey.run("backcast", "--city", "london"))
    journey.start(package)
    by = journey.by

    with journey.step("opens the package"):
        journey.expect("the file", lambda: journey.saved(package))
        before = journey.card("Real rent", "London", 2040)

    with journey.step("sees how far off the model has been"):
        note = wait_for("the back-cast beside the chart", lambda: picked("push button", "Back-cast: off by …") or None)[0]
        said = [float(number) for number in re.findall(r"(\d+)\s*%", note.name)]
        journey.expect("the errors of the command line", lambda: abs(said[0] - model) <= 1 and abs(said[1] - line) <= 1)

    with journey.step("looks at the back-cast"):
        by.press("push button", note.name)
        journey.expect("the tab", lambda: tab_is("Back-cast"))
        charts = lambda: [n for n in everything() if n.name.startswith("Chart: ") and n.description]  # noqa: E731
        journey.expect("a chart that says what it shows", lambda: len(charts()) > 0)

    with journey.step("finds the constant among the sources"):
        by.tab("Sources")
        by.write("Search in sources", "v_star")
        journey.expect("few entries", lambda: 0 < len(entries()) < 12)
        by.entry("v_star")
        journey.expect("its page", lambda: is_there("entry", "Own value of v_star"))
        for fact in ("Source", "Label", "Range"):
            journey.expect(f"its {fact.lower()}", lambda: is_there("label", fact))

    with journey.step("overrides it with a reason"):
        by.write("Own value of v_star", "0.12")
        by.write("Reason for your own v_star", REASON)
        by.press("push button", "Assume it")
        journey.expect("the mark in the status line", lambda: says("1 own assumption"))

    with journey.step("sees what it does"):
        by.tab("Overview")
        journey.expect("another rent", lambda: journey.card("Real rent", "London", 2040) != before)
        journey.expect("the card to say so", lambda: "own assumption" in the("level bar", CARD).description)

    with journey.step("takes the numbers to a spreadsheet"):
        by.press("push button", "Copy or save Manufacturing jobs, London")
        by.item("Save the numbers (CSV)…")
        by.path(sheet)
        journey.expect("the file to be there", sheet.is_file)

    with journey.step("saves the package"):
        by.command("File", "Save")
        journey.expect("the mark to go", lambda: journey.saved(package))
        journey.expect("the reason in the file", lambda: REASON in package.read_text())
        differences = journey.run("diff", PRESET, package)
        journey.expect("the constant in the file", lambda: "v_star" in differences)
        told = journey.projected(package, "london", "real_rent", 2040)
        journey.expect("the card to say what the command line says", lambda: close(journey.card("Real rent", "London", 2040), told))

    with journey.step("reproduces the spreadsheet from the file"):
        told = journey.projected(package, "london", "manufacturing_jobs", 2040)
        journey.expect("the same jobs", lambda: close(in_sheet(sheet, 2040), told, 1e-4))

    journey.quit()


def entries():
    return [node for node in everything() if node.role == "list item"]


def in_sheet(path, year):
    """The scenario's jobs of a year in the spreadsheet."""
    rows = list(csv.DictReader(line for line in path.read_text().splitlines() if line and not line.startswith("#")))
    for row in rows:
        if row.get("year") == str(year):
            column = next(name for name in row if name and "cenario" in name)
            return float(row[column])
    raise Missing(f"no {year} in {path.read_text()[:400]}")
