# All cities beside each other, and sub-sectors.
cities-title = What the cities have in common, { $year }
cities-compare = Each city keeps its own definitions and footprint: compare directions and shares, not levels.
cities-look = Look at this city
cities-table = Table of cities
cities-level-effect = The ranges hold 80 % of the futures: the level is what may happen to the city, the effect what the policy changes in the same futures.
cities-either = { $change } uncertain
cities-land = Land
cities-level = Level 80 %: { $range }
cities-effect = Effect 80 %: { $range }
# Where the column is narrow; what a range is stands below the table.
cities-level-short = Level { $range }
cities-effect-short = Effect { $range }
cities-sectors = Manufacturing jobs by sub-sector, { $city }
cities-no-sectors = This city's data does not separate sub-sectors.
cities-own-groups = The groups follow the city's own data. Each axis starts at zero and has its own scale.
cities-choose = Choose a city on the left to see its sub-sectors: each city counts them its own way.
cities-absent = { $city } is not in this scenario.
