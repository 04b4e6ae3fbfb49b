"""An economic developer opens the file that the planner sent, sees what changed and
who gains, and sends back an amended file."""

from pathlib import Path

from desk.journey import close
from desk.tree import everything, is_there, picked, says, the, wait_for

PRESET = Path(__file__).resolve().parents[3] / "presets/scenarios/protect-and-intensify.ron"
GRANTS = "Capital grants to small manufacturers, London"


def parties():
    """The rows of the parties: name, role, and how they fare."""
    ends = (": gains", ": loses", ": torn", ": hardly touched")
    return [node for node in everything() if node.name.endswith(ends)]


def changed(differences):
    """The levers of London in what `making-room diff` prints."""
    rows = [line.split() for line in differences.splitlines() if line.startswith("london ")]
    return {row[1] for row in rows if row[1].split(".")[0] in ("zoning", "rent", "incentives")}


def steps(journey):
    sent, answer = journey.home / "sent.scenario.ron", journey.home / "answer.scenario.ron"
    sent.write_text(PRESET.read_text().replace('title: "Protect and intensify"', 'title: "From the planner"'))
    levers = changed(journey.run("diff", "preset:reference", sent))
    journey.start()
    by = journey.by

    with journey.step("opens the file that was sent"):
        by.open(sent)
        journey.expect("the file", lambda: journey.saved(sent))
        the("toggle button", "From the planner")

    with journey.step("sees what changed"):
        by.tab("Changes")
        rows = lambda: {node.name for node in everything() if node.name.startswith("Go to ")}  # noqa: E731
        journey.expect("a row for each changed lever", lambda: len(rows()) == len(levers) > 3)

    with journey.step("sees who gains"):
        by.tab("Stakeholders")
        found = wait_for("the parties", lambda: parties() or None)
        journey.expect("somebody to gain", lambda: any(node.name.endswith(": gains") for node in found))
        makers = next(node.name for node in found if ", manufacturers: " in node.name)

    with journey.step("reads what manufacturers care about"):
        by.press(None, makers)
        journey.expect("what they are taken to care about", lambda: says("What it is taken to care about"))

    with journey.step("weighs it otherwise"):
        more = next(node.name for node in everything() if node.name.startswith("Wants more of it: "))
        by.press("push button", more)
        journey.expect("own weights", lambda: says("own weights"))
        journey.expect("the change to be unsaved", lambda: is_there("toggle button", "From the planner, not saved"))

    with journey.step("asks for larger grants"):
        by.put(GRANTS, 20.0)
        granted = the("slider", GRANTS).value

    with journey.step("goes back to the headlines"):
        by.tab("Overview")
        jobs = journey.card("Manufacturing jobs", "London", 2040)
        journey.expect("words beside the number", lambda: "jobs" in the("level bar", "Manufacturing jobs, London, 2040").description)

    with journey.step("saves the answer"):
        by.save_as(answer)
        journey.expect("the file to be saved", lambda: journey.saved(answer))
        journey.run("check", answer)
        mine = journey.run("diff", sent, answer)
        journey.expect("the weight among the differences", lambda: "concern" in mine)
        journey.expect("only grants among the levers", lambda: changed(mine) == {"incentives.capital_grants"})
        told = journey.projected(answer, "london", "manufacturing_jobs", 2040)
        journey.expect("the card to say what the command line says", lambda: close(jobs, told))

    with journey.step("opens the answer again"):
        by.command("File", "Close scenario")
        journey.expect("the scenario to close", lambda: not picked("toggle button", "From the planner"))
        by.open(answer)
        journey.expect("the answer", lambda: journey.saved(answer))
        journey.expect("the grants", lambda: close(the("slider", GRANTS).value, granted, 1e-9))

    journey.quit()
