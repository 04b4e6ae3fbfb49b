# Leviers copiés et collés.
lever-group-menu = Copier ou coller { $group }
lever-group-menu-hint = Copier ou coller ces leviers
lever-copy = Copier les réglages
lever-copy-of = Copier { $lever }
lever-paste = Coller depuis { $city }
lever-paste-over = Coller depuis { $city } : { $lever }

paste-done = { $count ->
    [0] Aucun réglage de { $from } n’a été repris pour { $to }.
    [1] Un réglage de { $from } a été repris pour { $to }.
   *[other] { $count } réglages de { $from } ont été repris pour { $to }.
}
paste-undo = Annuler
paste-dismiss = Fermer
paste-behind = Non repris
paste-changed = Modifié
paste-unknown = les données de { $city } ne le décrivent pas.
paste-unavailable = il ne peut rien à { $city } : { $why }
paste-already = { $level } est déjà la politique adoptée à { $city }.
paste-money = { $before } est devenu { $now }, au taux indiqué { $rate }.
paste-most = { $before } est devenu { $now }, le maximum possible à { $city }.
paste-least = { $before } est devenu { $now }, le minimum possible à { $city }.
paste-start = le démarrage en { $before } est passé à { $now } : la projection de { $city } ne couvre pas cette année.
paste-adopted = de retour à la politique adoptée, comme à { $from }.
paste-note = { $lever } : { $what }
