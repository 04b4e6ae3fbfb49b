# Eenheden en bandbreedten bij getallen.
figures-jobs = banen
figures-homes = woningen
figures-million-m2 = miljoen m²
figures-million-m2-one = miljoen m²
figures-million-m2-short = mln m²
figures-million = mln
figures-billion = mld
figures-per-year = /jr
figures-per-m2-year = /m²/jr
figures-per-job-year = per baanjaar
figures-kilotonnes = kt/jr
figures-hectares = ha/jr
figures-lever-million = mln
figures-points = procentpunten
figures-points-short = pp
figures-to = { $low } tot { $high }
figures-years = { $count } jr
