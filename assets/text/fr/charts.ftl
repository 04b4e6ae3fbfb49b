# Les graphiques : légendes, notes et ce que dit un lecteur d’écran.
charts-scenario = Scénario
charts-reference = Référence
charts-observed = Observé
charts-forecast = Prévision de { $year }
charts-counted = Ce qui est compté
charts-share = Part des emplois manufacturiers
charts-share-in = { $share } % en { $year }, { $label }.
charts-share-is = { $share } %, { $label }.
charts-jobs = emplois
charts-workplace-jobs = emplois au lieu de travail
charts-prices = prix de { $year }
charts-net = { $unit } net, { $prices }
charts-discounted = { $unit }, actualisé, { $prices }
charts-homes = logements, cumulé
charts-of-floorspace = % des surfaces
charts-no-series = aucune série observée
charts-few = { $count ->
        [one] { $count } observation
       *[other] { $count } observations
    }
charts-no-value = { $year } : pas de valeur
charts-year = { $year } : { $words }
charts-line = { $name } : { $figure }
charts-target = Objectif { $figure } en { $year }
charts-name = Graphique : { $name }. Les touches fléchées changent l’année
charts-arrows = { $name }. Les touches fléchées changent l’année
charts-notes = Notes sur : { $name }
charts-how = Mode de calcul : { $name }
charts-how-hint = Mode de calcul
charts-target-for = Objectif : { $name }
charts-set-target = Fixer un objectif
charts-targets = Objectifs
charts-by = { $figure } d’ici { $year }
charts-by-year = D’ici { $year }
charts-remove-target = Supprimer l’objectif : { $name }, { $year }
charts-remove = Supprimer
charts-choose-year = Choisissez une année de la projection pour en fixer un.
charts-target-field = Objectif : { $name }, { $year }
charts-type-target = Tapez la valeur à atteindre, dans l’unité du graphique
charts-number-as = un nombre, comme { $shown }
charts-target-help = Tapez une valeur puis Entrée. L’année est celle choisie dans les graphiques.
