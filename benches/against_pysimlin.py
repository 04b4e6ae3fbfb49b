"""How long one run of the exported model takes in pysimlin.

`cargo bench --bench against_pysimlin` runs this and puts its figure beside the
program's own. Reads files and a count of runs from the command line and prints
microseconds a run, one line a file: the median over batches. Only the run is
timed, not the reading of the file, nor its compilation, nor the results.
"""

import statistics
import sys
import time

import simlin

RUNS, BATCHES = 20, 15

for file in sys.argv[1:]:
    simulation = simlin.load(file).simulate()
    simulation.run_to_end()
    batches = []
    for _ in range(BATCHES):
        start = time.perf_counter()
        for _ in range(RUNS):
            simulation.reset()
            simulation.run_to_end()
        batches.append((time.perf_counter() - start) / RUNS * 1e6)
    print(statistics.median(batches))
