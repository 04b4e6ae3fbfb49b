# De publieke begroting van het pakket.
budget-title = Publieke begroting van het pakket
budget-about = Netto publieke kosten per jaar ten opzichte van vastgesteld beleid, in constante prijzen: subsidies, programma’s, publieke ruimte min de huren ervan, belasting, terugbouw die de stad betaalt. Een negatief getal is bespaard geld.
budget-year = Jaar
budget-million = mln { $money }
budget-all = Alle steden
budget-cell = Publieke kosten, { $city }, { $year }: { $cost } miljoen
budget-cell-all = Publieke kosten, alle steden, { $year }: { $cost } miljoen euro
budget-sum = Totaal
budget-note = De som over de jaren is niet verdisconteerd. De kosten per netto baanjaar op de kaarten wel. Klik op een cijfer: hoe het wordt berekend.
