# Het tabblad ‘Terugtoets’: hoe ver het model er in het verleden naast had gezeten.
backcast-title = Hoe ver het model ernaast had gezeten
backcast-waiting = Het verleden wordt nagerekend…
backcast-none = Hier is geen terugtoets: daarvoor zijn tien waargenomen jaren vóór een startjaar nodig, en één erna.
backcast-choice = Terugtoets van: { $chosen }
backcast-read = Lees ‘Accuracy’ in het modeldocument
backcast-cities = { $places } samen
backcast-industry = Dezelfde steden, met de hele industrie (B–E)
backcast-panel = { $count } andere steden, elk getoetst zonder wat het model ervan leerde

backcast-off =
    { $years ->
        [one] Eén jaar vooruit zat het er gemiddeld { $model } naast; een rechte lijn { $trend }, geen verandering { $none }.
       *[other] { $years } jaar vooruit zat het er gemiddeld { $model } naast; een rechte lijn { $trend }, geen verandering { $none }.
    }
backcast-stretches =
    { $origins ->
        [one] Dat komt uit één startjaar, ofwel { $blocks } periode van { $years } jaar zonder overlap: { $verdict }.
       *[other] Dat komt uit { $origins } startjaren, die de meeste jaren erna delen. Ze zijn { $blocks } perioden van { $years } jaar zonder overlap waard: { $verdict }.
    }
backcast-stretches-one =
    { $origins ->
        [one] Dat komt uit één startjaar: { $verdict }.
       *[other] Dat komt uit { $origins } startjaren zonder overlap: { $verdict }.
    }
backcast-says-nothing = dat is zo goed als niets
backcast-says-little = dat is weinig
backcast-says-some = dat is een aanwijzing
backcast-says-much = dat is behoorlijk wat
backcast-places = Zo ver terug heeft alleen { $places } cijfers: de { $years } jaar gaan alleen over die stad.
backcast-against = Zijn fout was { $ratio } van die van de rechte lijn. Met andere perioden uit dezelfde geschiedenis kan dat { $low } tot { $high } zijn: { $verdict }.
backcast-against-once = Zijn fout was { $ratio } van die van de rechte lijn.
backcast-better = over die hele marge beter dan de lijn
backcast-worse = over die hele marge slechter dan de lijn
backcast-open = de lijn kan dus even goed zijn
backcast-bias-high = Gemiddeld was het { $by } te hoog.
backcast-bias-low = Gemiddeld was het { $by } te laag.
backcast-told = Het weet niets van na het startjaar (‘ex ante’). Met kennis van hoe de industriële banen van het land zich ontwikkelden (‘conditioneel’) had het er { $years ->
        [one] één jaar
       *[other] { $years } jaar
    } vooruit { $model } naast gezeten: dat deel is de stad, de rest is het land.
backcast-told-short = Met kennis van het land: { $model }.
backcast-untold = Het weet niets van na het startjaar (‘ex ante’). Deze steden staan op zichzelf: van hun land is niets bekend.

backcast-bars-title = Hoe ver ernaast, per termijn
backcast-bars-unit = Gemiddelde afstand tussen voorspelling en uitkomst, in % van de uitkomst
backcast-model = Model
backcast-model-told = Model met kennis van het land
backcast-trend = Rechte lijn
backcast-no-change = Geen verandering
backcast-official = Officieel
backcast-years =
    { $years ->
        [one] 1 jaar
       *[other] { $years } jaar
    }
backcast-turn-title = Vóór en na { $year }
backcast-turn-to = Startjaren tot en met { $year }, { $years } jaar vooruit: { $model } ernaast, de rechte lijn { $trend } ({ $blocks } perioden).
backcast-turn-from =
    { $years ->
        [one] Startjaren vanaf { $year }, één jaar vooruit: { $model } ernaast, de rechte lijn { $trend } ({ $blocks } perioden).
       *[other] Startjaren vanaf { $year }, { $years } jaar vooruit: { $model } ernaast, de rechte lijn { $trend } ({ $blocks } perioden).
    }
backcast-turn-note = Tot dan daalden de banen snel, daarna langzamer. Wat de ene tijd goed voorspelt, kan in de andere achterlopen.

backcast-held-title = Hoe vaak de 80 %-marge klopte
backcast-held-note = Stip: aandeel van de uitkomsten binnen de marge. Streep: de 80 % die ze belooft. Balk: wat het ware aandeel kan zijn bij zo weinig onafhankelijke perioden.
backcast-held-fits = { $count } van { $origins } binnen de marge ({ $share }); 80 % past daarbij
backcast-held-few = { $count } van { $origins } binnen ({ $share }), maar { $blocks } perioden waard: de toets kan niet mislukken
backcast-held-narrow = { $count } van { $origins } binnen ({ $share }): de marge was te smal
backcast-held-wide = { $count } van { $origins } binnen ({ $share }): de marge was ruimer dan nodig
backcast-held-range = Met { $blocks } onafhankelijke perioden kan het ware aandeel { $low } tot { $high } zijn (95 %-Wilson-interval)

