# Scenarios from hand to hand: copied, duplicated, renamed, held beside each other, merged.
merge-command-duplicate = Duplicate scenario
merge-command-rename = Rename scenario…
merge-command-copy = Copy scenario as text
merge-command-paste = Paste scenario
merge-command-saved = Compare with saved…
merge-command-differ = What differs between two scenarios…
merge-command-merge = Merge scenarios…
merge-copy-of = { $title } (copy)
merge-rename-title = Title of the scenario
merge-rename = Rename
merge-cancel = Cancel
merge-clipboard = clipboard
merge-not-a-scenario = What is on the clipboard is not a scenario. { $why }
merge-file-on-disk = { $file }, on disk
merge-preset = Preset: { $title }
merge-no-file = This scenario is in no file yet, so there is nothing saved to compare it with.
merge-gone = It is not open any more
merge-differences = What differs
merge-from = From
merge-to = to
merge-swap = Swap
merge-whole = The whole scenario
merge-count = { $count ->
        [one] 1 difference
       *[other] { $count } differences
    }
merge-no-difference = Both say the same.
merge-title = Merge two people's changes
merge-help = A change that only one of them made is taken. Where both changed the same thing differently, you choose. The result opens as a new scenario; none of the three is changed.
merge-base = Made from
merge-mine = Mine
merge-theirs = Theirs
merge-open-files = Open files…
merge-open-files-hint = What you open can be chosen above
merge-begin = Merge
merge-conflicts = { $count ->
        [one] 1 conflict: both changed it, each differently
       *[other] { $count } conflicts: both changed them, each differently
    }
merge-taken = Taken without a question: { $mine } changes of mine, { $theirs } of theirs.
merge-all-mine = All mine
merge-all-theirs = All theirs
merge-left = { $decided } of { $count } decided
merge-list = Conflicts
merge-effects-note = Central run. Where nothing is chosen yet in another conflict, it counts as it was before both.
merge-effect = { $city }, { $year }: { $jobs }, { $floorspace }
merge-choice = { $name }, { $side }: { $words }
merge-finish = Finish
merge-back = Other scenarios
merge-cancel-hint = All three scenarios stay as they are
merge-undecided = { $count ->
        [one] 1 conflict is not decided yet.
       *[other] { $count } conflicts are not decided yet.
    }
merge-not-allowed = Each choice is in order, but all of them together are not: { $faults }
merge-done = Merged: { $mine } changes of mine and { $theirs } of theirs, { $conflicts } decided by you. The result is a new scenario and in no file yet.
merge-item-comment = Comment above the document
merge-item-title = Title
merge-item-author = Author
merge-item-notes = Notes
merge-item-city = City
merge-item-target = Target for { $indicator } in { $year }
merge-item-concern = How much { $party } cares: { $indicator }
merge-item-order = Order of cities
merge-item-pack = City data
merge-as-outlook = as the named outlook
merge-as-pack = as the city pack
merge-as-built-in = as built in
merge-nothing = none
merge-plan = from { $start }; levers: { $levers }, targets: { $targets }, assumptions: { $assumptions }
merge-own-data = data of its own, { $hash }
merge-setting = { $level } from { $start }, over { $ramp } yr
merge-because = { $what }, because “{ $reason }”
merge-effects-failed = The effect of the choices could not be worked out ({ $why }). The scenarios are as they were; please report this.
