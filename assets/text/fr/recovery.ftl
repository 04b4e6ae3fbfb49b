# Travail conservé au cas où le programme s’arrête mal, et l’offre de le reprendre.
recovery-title = Travail non enregistré
recovery-intro =
    { $count ->
        [one] Making Room s’est arrêté avant que ceci soit enregistré. Rien n’est perdu : en voici la copie.
       *[other] Making Room s’est arrêté avant que ceux-ci soient enregistrés. Rien n’est perdu : en voici les copies.
    }
recovery-open = Ouvrir
recovery-open-name = Ouvrir ce qui a été conservé de « { $title } »
recovery-open-all = Tout ouvrir
recovery-discard = Supprimer…
recovery-discard-name = Supprimer ce qui a été conservé de « { $title } »…
recovery-discard-all = Tout supprimer…
recovery-later = Plus tard
recovery-later-hint = La copie reste conservée ; elle sera proposée au prochain démarrage.
recovery-no-file = dans aucun fichier
recovery-file-changed = le fichier a été modifié depuis
recovery-file-gone = le fichier est introuvable
recovery-kept-now = conservé il y a moins d’une minute
recovery-kept-minutes =
    { $count ->
        [one] conservé il y a une minute
       *[other] conservé il y a { $count } minutes
    }
recovery-kept-hours =
    { $count ->
        [one] conservé il y a une heure
       *[other] conservé il y a { $count } heures
    }
recovery-kept-days =
    { $count ->
        [one] conservé hier
       *[other] conservé il y a { $count } jours
    }
recovery-ask-discard = Supprimer ce qui a été conservé de « { $title } » ?
recovery-ask-discard-all = Supprimer tout ce qui a été conservé ?
recovery-ask-note = Cette suppression est définitive.
recovery-discard-yes = Supprimer définitivement
recovery-discard-no = Conserver
recovery-damaged = La copie conservée d’un scénario est illisible : { $why }. Le fichier endommagé reste à l’emplacement { $path }
recovery-refused = Ce qui a été conservé de « { $title } » ne peut pas être ouvert : { $why }. La copie reste à l’emplacement { $path }
recovery-undo = Travail récupéré
recovery-trouble = Le travail non enregistré n’est pas conservé en cas d’arrêt imprévu : enregistrez-le. { $why }
recovery-slow = Le disque ne répond pas.
recovery-too-large = « { $title } » est plus grand que ne peut l’être un fichier de scénario.
