# De tabbladen in het midden en het gekozen jaar.
tab-overview = Overzicht
tab-space = Ruimtebalans
tab-why = Waarom
tab-changes = Wijzigingen
tab-compare = Vergelijken
tab-backcast = Terugtoets
tab-sectors = Deelsectoren
tab-budget = Begroting
tab-fit = Aansluiting op verleden
tab-about = Toelichting
tab-sources = Bronnen
tab-model = Model

tabs-more = Meer
tabs-year = Jaar
tabs-year-next = Volgend jaar
tabs-year-before = Vorig jaar
tabs-year-expected = een jaartal
tabs-year-hint = Het jaar van de kaarten en van de lijn in de grafieken. Klik in een grafiek om er een te kiezen.
