# Scenario's van hand tot hand: gekopieerd, gedupliceerd, hernoemd, naast elkaar gehouden, samengevoegd.
merge-command-duplicate = Scenario dupliceren
merge-command-rename = Scenario hernoemen…
merge-command-copy = Scenario als tekst kopiëren
merge-command-paste = Scenario plakken
merge-command-saved = Vergelijken met opgeslagen versie…
merge-command-differ = Wat verschilt tussen twee scenario’s…
merge-command-merge = Scenario’s samenvoegen…
merge-copy-of = { $title } (kopie)
merge-rename-title = Titel van het scenario
merge-rename = Hernoemen
merge-cancel = Annuleren
merge-clipboard = klembord
merge-not-a-scenario = Op het klembord staat geen scenario. { $why }
merge-file-on-disk = { $file }, op schijf
merge-preset = Voorbeeld: { $title }
merge-no-file = Dit scenario staat nog in geen bestand, dus er is niets opgeslagen om het mee te vergelijken.
merge-gone = Het is niet meer geopend
merge-differences = Wat verschilt
merge-from = Van
merge-to = naar
merge-swap = Omwisselen
merge-whole = Het hele scenario
merge-count = { $count ->
        [one] 1 verschil
       *[other] { $count } verschillen
    }
merge-no-difference = Beide zeggen hetzelfde.
merge-title = Wijzigingen van twee mensen samenvoegen
merge-help = Een wijziging die maar één van beiden maakte, wordt overgenomen. Waar beiden hetzelfde verschillend wijzigden, kiest u. Het resultaat opent als nieuw scenario; geen van de drie wordt gewijzigd.
merge-base = Uitgangspunt
merge-mine = Het mijne
merge-theirs = Het hunne
merge-open-files = Bestanden openen…
merge-open-files-hint = Wat u opent, kunt u hierboven kiezen
merge-begin = Samenvoegen
merge-conflicts = { $count ->
        [one] 1 conflict: beiden wijzigden het, elk anders
       *[other] { $count } conflicten: beiden wijzigden ze, elk anders
    }
merge-taken = Zonder vraag overgenomen: { $mine } wijzigingen van mij, { $theirs } van hen.
merge-all-mine = Alles van mij
merge-all-theirs = Alles van hen
merge-left = { $decided } van { $count } beslist
merge-list = Conflicten
merge-effects-note = Centrale berekening. Een ander conflict dat nog niet is beslist, telt zoals het vóór beide was.
merge-effect = { $city }, { $year }: { $jobs }, { $floorspace }
merge-choice = { $name }, { $side }: { $words }
merge-finish = Voltooien
merge-back = Andere scenario’s
merge-cancel-hint = Alle drie de scenario’s blijven zoals ze zijn
merge-undecided = { $count ->
        [one] 1 conflict is nog niet beslist.
       *[other] { $count } conflicten zijn nog niet beslist.
    }
merge-not-allowed = Elke keuze is toegestaan, maar alle samen niet: { $faults }
merge-done = Samengevoegd: { $mine } wijzigingen van mij en { $theirs } van hen, { $conflicts } door u beslist. Het resultaat is een nieuw scenario en staat nog in geen bestand.
merge-item-comment = Opmerking boven het document
merge-item-title = Titel
merge-item-author = Auteur
merge-item-notes = Toelichting
merge-item-city = Stad
merge-item-target = Doel voor { $indicator } in { $year }
merge-item-concern = Hoe zwaar het weegt voor { $party }: { $indicator }
merge-item-order = Volgorde van de steden
merge-item-pack = Gegevens van de stad
merge-as-outlook = volgens het gekozen toekomstbeeld
merge-as-pack = volgens het stadspakket
merge-as-built-in = zoals in het programma
merge-nothing = geen
merge-plan = vanaf { $start }; maatregelen: { $levers }, doelen: { $targets }, aannames: { $assumptions }
merge-own-data = eigen gegevens, { $hash }
merge-setting = { $level } vanaf { $start }, over { $ramp } jr
merge-because = { $what }, omdat “{ $reason }”
merge-effects-failed = Het effect van de keuzes kon niet worden berekend ({ $why }). De scenario’s zijn ongewijzigd; meld dit alstublieft.
