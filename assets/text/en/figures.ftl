# Units and intervals beside numbers. Scales stand before currencies where these follow the number.
figures-jobs = jobs
figures-homes = homes
figures-million-m2 = million m²
figures-million-m2-one = million m²
figures-million-m2-short = mn m²
figures-million = million
figures-billion = billion
figures-per-year = /yr
figures-per-m2-year = /m²/yr
figures-per-job-year = per job-year
figures-kilotonnes = kt/yr
figures-hectares = ha/yr
figures-lever-million = m
figures-points = points
figures-points-short = pts
figures-to = { $low } to { $high }
figures-years = { $count } yr
