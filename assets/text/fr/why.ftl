# L’attribution : quel levier a produit l’effet.
why-read = Lire « Attribution » dans le document du modèle
why-title = Quel levier explique
why-in = en { $year }
why-explain = Expliquer : { $what }
why-jobs-of = Emplois : { $sector }
why-no-change = Aucun levier ne s’écarte de la politique adoptée ({ $city }) : il n’y a rien à expliquer. Déplacez-en un à droite, ou ouvrez un exemple.
why-working = Calcul en cours…
why-waterfall = Cascade : { $what }, { $year }
why-over-years = Au fil des années
why-nothing = Rien à montrer.
why-against = { $unit } par rapport à la référence
why-contributions = Contributions au fil des années : { $what }
why-none-differed = Aucun levier ne s’écartait de la politique adoptée ({ $city }).
why-not-projected = { $year } n’est pas projetée ({ $city }).
why-no-value = { $what } : pas de valeur en { $year } si l’on omet certains leviers ; aucune part ne peut donc leur être attribuée. Les emplois manufacturiers et le coût public, qui le composent, peuvent être expliqués.
why-all-levers = Tous les leviers
why-all-levers-figure = Tous les leviers { $figure }
why-from-to = De { $first } en { $from } à { $last } en { $to } par rapport à la référence. { $lines }.
why-row = { $name } : { $figure }
why-row-better = { $name } : { $figure }, mieux
why-row-worse = { $name } : { $figure }, moins bien
why-better = mieux
why-worse = pire
why-together = { $name }, ensemble
why-rest = { $count ->
        [one]  ; un autre levier, le reste
       *[other]  ; { $count } autres leviers, le reste
    }
why-against-adopted = { $figure } par rapport à la politique adoptée
why-against-reference = { $figure }, { $change } par rapport à la référence de { $reference }
why-exact = La part d’un levier est le changement qu’il apporte en rejoignant les autres, en moyenne sur tous les ordres possibles : valeurs de Shapley exactes, issues de { $runs } calculs. Tendance et chocs sont dans la référence, jamais dans un levier.
why-by-group = Au-delà de { $count } leviers modifiés, la part d’un levier est la moyenne sur les ordres où les leviers d’un groupe se rejoignent ensemble : valeurs d’Owen. Tendance et chocs sont dans la référence, jamais dans un levier.
