"""Takes one of the journeys.

Usage: take.py USE MEANS BINARY HOME FOLDER, with DISPLAY set and inside a session bus
of its own. USE is a module beside this one, MEANS is `pointer`, `keyboard` or
`reader`; HOME is an empty folder for files, FOLDER gets a screenshot of each step.
Ends with 1 where a step fails, and says which and why.
"""

import importlib
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

from desk.journey import Journey, take  # noqa: E402


def main():
    use, means, binary, home, folder = sys.argv[1:6]
    take(Journey(means, binary, home, folder), importlib.import_module(use).steps)


if __name__ == "__main__":
    main()
