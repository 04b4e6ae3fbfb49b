"""Runs exported models in other engines and prints what they find.

Reads a list of runs from standard input, as JSON: `file`, the `variables` to
report, `inputs` to change by name, and the `engines` to run it in. Prints one
JSON list of `file`, `engine`, `issues` and `values` by variable.
"""

import functools
import json
import sys
import warnings

import black
import pysd
import simlin
from pysd.py_backend.model import Macro
from pysd.translators.xmile.xmile_element import Element

warnings.filterwarnings("ignore")

# What takes PySD long and changes no result: making the Python it writes look
# good, counting which values are asked for more than once before keeping them
# for a step, and reading equations again that several models share.
black.format_file_contents = lambda text, **_: text
Macro._count_calls = lambda *_: 2
read, known = Element._smile_parser, {}


def read_once(element, equation):
    if equation not in known:
        known[equation] = read(element, equation)
    return known[equation]


Element._smile_parser = read_once


@functools.cache
def opened(file):
    return simlin.load(file)


def in_simlin(run):
    model = opened(run["file"])
    simulation = model.simulate(overrides=run["inputs"])
    simulation.run_to_end()
    values = {name: list(simulation.get_series(name)) for name in run["variables"]}
    return [issue.message for issue in model.check()], values


def in_pysd(run):
    model = pysd.read_xmile(run["file"])
    table = model.run(params=run["inputs"], return_columns=run["variables"])
    return [], {name: [float(value) for value in table[name]] for name in run["variables"]}


ENGINES = {"simlin": in_simlin, "PySD": in_pysd}


def main():
    found = []
    for run in json.load(sys.stdin):
        for engine in run["engines"]:
            issues, values = ENGINES[engine](run)
            found.append({"file": run["file"], "engine": engine, "issues": issues, "values": values})
    json.dump(found, sys.stdout)


main()
