# Alle steden naast elkaar, en deelsectoren.
cities-title = Wat de steden gemeen hebben, { $year }
cities-compare = Elke stad houdt de eigen definities en afbakening: vergelijk richtingen en aandelen, geen niveaus.
cities-look = Deze stad bekijken
cities-table = Tabel van steden
cities-level-effect = De intervallen omvatten 80 % van de toekomsten: het niveau is wat de stad kan overkomen, het effect wat het beleid verandert in dezelfde toekomsten.
cities-either = { $change } onzeker
cities-land = Grond
cities-level = Niveau 80 %: { $range }
cities-effect = Effect 80 %: { $range }
# Where the column is narrow; what a range is stands below the table.
cities-level-short = Niveau { $range }
cities-effect-short = Effect { $range }
cities-sectors = Banen in de maakindustrie naar deelsector, { $city }
cities-no-sectors = De gegevens van deze stad onderscheiden geen deelsectoren.
cities-own-groups = De groepen volgen de eigen gegevens van de stad. Elke as begint bij nul en heeft een eigen schaal.
cities-choose = Kies links een stad om haar deelsectoren te zien: elke stad telt ze op haar eigen manier.
cities-absent = { $city } zit niet in dit scenario.
