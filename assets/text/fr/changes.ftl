# La liste des leviers qui s’écartent de la politique adoptée.
changes-title = Leviers modifiés, et l’effet de chacun sur
changes-in = en { $year }
changes-count = { $count ->
    [0] aucun levier modifié
    [1] 1 levier modifié
   *[other] { $count } leviers modifiés
}
changes-none = Tous les leviers de { $city } suivent la politique adoptée. Déplacez-en un à droite, ou ouvrez un scénario fourni dans le menu Fichier : il apparaîtra ici.
changes-lever = Levier
changes-adopted = Adopté
changes-now = Réglé à
changes-since = Années
changes-since-full = début–complet
changes-effect = Effet
changes-effect-of = Effet de { $lever } : { $effect }
changes-together = Ensemble
changes-waiting = …
changes-because = Motif : { $reason }
changes-percent-of = % { $of }
changes-times = multiple { $of }
changes-go = Aller à { $lever }
changes-reset = Retour à la politique adoptée : { $lever }
changes-reset-hint = Retour à la politique adoptée
changes-reset-city = Réinitialiser tous les leviers de { $city }
changes-note = Les effets sont des parts de l’écart total avec la politique adoptée : ils s’additionnent, même quand les leviers se recoupent.
changes-why = Les voir au fil des ans dans « Pourquoi »
changes-outlook = Contexte
changes-outlook-count = { $count ->
    [1] 1 réglage diffère de la base
   *[other] { $count } réglages diffèrent de la base
}
changes-outlook-what = Réglage
changes-outlook-base = Base
changes-outlook-unit = Unité
changes-outlook-reset = Retour à { $value } : { $what }
changes-outlook-note = Le contexte déplace aussi la référence. La base d’un facteur est sa valeur dans le contexte nommé.
