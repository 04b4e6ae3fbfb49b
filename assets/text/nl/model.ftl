# Het modeldocument, voor zover het programma er iets over zegt.
model-headings = Koppen
model-section = Paragraaf
model-section-is = Paragraaf: { $title }
model-explain = { $id } uitleggen
model-equations = Vergelijkingen
model-rows = Rijen van de tabel
model-columns = Kolommen van de tabel
