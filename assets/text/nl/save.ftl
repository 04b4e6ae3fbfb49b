# Waarom een bestand niet is geschreven.
save-is-folder = { $path } is een map, geen bestand.
save-is-no-file = { $path } is geen gewoon bestand.
save-read-only = { $path } is alleen-lezen: er is niets opgeslagen. Uw scenario blijft open; sla het op onder een andere naam, of wijzig de rechten van het bestand.
save-no-folder = { $path } is niet opgeslagen: de map bestaat niet (meer). Uw scenario blijft open; sla het ergens anders op, of maak de map of het station weer beschikbaar.
save-not-allowed = { $path } is niet opgeslagen: u mag daar niet schrijven. Uw scenario blijft open; sla het ergens anders op, of wijzig de rechten van de map.
save-full = { $path } is niet opgeslagen: de schijf, of uw deel ervan, is vol. Uw scenario blijft open en het bestand is zoals het was; maak ruimte, of sla op een andere schijf op.
save-failed = { $path } is niet opgeslagen: { $why }. Uw scenario blijft open; controleer of de schijf of netwerkschijf er is, of sla het ergens anders op.
save-not-answering = { $path } is niet opgeslagen: het station antwoordt niet. Uw scenario blijft open; sla het ergens anders op, of wacht tot het station terug is.
save-again = Opnieuw proberen
