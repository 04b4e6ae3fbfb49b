# Le côté gauche : scénarios et villes.
left-name = Scénarios et villes
left-scenarios = Scénarios
left-not-saved = { $name }, non enregistré
left-close = Fermer { $name }
left-open = Ouvrir…
left-new = Nouveau…
left-cities = Villes
left-all-hint = Les villes de ce scénario côte à côte