backcast-fan-title = Wat het in { $year } had gezegd
backcast-fan-choice = Voorspellingen van: { $chosen }
backcast-fan-name = Grafiek: voorspellingen uit het verleden, { $series }. Pijltjestoetsen verzetten het startjaar
backcast-fan-slider = Startjaar, { $series }
backcast-fan-from = Startjaar
backcast-fan-hint = Dichte stippen waren toen bekend, open stippen kwamen later. Klik in de grafiek, sleep de lijn of gebruik de pijltjestoetsen voor een ander startjaar; sleep over jaren om ze groter te zien.
backcast-fan-said = In { $from } had het { $median } banen voorspeld voor { $year }, met een 80 %-marge van { $low } tot { $high }.
backcast-fan-inside = Het werden er { $came }: binnen de marge.
backcast-fan-outside = Het werden er { $came }: buiten de marge.
backcast-fan-rivals = De rechte lijn zei { $trend }, geen verandering { $none }.
backcast-fan-official = { $official }: { $value }.
backcast-hover-seen = Waargenomen: { $jobs }
backcast-hover-model = Model: { $median } ({ $low } tot { $high })
backcast-hover-trend = Rechte lijn: { $jobs }
backcast-hover-official = Officieel: { $jobs }

backcast-officials-title = Officiële prognoses van toen
backcast-official-judged = Vanaf { $base }, beoordeeld over { $years } jaren: gemiddeld { $theirs } ernaast, het model { $ours }.
backcast-official-last = In { $year } was ze { $theirs }, het model { $ours }.
backcast-official-show = Toon wat het model in { $year } had gezegd
backcast-official-short = De reeks waaraan ze wordt getoetst heeft minder dan tien jaren daarvoor, dus is er geen grafiek; het model vertrok van de langere reeks van de stad.
backcast-too-high = { $by } te hoog
backcast-too-low = { $by } te laag

backcast-unseen-title = In steden die het niet heeft gezien
backcast-unseen = { $count } andere Europese steden, { $from } tot { $to }, elk voorspeld met wat het model van de andere leerde.
backcast-unseen-show = Toon deze steden

backcast-caveats-title = Wat dit niet laat zien
backcast-caveat-policy = Of beleid werkt zoals het model zegt. Het verleden kent maar één beleid; alleen de trend van de banen is hier getoetst. Effecten van maatregelen rusten op gepubliceerde bevindingen, in het tabblad Bronnen.
backcast-caveat-jobs = Vloeroppervlak, terreinen, leegstand en huur: daarvan zijn te weinig jaren waargenomen. Hoe het model daarop aansluit staat in het tabblad Aansluiting op verleden.
backcast-caveat-overlap = Vensters overlappen. Voorspellingen van tien jaar uit twee opeenvolgende jaren delen er negen; ze hebben samen gelijk of ongelijk. Tel perioden, geen startjaren.
backcast-caveat-noise = Ook de telling beweegt. Het niveau van een enquête zit er elk jaar enkele procenten naast, bij voorspelling en uitkomst.
backcast-caveat-choice = De methode is gekozen door mensen die deze geschiedenis kenden. Wat ze van andere steden leerde, leerde ze zonder de getoetste stad; dat de geschiedenis zich herhaalt kan niemand toetsen.
backcast-warning-short = { $series } heeft { $count } waargenomen jaren, te weinig voor eigen voorspellingen.
backcast-warning-breaks = { $series }: wat geteld wordt veranderde in { $years }; voorspellingen daaroverheen tellen toch mee.
backcast-warning-noisy = { $series } is grillig: losse jaren bewegen zo’n ±{ $moves } zonder betekenis.
backcast-warning-nation = { $series }: de banen van het land bewogen { $recent } per jaar van { $from } tot { $to }, tegen { $slow } op lange termijn. Een voorspelling die op de lange termijn leunt kan achterlopen.
backcast-warning-nation-short = { $series }: tot en met het beginjaar { $origin } heeft het land minder dan tien cijfers en zegt het weinig; het verschil tussen stad en land verschuift de voorspellingen toch.
backcast-warning-nation-ends = { $series }: de cijfers van het land eindigen in { $year }, voor het laatste beginjaar, { $origin }. Wat het daarna zou doen, dooft alleen uit.
backcast-warning-nation-smaller = { $series }: in { $year } heeft het land minder banen dan de stad. Is het de juiste reeks, en in dezelfde eenheid?
backcast-warning-few = { $series }, { $years } jaar vooruit: minder dan vijf onafhankelijke perioden, dus de toets van de marge kan niet mislukken.

backcast-show = Open de terugtoets
backcast-tried = Getoetst aan het verleden
backcast-beside =
    { $years ->
        [one] Terugtoets: { $model } ernaast na één jaar (lijn { $trend })
       *[other] Terugtoets: { $model } ernaast na { $years } jaar (lijn { $trend })
    }
backcast-beside-few = Geen terugtoets: daarvoor zijn { $needed } waargenomen jaren van één definitie nodig, en er zijn er { $count }.
backcast-beside-sector = Geen terugtoets: deelsectoren worden daarvoor te kort geteld. De industrie als geheel heeft er wel een.
backcast-beside-policy = Geen terugtoets: dit is een verschil tussen twee soorten beleid, waarvan het verleden er maar één laat zien.
backcast-known = waargenomen, toen bekend
backcast-came = later waargenomen
backcast-picture-range = Gearceerd: het bereik met vier op de vijf uitkomsten, zoals het model het zou hebben gegeven.
backcast-fan-all = Weer alle jaren (0 of dubbelklik in de grafiek)
