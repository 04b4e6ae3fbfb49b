# Les messages, et les mots communs à plusieurs panneaux.
window-refused = { $field } : « { $written } » n’est pas accepté ; attendu : { $expected }
window-refused-why = { $name } : { $why }
window-scroll-sideways = { $what }, défilement horizontal
window-scroll-up-down = { $what }, défilement vertical
window-messages = Messages
window-dismiss = Fermer le message
window-dismiss-hint = Fermer le conseil
window-more = et { $count } de plus : voir `making-room check`
window-welcome = Essayez ceci : à droite, déplacez « { $first } » et observez la réaction des surfaces et du loyer ; puis « { $second } » et observez les emplois. La ligne tiretée est la politique adoptée, la ligne pleine votre scénario.
window-own = { $count ->
        [one] { $count } hypothèse propre
       *[other] { $count } hypothèses propres
    }
window-own-short = { $count ->
        [one] { $count } propre
       *[other] { $count } propres
    }
window-own-with = Avec { $count } : { $names }
# Between parts of a sentence that have commas of their own.
window-apart = {"\u202F"};{" "}
