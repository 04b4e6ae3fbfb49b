# De balk bovenaan, met de menu’s.
top-file = Bestand
top-edit = Bewerken
top-view = Beeld
top-help = Help
top-not-saved = Niet opgeslagen
top-nothing-to-undo = Niets ongedaan te maken
top-nothing-to-redo = Niets opnieuw te doen
top-undo = Ongedaan maken: { $name }
top-redo = Opnieuw: { $name }
top-presets = Voorbeelden
top-recent = Recente bestanden
top-in-folder = { $name }, in { $folder }
top-menus = Menubalk
top-tabs = Tabbladen
top-language = Taal
top-theme = Thema
