# Toutes les villes côte à côte, et les sous-secteurs.
cities-title = Les villes côte à côte, { $year }
cities-compare = Chaque ville garde ses propres définitions et son propre périmètre : comparez les tendances et les parts, pas les niveaux.
cities-look = Voir cette ville
cities-table = Tableau des villes
cities-level-effect = Les intervalles couvrent 80 % des futurs : le niveau est ce qui peut arriver à la ville, l’effet ce que la politique change dans les mêmes futurs.
cities-either = { $change } incertain
cities-land = Terrains
cities-level = Niveau 80 % : { $range }
cities-effect = Effet 80 % : { $range }
# Where the column is narrow; what a range is stands below the table.
cities-level-short = Niveau { $range }
cities-effect-short = Effet { $range }
cities-sectors = Emplois manufacturiers par sous-secteur, { $city }
cities-no-sectors = Les données de cette ville ne distinguent pas les sous-secteurs.
cities-own-groups = Les groupes suivent les données propres à la ville. Chaque axe commence à zéro et a sa propre échelle.
cities-choose = Choisissez une ville à gauche pour voir ses sous-secteurs : chaque ville les compte à sa manière.
cities-absent = { $city } ne figure pas dans ce scénario.
