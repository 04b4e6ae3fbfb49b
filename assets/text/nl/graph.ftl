graph-all-years = Alle jaren in grafieken
graph-range = Bandbreedte 80 %
graph-median = Mediaan
graph-before = Vóór de laatste wijziging
graph-against-reference = Ten opzichte van de referentie
graph-target = Doel
graph-starts = Gaat in
graph-ramp-ends = Volledig in werking
graph-lever-starts = { $name } gaat in
graph-levers-start = { $count } maatregelen gaan in
graph-levers-reached = { $count ->
    [one] 1 maatregel volledig in werking
   *[other] { $count } maatregelen volledig in werking
}
graph-course-level = Het scenario blijft rond { $value } van { $from } tot { $to }.
graph-course-rises = Het scenario stijgt van { $from } in { $begin } naar { $to } in { $end }.
graph-course-falls = Het scenario daalt van { $from } in { $begin } naar { $to } in { $end }.
graph-course-peak = Het scenario stijgt van { $from } in { $begin } naar { $by } in { $turn } en daalt daarna naar { $to } in { $end }.
graph-course-dip = Het scenario daalt van { $from } in { $begin } naar { $by } in { $turn } en stijgt daarna naar { $to } in { $end }.
graph-year-change = { $year }: { $value }, { $change } ten opzichte van de referentie
graph-year-same = { $year }: { $value }, gelijk aan de referentie
graph-year-value = { $year }: { $value }
graph-year-effect = bandbreedte van het effect (80 %) { $range }
graph-year-level = bandbreedte (80 %) { $range }
graph-year-observed = { $year }: { $value } waargenomen ({ $series }).
graph-year-nothing = { $year }: geen waarde.
graph-summary-levers = { $count } maatregelen gaan in { $year } in.
graph-summary-levers-between = { $count } maatregelen gaan in tussen { $first } en { $last }.
graph-summary-levers-named = { $count ->
    [one] { $names } gaat in { $year } in.
   *[other] { $names } gaan in { $year } in.
}
graph-all-years-on = Weer alle jaren, { $chart }
graph-all-years-hint = Weer alle jaren, in elke grafiek (0 of dubbelklik in een grafiek)
graph-no-value = geen waarde
graph-nothing-here = geen waarde in deze jaren
