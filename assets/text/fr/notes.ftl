# Les notes sur un scénario et ses villes.
notes-scenario = Ce scénario
notes-title-field = Titre du scénario
notes-author-field = Auteur du scénario
notes-horizon-field = Dernière année de la projection
notes-starts-in = La projection commence en
notes-first-year = Première année, { $city } : { $year }
notes-before = Avant d’y croire
notes-cover = Ce que couvrent les chiffres
notes-stocks = Stocks de { $year }
