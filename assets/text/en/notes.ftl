# The notes on a scenario and its cities.
notes-scenario = This scenario
notes-title-field = Title of the scenario
notes-author-field = Author of the scenario
notes-horizon-field = Last year of the projection
notes-starts-in = The projection starts in
notes-first-year = First year, { $city }: { $year }
notes-before = Before believing it
notes-cover = What figures cover
notes-stocks = Stocks of { $year }
