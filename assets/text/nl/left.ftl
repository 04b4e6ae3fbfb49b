# De linkerkant: scenario’s en steden.
left-name = Scenario’s en steden
left-scenarios = Scenario’s
left-not-saved = { $name }, niet opgeslagen
left-close = { $name } sluiten
left-open = Openen…
left-new = Nieuw…
left-cities = Steden
left-all-hint = De steden van dit scenario naast elkaar
