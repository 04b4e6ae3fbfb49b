"""A researcher reads the equations, and brings a city of their own as a data file."""

from pathlib import Path

from desk.journey import close
from desk.tree import is_there, says, says_number, the

PACK = Path(__file__).resolve().parents[2] / "data/vienna.ron"
PROTECTED = "Protected share of industrial land, Vienna"
CARD = "Manufacturing jobs, Vienna, 2040"


def steps(journey):
    file = journey.home / "vienna.scenario.ron"
    journey.run("new", "vienna", "london", "--pack", PACK, "-o", file)
    journey.start()
    by = journey.by

    with journey.step("reads the equations"):
        by.tab("Model")
        by.press("toggle button", "4. Jobs")
        journey.expect("the section", lambda: is_there("toggle button", "4. Jobs"))
        journey.expect("an equation", lambda: says("Lambda_max · tanh"))

    with journey.step("opens a city of their own"):
        by.open(file)
        journey.expect("the file", lambda: journey.saved(file))
        by.press("toggle button", "Vienna")
        by.tab("Overview")
        given = journey.projected(file, "vienna", "manufacturing_jobs", 2040)
        journey.expect("its jobs", lambda: close(journey.card("Manufacturing jobs", "Vienna", 2040), given))

    with journey.step("asks how the jobs come about"):
        by.press("level bar", CARD)
        journey.expect("the explanation", lambda: is_there("heading", "Manufacturing jobs"))
        journey.expect("the city's own number", lambda: says_number(given))

    with journey.step("closes the explanation"):
        by.close_explanation()
        journey.expect("the explanation to close", lambda: not is_there("push button", "Close the explanation"))

    with journey.step("moves a lever of the city"):
        by.put(PROTECTED, 80.0)
        journey.expect("other jobs", lambda: journey.card("Manufacturing jobs", "Vienna", 2040) != given)

    with journey.step("changes the outlook"):
        by.choose("Outlook: Plateau", "Renewed decline")
        journey.expect("the outlook", lambda: is_there("combo box", "Outlook: Renewed decline"))

    with journey.step("saves and reproduces the number"):
        by.command("File", "Save")
        journey.expect("the mark to go", lambda: journey.saved(file))
        told = journey.projected(file, "vienna", "manufacturing_jobs", 2040)
        journey.expect("the card to say what the command line says", lambda: close(journey.card("Manufacturing jobs", "Vienna", 2040), told))
        the("slider", PROTECTED)

    journey.quit()
