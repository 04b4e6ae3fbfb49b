# L’onglet « Test rétrospectif » : de combien le modèle se serait trompé par le passé.
backcast-title = De combien le modèle se serait trompé
backcast-waiting = Le passé est mis à l’épreuve…
backcast-none = Pas de test rétrospectif ici : il faut dix années observées avant une année de départ, et une après.
backcast-choice = Test rétrospectif de : { $chosen }
backcast-read = Lire « Accuracy » dans le document du modèle
backcast-cities = { $places } ensemble
backcast-industry = Les mêmes villes, avec toute l’industrie (B–E)
backcast-panel = { $count } autres villes, chacune testée sans ce qu’elle a appris au modèle

backcast-off =
    { $years ->
        [one] À un an, il s’est trompé de { $model } en moyenne ; une ligne droite de { $trend }, l’absence de changement de { $none }.
       *[other] À { $years } ans, il s’est trompé de { $model } en moyenne ; une ligne droite de { $trend }, l’absence de changement de { $none }.
    }
backcast-stretches =
    { $origins ->
        [one] Cela repose sur une seule année de départ, soit { $blocks } période de { $years } ans sans recouvrement : { $verdict }.
       *[other] Cela repose sur { $origins } années de départ, dont les années suivantes se recouvrent largement. Elles valent { $blocks } périodes de { $years } ans sans recouvrement : { $verdict }.
    }
backcast-stretches-one =
    { $origins ->
        [one] Cela repose sur une seule année de départ : { $verdict }.
       *[other] Cela repose sur { $origins } années de départ, sans recouvrement : { $verdict }.
    }
backcast-says-nothing = autant dire presque rien
backcast-says-little = c’est peu
backcast-says-some = c’est un indice
backcast-says-much = c’est assez solide
backcast-places = Aussi loin, seule la série de { $places } existe : les { $years } ans ne concernent que cette ville.
backcast-against = Son erreur vaut { $ratio } de celle de la ligne droite. Avec d’autres périodes de la même histoire, ce pourrait être de { $low } à { $high } : { $verdict }.
backcast-against-once = Son erreur vaut { $ratio } de celle de la ligne droite.
backcast-better = meilleur que la ligne sur toute cette plage
backcast-worse = moins bon que la ligne sur toute cette plage
backcast-open = la ligne peut donc faire aussi bien
backcast-bias-high = Il était trop haut de { $by } en moyenne.
backcast-bias-low = Il était trop bas de { $by } en moyenne.
backcast-told = Il ne sait rien de ce qui suit l’année de départ (« ex ante »). En sachant comment l’emploi manufacturier du pays a évolué (« conditionnel »), il se serait trompé de { $model } { $years ->
        [one] à un an
       *[other] à { $years } ans
    } : cette part tient à la ville, le reste au pays.
backcast-told-short = En sachant l’évolution du pays : { $model }.
backcast-untold = Il ne sait rien de ce qui suit l’année de départ (« ex ante »). Ces villes ne répondent que d’elles-mêmes : rien n’est connu de leur pays.

backcast-bars-title = L’erreur selon l’horizon
backcast-bars-unit = Écart moyen entre prévision et réalité, en % de la réalité
backcast-model = Modèle
backcast-model-told = Modèle sachant l’évolution du pays
backcast-trend = Ligne droite
backcast-no-change = Sans changement
backcast-official = Officielle
backcast-years =
    { $years ->
        [one] 1 an
       *[other] { $years } ans
    }
backcast-turn-title = Avant et après { $year }
backcast-turn-to = Départs jusqu’en { $year }, à { $years } ans : erreur de { $model }, ligne droite { $trend } ({ $blocks } périodes).
backcast-turn-from =
    { $years ->
        [one] Départs à partir de { $year }, à un an : erreur de { $model }, ligne droite { $trend } ({ $blocks } périodes).
       *[other] Départs à partir de { $year }, à { $years } ans : erreur de { $model }, ligne droite { $trend } ({ $blocks } périodes).
    }
backcast-turn-note = L’emploi a chuté vite jusque-là, plus lentement depuis. Ce qui prévoit bien une époque peut être en retard dans l’autre.

backcast-held-title = Sa fourchette à 80 % a-t-elle tenu ?
backcast-held-note = Point : part des résultats dans la fourchette. Trait : les 80 % promis. Barre : ce que peut être la part réelle, vu le peu de périodes indépendantes.
backcast-held-fits = { $count } sur { $origins } ({ $share }) ; compatible avec 80 %
backcast-held-few = { $count } sur { $origins } ({ $share }), mais { $blocks } périodes seulement : le test ne peut échouer
backcast-held-narrow = { $count } sur { $origins } ({ $share }) : fourchette trop étroite
backcast-held-wide = { $count } sur { $origins } ({ $share }) : fourchette plus large que nécessaire
backcast-held-range = Avec { $blocks } périodes indépendantes, la part réelle peut aller de { $low } à { $high } (intervalle de Wilson à 95 %)

