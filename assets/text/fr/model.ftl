# Le document du modèle, pour ce que le programme en dit.
model-headings = Titres
model-section = Section
model-section-is = Section : { $title }
model-explain = Expliquer { $id }
model-equations = Équations
model-rows = Lignes du tableau
model-columns = Colonnes du tableau
