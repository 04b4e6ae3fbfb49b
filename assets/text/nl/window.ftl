# Meldingen, en woorden die meer panelen delen.
window-refused = { $field }: “{ $written }” wordt niet aanvaard; verwacht: { $expected }
window-refused-why = { $name }: { $why }
window-scroll-sideways = { $what }, zijwaarts schuiven
window-scroll-up-down = { $what }, omhoog en omlaag schuiven
window-messages = Meldingen
window-dismiss = Melding sluiten
window-dismiss-hint = Tip sluiten
window-more = en nog { $count }: zie `making-room check`
window-welcome = Probeer dit: versleep rechts “{ $first }” en kijk hoe bedrijfsruimte en huur reageren; daarna “{ $second }” en kijk naar de banen. De streepjeslijn is vastgesteld beleid, de doorgetrokken lijn uw scenario.
window-own = { $count ->
        [one] 1 eigen aanname
       *[other] { $count } eigen aannamen
    }
window-own-short = { $count } eigen
window-own-with = Met { $count }: { $names }
# Between parts of a sentence that have commas of their own.
window-apart = ;{" "}
