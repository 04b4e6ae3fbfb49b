# Maatregelen die worden gekopieerd en geplakt.
lever-group-menu = { $group } kopiëren of plakken
lever-group-menu-hint = Deze maatregelen kopiëren of plakken
lever-copy = Instellingen kopiëren
lever-copy-of = { $lever } kopiëren
lever-paste = Plakken uit { $city }
lever-paste-over = Plakken uit { $city }: { $lever }

paste-done = { $count ->
    [0] Geen instelling van { $from } is overgenomen voor { $to }.
    [one] Eén instelling van { $from } is overgenomen voor { $to }.
   *[other] { $count } instellingen van { $from } zijn overgenomen voor { $to }.
}
paste-undo = Ongedaan maken
paste-dismiss = Sluiten
paste-behind = Niet overgenomen
paste-changed = Aangepast
paste-unknown = de gegevens van { $city } beschrijven deze maatregel niet.
paste-unavailable = in { $city } kan dit niets doen: { $why }
paste-already = { $level } is in { $city } al vastgesteld beleid.
paste-money = { $before } werd { $now }, tegen de vermelde koers { $rate }.
paste-most = { $before } werd { $now }, het meeste dat in { $city } mogelijk is.
paste-least = { $before } werd { $now }, het minste dat in { $city } mogelijk is.
paste-start = het begin in { $before } werd { $now }: de projectie van { $city } omvat dat jaar niet.
paste-adopted = terug naar vastgesteld beleid, zoals in { $from }.
paste-note = { $lever }: { $what }
