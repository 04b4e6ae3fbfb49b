# The bar at the top, with its menus.
top-file = File
top-edit = Edit
top-view = View
top-help = Help
top-not-saved = Not saved
top-nothing-to-undo = Nothing to undo
top-nothing-to-redo = Nothing to redo
top-undo = Undo: { $name }
top-redo = Redo: { $name }
top-presets = Presets
top-recent = Recent files
top-in-folder = { $name }, in { $folder }
top-menus = Menu bar
top-tabs = Tabs
top-language = Language
top-theme = Theme
