# Charts: their legends, notes and what a screen reader says.
charts-scenario = Scenario
charts-reference = Reference
charts-observed = Observed
charts-forecast = Forecast of { $year }
charts-counted = What is counted
charts-share = Share of manufacturing jobs
charts-share-in = { $share } % in { $year }, { $label }.
charts-share-is = { $share } %, { $label }.
charts-jobs = jobs
charts-workplace-jobs = workplace jobs
charts-prices = { $year } prices
charts-net = { $unit } net, { $prices }
charts-discounted = { $unit }, discounted, { $prices }
charts-homes = homes, cumulative
charts-of-floorspace = % of floorspace
charts-no-series = no observed series
charts-few = { $count ->
        [one] 1 observation only
       *[other] { $count } observations only
    }
charts-no-value = { $year }: no value
charts-year = { $year }: { $words }
charts-line = { $name }: { $figure }
charts-target = Target { $figure } in { $year }
charts-name = Chart: { $name }. Arrow keys move the year
charts-arrows = { $name }. Arrow keys move the year
charts-notes = Notes on { $name }
charts-how = How { $name } is computed
charts-how-hint = How it is computed
charts-target-for = Target for { $name }
charts-set-target = Set a target
charts-targets = Targets
charts-by = { $figure } by { $year }
charts-by-year = By { $year }
charts-remove-target = Remove the target for { $name } in { $year }
charts-remove = Remove
charts-choose-year = Choose a year within the projection to set one.
charts-target-field = Target for { $name } in { $year }
charts-type-target = Type the value to reach, in the unit of the chart
charts-number-as = a number, as in { $shown }
charts-target-help = Type a value and press Enter. The year is the one chosen in the charts.
