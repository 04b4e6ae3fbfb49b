# The left side: scenarios and cities.
left-name = Scenarios and cities
left-scenarios = Scenarios
left-not-saved = { $name }, not saved
left-close = Close { $name }
left-open = Open…
left-new = New…
left-cities = Cities
left-all-hint = The cities of this scenario beside each other
