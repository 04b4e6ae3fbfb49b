# Les unités et les intervalles à côté des nombres. La devise suit le nombre : M£/an.
figures-jobs = emplois
figures-homes = logements
figures-million-m2 = millions de m²
figures-million-m2-one = million de m²
figures-million-m2-short = M m²
figures-million = M
figures-billion = Md
figures-per-year = /an
figures-per-m2-year = /m²/an
figures-per-job-year = par emploi-année
figures-kilotonnes = kt/an
figures-hectares = ha/an
figures-lever-million = M
figures-points = points
figures-points-short = pts
figures-to = { $low } à { $high }
figures-years = { $count } ans