backcast-fan-title = Ce qu’il aurait dit en { $year }
backcast-fan-choice = Prévisions de : { $chosen }
backcast-fan-name = Graphique : prévisions du passé, { $series }. Les flèches déplacent l’année de départ
backcast-fan-slider = Année de départ, { $series }
backcast-fan-from = Année de départ
backcast-fan-hint = Les points pleins étaient connus alors, les points vides sont venus après. Cliquez dans le graphique, faites glisser sa ligne ou utilisez les flèches pour partir d’une autre année ; faites glisser sur des années pour les agrandir.
backcast-fan-said = En { $from }, il aurait annoncé { $median } emplois pour { $year }, avec une fourchette à 80 % de { $low } à { $high }.
backcast-fan-inside = Il y en eut { $came } : dans la fourchette.
backcast-fan-outside = Il y en eut { $came } : hors de la fourchette.
backcast-fan-rivals = La ligne droite disait { $trend }, sans changement { $none }.
backcast-fan-official = { $official } : { $value }.
backcast-hover-seen = Observé : { $jobs }
backcast-hover-model = Modèle : { $median } ({ $low } à { $high })
backcast-hover-trend = Ligne droite : { $jobs }
backcast-hover-official = Officielle : { $jobs }

backcast-officials-title = Projections officielles de l’époque
backcast-official-judged = À partir de { $base }, jugée sur { $years } années : erreur moyenne de { $theirs }, le modèle { $ours }.
backcast-official-last = En { $year }, elle était { $theirs }, le modèle { $ours }.
backcast-official-show = Voir ce que le modèle aurait dit en { $year }
backcast-official-short = Sa série de référence a moins de dix années avant cette date : pas de graphique ; le modèle est parti de la série plus longue de la ville.
backcast-too-high = trop haut de { $by }
backcast-too-low = trop bas de { $by }

backcast-unseen-title = Dans des villes qu’il n’a pas vues
backcast-unseen = { $count } autres villes européennes, de { $from } à { $to }, chacune prévue avec ce que les autres ont appris au modèle.
backcast-unseen-show = Voir ces villes

backcast-caveats-title = Ce que cela ne montre pas
backcast-caveat-policy = Si une politique agit comme le modèle le dit. Le passé n’a connu qu’une politique ; seule la dérive de l’emploi est testée ici. Les effets des leviers reposent sur des résultats publiés, dans l’onglet Sources.
backcast-caveat-jobs = Surfaces, terrains, vacance et loyers : trop peu d’années observées. L’onglet Calage montre comment le modèle s’y ajuste.
backcast-caveat-overlap = Les fenêtres se recouvrent. Des prévisions à dix ans faites deux années de suite ont neuf années en commun ; elles ont raison ou tort ensemble. Comptez les périodes, pas les années de départ.
backcast-caveat-noise = Le comptage bouge aussi. Le niveau d’une enquête est faux de quelques pour cent chaque année, pour la prévision comme pour la réalité.
backcast-caveat-choice = La méthode a été choisie par des gens qui connaissaient cette histoire. Ce qu’elle a appris d’autres villes, elle l’a appris sans la ville testée ; que l’histoire se répète, nul ne peut le tester.
backcast-warning-short = { $series } n’a que { $count } années observées, trop peu pour ses propres prévisions.
backcast-warning-breaks = { $series } : la définition change en { $years } ; les prévisions qui la traversent comptent malgré tout.
backcast-warning-noisy = { $series } est bruitée : une année isolée bouge de ±{ $moves } environ sans signification.
backcast-warning-nation = { $series } : l’emploi du pays a évolué de { $recent } par an de { $from } à { $to }, contre { $slow } sur le long terme. Une prévision qui s’appuie sur le long terme peut être en retard.
backcast-warning-nation-short = { $series } : jusqu’à l’année de départ { $origin }, le pays a moins de dix chiffres et dit peu ; l’écart entre la ville et le pays déplace quand même les prévisions.
backcast-warning-nation-ends = { $series } : les chiffres du pays s’arrêtent en { $year }, avant la dernière année de départ, { $origin }. Ce qu’on lui suppose depuis ne fait que s’estomper.
backcast-warning-nation-smaller = { $series } : en { $year }, le pays a moins d’emplois que la ville. Est-ce la bonne série, et dans la même unité ?
backcast-warning-few = { $series }, à { $years } ans : moins de cinq périodes indépendantes, le test de la fourchette ne peut échouer.

backcast-show = Ouvrir le test rétrospectif
backcast-tried = À l’épreuve du passé
backcast-beside =
    { $years ->
        [one] Test rétrospectif : { $model } d’erreur à un an (ligne { $trend })
       *[other] Test rétrospectif : { $model } d’erreur à { $years } ans (ligne { $trend })
    }
backcast-beside-few = Pas de test rétrospectif : il faut { $needed } années observées d’une même définition, il y en a { $count }.
backcast-beside-sector = Pas de test rétrospectif : les sous-secteurs sont comptés depuis trop peu d’années. L’ensemble de l’industrie manufacturière en a un.
backcast-beside-policy = Pas de test rétrospectif : c’est une différence entre deux politiques, dont le passé ne montre qu’une.
backcast-known = observé, connu alors
backcast-came = observé ensuite
backcast-picture-range = Zone ombrée : l’intervalle qui contient quatre issues sur cinq, tel que le modèle l’aurait donné.
backcast-fan-all = De nouveau toutes les années (0 ou double clic dans le graphique)
