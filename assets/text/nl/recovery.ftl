# Werk dat bewaard wordt voor het geval het programma niet goed eindigt, en het aanbod om ermee verder te gaan.
recovery-title = Niet-opgeslagen werk
recovery-intro =
    { $count ->
        [one] Making Room stopte voordat dit was opgeslagen. Het is voor u bewaard.
       *[other] Making Room stopte voordat deze waren opgeslagen. Ze zijn voor u bewaard.
    }
recovery-open = Openen
recovery-open-name = Openen wat van ‘{ $title }’ is bewaard
recovery-open-all = Alles openen
recovery-discard = Weggooien…
recovery-discard-name = Weggooien wat van ‘{ $title }’ is bewaard…
recovery-discard-all = Alles weggooien…
recovery-later = Later
recovery-later-hint = Het blijft bewaard; bij de volgende start wordt het weer aangeboden.
recovery-no-file = nog in geen bestand
recovery-file-changed = het bestand is sindsdien gewijzigd
recovery-file-gone = het bestand is niet te vinden
recovery-kept-now = minder dan een minuut geleden bewaard
recovery-kept-minutes =
    { $count ->
        [one] een minuut geleden bewaard
       *[other] { $count } minuten geleden bewaard
    }
recovery-kept-hours =
    { $count ->
        [one] een uur geleden bewaard
       *[other] { $count } uur geleden bewaard
    }
recovery-kept-days =
    { $count ->
        [one] gisteren bewaard
       *[other] { $count } dagen geleden bewaard
    }
recovery-ask-discard = Weggooien wat van ‘{ $title }’ is bewaard?
recovery-ask-discard-all = Alles weggooien wat is bewaard?
recovery-ask-note = Dit kan niet ongedaan worden gemaakt.
recovery-discard-yes = Voorgoed weggooien
recovery-discard-no = Bewaren
recovery-damaged = Wat van een scenario is bewaard, kan niet worden gelezen: { $why }. Het beschadigde bestand blijft staan op { $path }
recovery-refused = Wat van ‘{ $title }’ is bewaard, kan niet worden geopend: { $why }. Het blijft staan op { $path }
recovery-undo = Hersteld werk
recovery-trouble = Niet-opgeslagen werk wordt niet bewaard voor het geval het programma vastloopt: sla het op. { $why }
recovery-slow = De schijf antwoordt niet.
recovery-too-large = ‘{ $title }’ is groter dan een scenariobestand mag zijn.
