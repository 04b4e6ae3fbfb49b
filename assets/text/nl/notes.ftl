# De toelichting bij een scenario en zijn steden.
notes-scenario = Dit scenario
notes-title-field = Titel van het scenario
notes-author-field = Auteur van het scenario
notes-horizon-field = Laatste jaar van de prognose
notes-starts-in = De prognose begint in
notes-first-year = Eerste jaar, { $city }: { $year }
notes-before = Voor u het gelooft
notes-cover = Wat cijfers omvatten
notes-stocks = Voorraden van { $year }
