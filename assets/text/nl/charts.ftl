# Grafieken: legenda, toelichting en wat een schermlezer voorleest.
charts-scenario = Scenario
charts-reference = Referentie
charts-observed = Waargenomen
charts-forecast = Prognose uit { $year }
charts-counted = Wat er is geteld
charts-share = Aandeel in de banen in de maakindustrie
charts-share-in = { $share } % in { $year }, { $label }.
charts-share-is = { $share } %, { $label }.
charts-jobs = banen
charts-workplace-jobs = banen naar werkplek
charts-prices = prijspeil { $year }
charts-net = { $unit } netto, { $prices }
charts-discounted = { $unit }, verdisconteerd, { $prices }
charts-homes = woningen, cumulatief
charts-of-floorspace = % van de bedrijfsruimte
charts-no-series = geen waargenomen reeks
charts-few = { $count ->
        [one] slechts 1 waarneming
       *[other] slechts { $count } waarnemingen
    }
charts-no-value = { $year }: geen waarde
charts-year = { $year }: { $words }
charts-line = { $name }: { $figure }
charts-target = Doel { $figure } in { $year }
charts-name = Grafiek: { $name }. Pijltjestoetsen veranderen het jaar
charts-arrows = { $name }. Pijltjestoetsen veranderen het jaar
charts-notes = Toelichting bij { $name }
charts-how = Hoe { $name } wordt berekend
charts-how-hint = Hoe het wordt berekend
charts-target-for = Doel voor { $name }
charts-set-target = Doel stellen
charts-targets = Doelen
charts-by = { $figure } in { $year }
charts-by-year = In { $year }
charts-remove-target = Doel voor { $name } in { $year } verwijderen
charts-remove = Verwijderen
charts-choose-year = Kies een jaar binnen de prognose om er een te stellen.
charts-target-field = Doel voor { $name } in { $year }
charts-type-target = Typ de te bereiken waarde, in de eenheid van de grafiek
charts-number-as = een getal, zoals { $shown }
charts-target-help = Typ een waarde en druk op Enter. Het jaar is dat van de grafieken.
