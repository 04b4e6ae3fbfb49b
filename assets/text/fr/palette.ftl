# La palette des commandes.
palette-title = Commandes
palette-hint = Tapez quelques lettres d’une commande, d’une ville ou d’un modèle
palette-field = Chercher une commande, une ville ou un scénario fourni
palette-nothing = Rien ne contient ces lettres.
palette-city = ville
palette-preset = scénario fourni
palette-scenario = scénario ouvert
