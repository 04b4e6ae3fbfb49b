# En quoi des scénarios diffèrent, point par point.
change-comment = Commentaire en tête du document
change-city = Ville
change-target = Objectif : { $what }, { $year }
change-weight = { $party } : poids de { $what }
change-order = Ordre des villes
change-pack = Dossier de ville
change-as-outlook = comme le contexte choisi
change-as-evidence = comme les études
change-as-adopted = politique adoptée
change-as-pack = comme le dossier de ville
change-as-built-in = comme livré
change-none = aucun
change-setting = { $years ->
        [one] { $level } à partir de { $start }, sur { $written } an
       *[other] { $level } à partir de { $start }, sur { $written } ans
    }
change-plan = à partir de { $start }, { $levers }, { $targets }, { $assumptions }
change-levers = { $count ->
        [one] { $count } levier
       *[other] { $count } leviers
    }
change-targets = { $count ->
        [one] { $count } objectif
       *[other] { $count } objectifs
    }
change-assumptions = { $count ->
        [one] { $count } hypothèse
       *[other] { $count } hypothèses
    }
change-own-data = données propres, { $hash }
change-because = { $what }, parce que { $reason }
