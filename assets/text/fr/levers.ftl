# Les leviers d’une ville, un par ligne, et ce que l’on sait de chacun.
levers-name = Leviers
levers-of-city = leviers : { $city }
levers-changed = { $count ->
        [one] { $count } modifié
       *[other] { $count } modifiés
    }
levers-reset = Réinitialiser : { $what }
levers-reset-in = Réinitialiser : { $what }, { $city }
levers-group-back = { $group } : retour à la politique adoptée
levers-back = Retour à la politique adoptée
levers-adopted = Politique adoptée : { $level }
levers-from-over = À partir de { $start }, sur { $years } ans
levers-no-effect = Sans effet ici : { $why }
levers-value = { $name }, valeur
levers-type = Tapez une valeur
levers-about = À propos de : { $name }
levers-grade = Niveau de preuve { $grade }, { $name }
levers-grade-hint = Niveau de preuve { $grade } : { $words }
levers-grade-a = quasi expérimental et pertinent localement
levers-grade-b = quasi expérimental ailleurs, ou dénombrement
levers-grade-c = descriptif
levers-grade-d = jugement
levers-all-changed = Leviers modifiés
levers-choose-city = Choisissez une ville pour actionner ses leviers.
levers-its-levers = Ses leviers
levers-adopted-everywhere = Politique adoptée partout
levers-name-from = { $name }, à partir de { $start }
levers-at-adopted = Politique adoptée. Déplacez le curseur pour choisir le début du changement.
levers-how-name = Comment compte : { $lever }, { $city }
levers-how = Comment il compte : formule, valeurs et sources
levers-none-here = Sans effet ici
levers-real-world = Dans la réalité
levers-who = Qui décide
levers-instrument = Instrument
levers-in-model = Dans le modèle
levers-how-fast = Délai
levers-delay = Délai moyen de { $years } ans, { $label }.
levers-adopted-heading = Politique adoptée
levers-level-of = { $level } : { $what }
levers-covered = Niveau { $grade }{ $note }. Les études ou la pratique couvrent de { $low } à { $high }, { $label } ; au-delà, le modèle extrapole. { $about }
levers-evidence = Éléments probants
levers-sources = Sources
