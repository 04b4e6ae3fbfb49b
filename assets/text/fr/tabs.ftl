# Les onglets du centre et l'année choisie.
tab-overview = Aperçu
tab-space = Bilan des surfaces
tab-why = Pourquoi
tab-changes = Changements
tab-compare = Comparer
tab-backcast = Test rétrospectif
tab-sectors = Sous-secteurs
tab-budget = Budget
tab-fit = Calage sur l’histoire
tab-about = Notes
tab-sources = Sources
tab-model = Modèle

tabs-more = Plus
tabs-year = Année
tabs-year-next = Année suivante
tabs-year-before = Année précédente
tabs-year-expected = une année
tabs-year-hint = L’année des fiches et du trait dans les graphiques. Cliquez dans un graphique pour en choisir une.
