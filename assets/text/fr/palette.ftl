# La palette des commandes.
palette-title = Commandes
palette-hint = Tapez quelques lettres d’une commande, d’une ville, d’un levier ou d’un scénario fourni
palette-field = Chercher une commande, une ville, un levier ou un scénario fourni
palette-nothing = Rien ne contient ces lettres.
palette-city = ville
palette-preset = scénario fourni
palette-scenario = scénario ouvert
palette-lever = levier
palette-language = langue
