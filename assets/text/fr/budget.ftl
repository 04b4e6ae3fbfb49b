# Le budget public du paquet de mesures.
budget-title = Budget public du paquet de mesures
budget-about = Coût public net de chaque année par rapport à la politique adoptée, à prix constants : aides, programmes, surfaces publiques moins leurs loyers, impôt, reconstitution payée par la ville. Un nombre négatif est une économie.
budget-year = Année
budget-million = M{ $money }
budget-all = Toutes les villes
budget-cell = Coût public, { $city }, { $year } : { $cost } millions
budget-cell-all = Coût public, toutes les villes, { $year } : { $cost } millions d’euros
budget-sum = Total
budget-note = Le total des années n’est pas actualisé. Le coût par emploi-année net des fiches l’est. Cliquez sur un chiffre : mode de calcul.
