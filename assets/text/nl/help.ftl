# De hulp: haar onderdelen, en de eerste stappen.
help-title = Help
help-close = Help sluiten
help-section-start = Eerste stappen
help-section-model = Modeldocument
help-section-about = Over Making Room
help-what = Wat er met de banen in de maakindustrie en met de bedrijfsruimte van een stad gebeurt als bestemming, huur en stimulering veranderen: tot 2050, hoe zeker dat is, wat het kost en welke maatregel het deed.
help-left-heading = Links: waar u bent
help-left = De geopende scenario’s, de steden met hun banen tot nu toe en daarna, en het toekomstbeeld: wat geen stad beslist.
help-centre-heading = Midden: wat er gebeurt
help-centre = Kaarten voor één jaar, grafieken voor alle jaren. De streepjeslijn is de referentie, vastgesteld beleid dat doorloopt; de doorgetrokken lijn is uw scenario; de band eromheen bevat 80 % van alle berekende toekomsten. De tabbladen tonen hetzelfde van een andere kant: wat er van elke vierkante meter werd, welke maatregel het deed, scenario’s naast elkaar, bronnen.
help-right-heading = Rechts: wat u kunt doen
help-right = De maatregelen van de stad, in de groepen bestemming, huur en stimulering. Verschuif er een en alles volgt meteen. Het streepje op de regelaar is vastgesteld beleid, het getinte deel is wat onderzoek dekt. De naam opent de toelichting: wat het in de praktijk is, wie erover beslist en hoe het in het model werkt.
help-ask-heading = Vraag elk getal hoe het komt
help-ask = Klik op een kaart, op de titel van een grafiek of op een cijfer in een tabel, of ga erheen met Tab en druk op { $keys }: u ziet de formule, de waarden en hun bronnen, tot de laatste aanname.
help-onwards = Verder
help-sources = Alle bronnen
help-model = Het modeldocument geeft elke vergelijking, waar de constanten vandaan komen, hoe goed het in het verleden zou hebben voorspeld en wat de bekende zwakke plekken zijn. Het is in het Engels geschreven en opent in een eigen tabblad.
