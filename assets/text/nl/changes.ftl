# De lijst van maatregelen die afwijken van het vastgestelde beleid.
changes-title = Gewijzigde maatregelen, en wat elk doet met
changes-in = in { $year }
changes-count = { $count ->
    [0] geen maatregel gewijzigd
    [one] 1 maatregel gewijzigd
   *[other] { $count } maatregelen gewijzigd
}
changes-none = Alle maatregelen van { $city } volgen het vastgestelde beleid. Verschuif er rechts een, of open een meegeleverd scenario in het menu Bestand: dan staat ze hier.
changes-lever = Maatregel
changes-adopted = Vastgesteld
changes-now = Nu
changes-since = Jaren
changes-since-full = begin–volledig
changes-effect = Effect
changes-effect-of = Effect van { $lever }: { $effect }
changes-together = Samen
changes-waiting = …
changes-because = Reden: { $reason }
changes-percent-of = % van { $of }
changes-times = × { $of }
changes-go = Ga naar { $lever }
changes-reset = Terug naar vastgesteld beleid: { $lever }
changes-reset-hint = Terug naar vastgesteld beleid
changes-reset-city = Alle maatregelen van { $city } terugzetten
changes-note = De effecten zijn delen van het hele verschil met het vastgestelde beleid: ze tellen op, ook waar maatregelen elkaar overlappen.
changes-why = Bekijk ze door de jaren heen bij “Waarom”
changes-outlook = Toekomstbeeld
changes-outlook-count = { $count ->
    [one] 1 instelling wijkt af van de basis
   *[other] { $count } instellingen wijken af van de basis
}
changes-outlook-what = Instelling
changes-outlook-base = Basis
changes-outlook-unit = Eenheid
changes-outlook-reset = Terug naar { $value }: { $what }
changes-outlook-note = Het toekomstbeeld verschuift ook de referentie. De basis van een factor is de waarde in het genoemde toekomstbeeld.
