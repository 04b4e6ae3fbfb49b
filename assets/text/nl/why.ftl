# De toerekening: welke maatregel het deed.
why-read = Lees “Attribution” in het modeldocument
why-title = Welke maatregel verklaart
why-in = in { $year }
why-explain = Verklaar: { $what }
why-jobs-of = Banen: { $sector }
why-no-change = Geen maatregel wijkt af van vastgesteld beleid in { $city }, dus er valt niets te verklaren. Verschuif er rechts een, of open een voorbeeld.
why-working = Wordt berekend…
why-waterfall = Waterval: { $what }, { $year }
why-over-years = Door de jaren heen
why-nothing = Niets te tonen.
why-against = { $unit } ten opzichte van de referentie
why-contributions = Bijdragen door de jaren heen: { $what }
why-none-differed = Geen maatregel week af van vastgesteld beleid in { $city }.
why-not-projected = { $year } wordt niet doorgerekend voor { $city }.
why-no-value = { $what } heeft geen waarde in { $year } als sommige maatregelen worden weggelaten, dus geen maatregel kan er een deel van krijgen. Banen en publieke kosten, waaruit het bestaat, kunnen wel worden verklaard.
why-all-levers = Alle maatregelen
why-all-levers-figure = Alle maatregelen { $figure }
why-from-to = Van { $first } in { $from } tot { $last } in { $to } ten opzichte van de referentie. { $lines }.
why-row = { $name }: { $figure }
why-row-better = { $name }: { $figure }, beter
why-row-worse = { $name }: { $figure }, slechter
why-better = beter
why-worse = slechter
why-together = { $name } samen
why-rest = { $count ->
        [one] ; één andere maatregel de rest
       *[other] ; { $count } andere maatregelen de rest
    }
why-against-adopted = { $figure } ten opzichte van vastgesteld beleid
why-against-reference = { $figure }, { $change } ten opzichte van de referentie van { $reference }
why-exact = Het aandeel van een maatregel is de verandering die hij maakt als hij zich bij de andere voegt, gemiddeld over alle volgorden: exacte Shapley-waarden uit { $runs } berekeningen. Trend en schokken zitten in de referentie, nooit in een maatregel.
why-by-group = Bij meer dan { $count } gewijzigde maatregelen is het aandeel gemiddeld over de volgorden waarin de maatregelen van een groep zich samen voegen: Owen-waarden. Trend en schokken zitten in de referentie, nooit in een maatregel.
