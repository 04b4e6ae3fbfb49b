# Waarin scenario’s verschillen, punt voor punt.
change-comment = Opmerking boven het document
change-city = Stad
change-target = Doel voor { $what } in { $year }
change-weight = { $party }: gewicht van { $what }
change-order = Volgorde van steden
change-pack = Stadsgegevens
change-as-outlook = als het gekozen toekomstbeeld
change-as-evidence = als de onderbouwing
change-as-adopted = vastgesteld beleid
change-as-pack = als de stadsgegevens
change-as-built-in = zoals ingebouwd
change-none = geen
change-setting = { $years ->
        [one] { $level } vanaf { $start }, in { $written } jaar
       *[other] { $level } vanaf { $start }, in { $written } jaar
    }
change-plan = vanaf { $start }, { $levers }, { $targets }, { $assumptions }
change-levers = { $count ->
        [one] 1 maatregel
       *[other] { $count } maatregelen
    }
change-targets = { $count ->
        [one] 1 doel
       *[other] { $count } doelen
    }
change-assumptions = { $count ->
        [one] 1 aanname
       *[other] { $count } aannamen
    }
change-own-data = eigen gegevens, { $hash }
change-because = { $what }, omdat { $reason }
