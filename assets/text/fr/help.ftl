# L’aide : ses parties, et les premiers pas.
help-title = Aide
help-close = Fermer l’aide
help-section-start = Premiers pas
help-section-model = Document du modèle
help-section-about = À propos de Making Room
help-what = Ce que deviennent les emplois manufacturiers et les surfaces productives d’une ville quand l’affectation du sol, les loyers et les aides changent : jusqu’en 2050, avec le degré de certitude, le coût et le levier qui en est la cause.
help-left-heading = À gauche : où vous êtes
help-left = Les scénarios ouverts, les villes avec leurs emplois passés et à venir, et le contexte : ce qu’aucune ville ne décide.
help-centre-heading = Au centre : ce qui se passe
help-centre = Des cartes pour une année, des graphiques pour toutes. La ligne tiretée est la référence, c’est-à-dire la politique adoptée qui se poursuit ; la ligne pleine est votre scénario ; la bande autour d’elle contient 80 % des avenirs calculés. Les onglets montrent la même chose sous d’autres angles : ce qu’est devenu chaque mètre carré, quel levier a agi, les scénarios côte à côte, les sources.
help-right-heading = À droite : ce que vous pouvez faire
help-right = Les leviers de la ville, en trois groupes : affectation du sol, loyers et aides. Déplacez-en un et tout suit aussitôt. Le repère sur le curseur est la politique adoptée, la partie teintée ce que couvrent les études. Le nom du levier ouvre sa fiche : ce qu’il est dans la réalité, qui en décide et comment il agit dans le modèle.
help-ask-heading = Interroger n’importe quel chiffre
help-ask = Cliquez sur une carte, sur le titre d’un graphique ou sur un chiffre d’un tableau, ou allez-y avec Tab et appuyez sur { $keys } : vous voyez la formule, ses valeurs et leurs sources, jusqu’à la dernière hypothèse.
help-onwards = Pour continuer
help-sources = Toutes les sources
help-model = Le document du modèle expose chaque équation, l’origine de ses constantes, les résultats qu’il aurait obtenus dans le passé et ses faiblesses connues. Il est rédigé en anglais et s’ouvre dans son propre onglet.
