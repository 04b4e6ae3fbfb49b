"""The planner builds a package, defends it in a meeting, and answers “what if the
release stops in 2030?” on the spot."""

from desk.journey import close
from desk.tree import everything, is_there, picked, the

CITY = "London"
PROTECTED = "Protected share of industrial land, London"
QUOTA = "Affordable workspace quota, London"
RELEASE = "Pace of release of the rest, London"
GRANTS = "Capital grants to small manufacturers, London"
JOBS = "Manufacturing jobs"


def steps(journey):
    file = journey.home / "meeting.scenario.ron"
    journey.start()
    by = journey.by

    with journey.step("opens on a preset"):
        journey.expect("the preset", lambda: is_there("toggle button", "Protect and intensify"))
        for city in ("London", "Brussels", "Rotterdam"):
            the("toggle button", city)

    with journey.step("begins a package of their own"):
        by.command("File", "New scenario…")
        by.write("Title", "Meeting package")
        by.submit("Create")
        journey.expect("the new scenario", lambda: is_there("toggle button", "Meeting package"))
        adopted = the("slider", PROTECTED).range
        journey.expect("adopted policy", lambda: close(adopted[0], 65.0))
        journey.expect("both ends of the lever", lambda: adopted[1:3] == (0.0, 100.0))
        before = journey.card(JOBS, CITY, 2040)

    with journey.step("protects more land"):
        by.put(PROTECTED, 90.0)
        journey.expect("the name of the step back", lambda: bool(picked("push button", f"Undo: {PROTECTED}…")))
        journey.expect("the unit", lambda: the("slider", PROTECTED).description.split(".")[0].endswith("\u00a0%"))
        journey.expect("more jobs", lambda: journey.card(JOBS, CITY, 2040) > before)

    with journey.step("adds a quota and grants"):
        by.put(QUOTA, 25.0)
        by.put(GRANTS, 12.0)
        journey.expect("grants", lambda: the("slider", GRANTS).value > 0.0)

    with journey.step("looks at 2035"):
        by.write("Year", "2035")
        package = journey.card(JOBS, CITY, 2035)

    with journey.step("what if the release stops in 2030"):
        by.put(RELEASE, 0.0)
        by.press("toggle button", f"About {RELEASE}")
        by.write(f"Start year of {RELEASE}", "2030")
        journey.expect("the start", lambda: close(the("slider", f"Start of {RELEASE}").value, 2030.0))
        journey.expect("an answer in jobs", lambda: journey.card(JOBS, CITY, 2035) != package)
        stopped = journey.card(JOBS, CITY, 2035)

    with journey.step("takes the answer back and gives it again"):
        by.undo()
        journey.expect("the start as it was", lambda: close(the("slider", f"Start of {RELEASE}").value, 2027.0))
        by.undo()
        journey.expect("the package as it was", lambda: close(journey.card(JOBS, CITY, 2035), package, 1e-12))
        by.redo()
        journey.expect("the release to stop", lambda: close(the("slider", RELEASE).value, 0.0, 0.05))
        by.redo()
        journey.expect("the answer again", lambda: close(journey.card(JOBS, CITY, 2035), stopped, 1e-12))

    with journey.step("saves it for the meeting"):
        by.save_as(file)
        journey.expect("the file to be saved", lambda: journey.saved(file))
        journey.run("check", file)
        differences = journey.run("diff", "preset:reference", file)
        for lever in ("protected_share", "affordable_quota", "capital_grants", "release_pace"):
            journey.expect(f"{lever} in the file", lambda: lever in differences)
        told = journey.projected(file, "london", "manufacturing_jobs", 2035)
        journey.expect("the card to say what the command line says", lambda: close(journey.card(JOBS, CITY, 2035), told))

    with journey.step("sees which lever does what"):
        by.tab("Changes")
        journey.expect("four changed levers", lambda: sum(n.name.startswith("Go to ") for n in everything()) == 4)
        journey.expect("nothing unsaved", lambda: not any(n.name.endswith(", not saved") for n in everything()))

    journey.quit()
