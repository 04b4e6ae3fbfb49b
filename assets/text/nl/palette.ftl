# Het opdrachtenpalet.
palette-title = Opdrachten
palette-hint = Typ enkele letters van een opdracht, stad, maatregel of meegeleverd scenario
palette-field = Zoek een opdracht, stad, maatregel of meegeleverd scenario
palette-nothing = Niets heeft deze letters.
palette-city = stad
palette-preset = meegeleverd scenario
palette-scenario = geopend scenario
palette-lever = maatregel
palette-language = taal
