# Scénarios de main en main : copiés, dupliqués, renommés, mis côte à côte, fusionnés.
merge-command-duplicate = Dupliquer le scénario
merge-command-rename = Renommer le scénario…
merge-command-copy = Copier le scénario comme texte
merge-command-paste = Coller un scénario
merge-command-saved = Comparer à la version enregistrée…
merge-command-differ = Ce qui diffère entre deux scénarios…
merge-command-merge = Fusionner des scénarios…
merge-copy-of = { $title } (copie)
merge-rename-title = Titre du scénario
merge-rename = Renommer
merge-cancel = Annuler
merge-clipboard = presse-papiers
merge-not-a-scenario = Le presse-papiers ne contient pas de scénario. { $why }
merge-file-on-disk = { $file }, sur le disque
merge-preset = Scénario type : { $title }
merge-no-file = Ce scénario n’est encore dans aucun fichier : il n’y a rien d’enregistré à quoi le comparer.
merge-gone = Il n’est plus ouvert
merge-differences = Ce qui diffère
merge-from = De
merge-to = à
merge-swap = Inverser
merge-whole = Tout le scénario
merge-count = { $count ->
        [one] 1 différence
       *[other] { $count } différences
    }
merge-no-difference = Les deux disent la même chose.
merge-title = Fusionner les modifications de deux personnes
merge-help = Une modification faite par une seule des deux est reprise. Là où les deux ont modifié la même chose différemment, vous choisissez. Le résultat s’ouvre comme nouveau scénario ; aucun des trois n’est modifié.
merge-base = Point de départ
merge-mine = Le mien
merge-theirs = Le leur
merge-open-files = Ouvrir des fichiers…
merge-open-files-hint = Ce que vous ouvrez peut être choisi ci-dessus
merge-begin = Fusionner
merge-conflicts = { $count ->
        [one] 1 conflit : les deux l’ont modifié, chacun à sa façon
       *[other] { $count } conflits : les deux les ont modifiés, chacun à sa façon
    }
merge-taken = Repris sans question : { $mine } modifications des miennes, { $theirs } des leurs.
merge-all-mine = Tout du mien
merge-all-theirs = Tout du leur
merge-left = { $decided } sur { $count } tranchés
merge-list = Conflits
merge-effects-note = Calcul central. Un autre conflit non encore tranché compte comme avant les deux.
merge-effect = { $city }, { $year } : { $jobs }, { $floorspace }
merge-choice = { $name }, { $side } : { $words }
merge-finish = Terminer
merge-back = Autres scénarios
merge-cancel-hint = Les trois scénarios restent tels quels
merge-undecided = { $count ->
        [one] 1 conflit n’est pas encore tranché.
       *[other] { $count } conflits ne sont pas encore tranchés.
    }
merge-not-allowed = Chaque choix est admis, mais pas tous ensemble : { $faults }
merge-done = Fusionné : { $mine } modifications des miennes et { $theirs } des leurs, { $conflicts } tranchées par vous. Le résultat est un nouveau scénario, encore dans aucun fichier.
merge-item-comment = Commentaire au-dessus du document
merge-item-title = Titre
merge-item-author = Auteur
merge-item-notes = Notes
merge-item-city = Ville
merge-item-target = Objectif pour { $indicator } en { $year }
merge-item-concern = Importance pour { $party } : { $indicator }
merge-item-order = Ordre des villes
merge-item-pack = Données de la ville
merge-as-outlook = selon le contexte choisi
merge-as-pack = selon le dossier de ville
merge-as-built-in = comme dans le programme
merge-nothing = rien
merge-plan = dès { $start } ; leviers : { $levers }, objectifs : { $targets }, hypothèses : { $assumptions }
merge-own-data = données propres, { $hash }
merge-setting = { $level } dès { $start }, sur { $ramp } an(s)
merge-because = { $what }, parce que « { $reason } »
merge-effects-failed = L’effet des choix n’a pas pu être calculé ({ $why }). Les scénarios sont inchangés ; merci de le signaler.
