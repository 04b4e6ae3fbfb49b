# Het opdrachtenpalet.
palette-title = Opdrachten
palette-hint = Typ enkele letters van een opdracht, stad of voorbeeld
palette-field = Zoek een opdracht, stad of meegeleverd scenario
palette-nothing = Niets heeft deze letters.
palette-city = stad
palette-preset = meegeleverd scenario
palette-scenario = geopend scenario
