graph-all-years = Toutes les années dans les graphiques
graph-range = Intervalle à 80 %
graph-median = Médiane
graph-before = Avant le dernier changement
graph-against-reference = Par rapport à la référence
graph-target = Objectif
graph-starts = Démarre
graph-ramp-ends = Fin de montée
graph-lever-starts = { $name } démarre
graph-levers-start = { $count } leviers démarrent
graph-levers-reached = { $count ->
    [one] 1 montée s’achève
   *[other] { $count } montées s’achèvent
}
graph-course-level = Le scénario reste autour de { $value } de { $from } à { $to }.
graph-course-rises = Le scénario monte de { $from } en { $begin } à { $to } en { $end }.
graph-course-falls = Le scénario baisse de { $from } en { $begin } à { $to } en { $end }.
graph-course-peak = Le scénario monte de { $from } en { $begin } à { $by } en { $turn }, puis baisse à { $to } en { $end }.
graph-course-dip = Le scénario baisse de { $from } en { $begin } à { $by } en { $turn }, puis remonte à { $to } en { $end }.
graph-year-change = { $year } : { $value }, { $change } par rapport à la référence
graph-year-same = { $year } : { $value }, comme la référence
graph-year-value = { $year } : { $value }
graph-year-effect = intervalle à 80 % de l’effet { $range }
graph-year-level = intervalle à 80 % { $range }
graph-year-observed = { $year } : { $value } observé ({ $series }).
graph-year-nothing = { $year } : aucune valeur.
graph-summary-levers = { $count } leviers démarrent en { $year }.
graph-summary-levers-between = { $count } leviers démarrent entre { $first } et { $last }.
graph-summary-levers-named = { $count ->
    [one] { $names } démarre en { $year }.
   *[other] { $names } démarrent en { $year }.
}
graph-all-years-on = Toutes les années, { $chart }
graph-all-years-hint = Revenir à toutes les années, dans tous les graphiques (0 ou double clic dans un graphique)
graph-no-value = aucune valeur
graph-nothing-here = aucune valeur pour ces années
