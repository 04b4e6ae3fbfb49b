graph-all-years = All years in charts
graph-range = 80 % range
graph-median = Median
graph-before = Before the last change
graph-against-reference = Against the reference
graph-target = Target
graph-starts = Starts
graph-ramp-ends = Ramp ends
graph-lever-starts = { $name } starts
graph-levers-start = { $count } levers start
graph-levers-reached = { $count ->
    [one] 1 ramp ends
   *[other] { $count } ramps end
}
graph-course-level = The scenario stays about { $value } from { $from } to { $to }.
graph-course-rises = The scenario rises from { $from } in { $begin } to { $to } in { $end }.
graph-course-falls = The scenario falls from { $from } in { $begin } to { $to } in { $end }.
graph-course-peak = The scenario rises from { $from } in { $begin } to { $by } in { $turn }, then falls to { $to } in { $end }.
graph-course-dip = The scenario falls from { $from } in { $begin } to { $by } in { $turn }, then rises to { $to } in { $end }.
graph-year-change = { $year }: { $value }, { $change } against the reference
graph-year-same = { $year }: { $value }, as the reference
graph-year-value = { $year }: { $value }
graph-year-effect = 80 % range of the effect { $range }
graph-year-level = 80 % range { $range }
graph-year-observed = { $year }: { $value } observed ({ $series }).
graph-year-nothing = { $year }: no value.
graph-summary-levers = { $count } levers start in { $year }.
graph-summary-levers-between = { $count } levers start between { $first } and { $last }.
graph-summary-levers-named = { $count ->
    [one] { $names } starts in { $year }.
   *[other] { $names } start in { $year }.
}
graph-all-years-on = All years again, { $chart }
graph-all-years-hint = All years again, in every chart (0 or double click in a chart)
graph-no-value = no value
graph-nothing-here = no value in these years
