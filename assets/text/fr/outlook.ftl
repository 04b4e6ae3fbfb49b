# Le contexte : ce qu’aucune ville ne décide.
outlook-heading = Contexte
outlook-chosen = Contexte : { $name }
outlook-changed = { $count ->
        [one] { $count } hypothèse modifiée
       *[other] { $count } hypothèses modifiées
    }
outlook-reset = Réinitialiser le contexte
outlook-follow = Revenir au contexte choisi
outlook-driver = { $name }, contexte
outlook-how-name = Comment compte : { $name }
outlook-how = Comment il compte : valeur, source et étiquette
outlook-here = Dans ce contexte
