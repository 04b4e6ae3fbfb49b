# La barre supérieure et ses menus.
top-file = Fichier
top-edit = Modifier
top-view = Affichage
top-help = Aide
top-not-saved = Non enregistré
top-nothing-to-undo = Rien à annuler
top-nothing-to-redo = Rien à rétablir
top-undo = Annuler : { $name }
top-redo = Rétablir : { $name }
top-presets = Exemples
top-recent = Fichiers récents
top-in-folder = { $name }, dans { $folder }
top-menus = Barre de menus
top-tabs = Onglets
top-language = Langue
top-theme = Thème
