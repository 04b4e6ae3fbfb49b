# The tabs of the centre and the chosen year.
tab-overview = Overview
tab-space = Space ledger
tab-why = Why
tab-changes = Changes
tab-compare = Compare
tab-backcast = Back-cast
tab-sectors = Sub-sectors
tab-budget = Budget
tab-fit = Fit to history
tab-about = Notes
tab-sources = Sources
tab-model = Model

tabs-more = More
tabs-year = Year
tabs-year-next = Next year
tabs-year-before = Year before
tabs-year-expected = a year
tabs-year-hint = The year of the cards and of the line in the charts. Click in a chart to choose one.
