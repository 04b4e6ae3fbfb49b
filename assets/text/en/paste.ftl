# Levers that are copied and pasted.
lever-group-menu = Copy or paste { $group }
lever-group-menu-hint = Copy or paste these levers
lever-copy = Copy settings
lever-copy-of = Copy { $lever }
lever-paste = Paste from { $city }
lever-paste-over = Paste from { $city }: { $lever }

paste-done = { $count ->
    [0] No lever setting of { $from } came over to { $to }.
    [one] One lever setting of { $from } came over to { $to }.
   *[other] { $count } lever settings of { $from } came over to { $to }.
}
paste-undo = Undo
paste-dismiss = Dismiss
paste-behind = Did not come over
paste-changed = Not as it was
paste-unknown = the data of { $city } do not describe it.
paste-unavailable = it can do nothing in { $city }: { $why }
paste-already = { $level } is adopted policy in { $city } already.
paste-money = { $before } became { $now }, at the stated rate { $rate }.
paste-most = { $before } became { $now }, the most on offer in { $city }.
paste-least = { $before } became { $now }, the least on offer in { $city }.
paste-start = the start in { $before } became { $now }: the projection of { $city } does not cover the year.
paste-adopted = back to adopted policy, as in { $from }.
paste-note = { $lever }: { $what }
