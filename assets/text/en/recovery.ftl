# Work kept in case the program does not end as it should, and the offer to go on with it.
recovery-title = Work that was not saved
recovery-intro =
    { $count ->
        [one] Making Room ended before this was saved. It was kept for you.
       *[other] Making Room ended before these were saved. They were kept for you.
    }
recovery-open = Open
recovery-open-name = Open what was kept of “{ $title }”
recovery-open-all = Open all
recovery-discard = Discard…
recovery-discard-name = Discard what was kept of “{ $title }”…
recovery-discard-all = Discard all…
recovery-later = Later
recovery-later-hint = It stays kept; the next start offers it again.
recovery-no-file = in no file yet
recovery-file-changed = the file was changed since
recovery-file-gone = the file cannot be found
recovery-kept-now = kept less than a minute ago
recovery-kept-minutes =
    { $count ->
        [one] kept a minute ago
       *[other] kept { $count } minutes ago
    }
recovery-kept-hours =
    { $count ->
        [one] kept an hour ago
       *[other] kept { $count } hours ago
    }
recovery-kept-days =
    { $count ->
        [one] kept yesterday
       *[other] kept { $count } days ago
    }
recovery-ask-discard = Discard what was kept of “{ $title }”?
recovery-ask-discard-all = Discard everything that was kept?
recovery-ask-note = It cannot be brought back.
recovery-discard-yes = Discard for good
recovery-discard-no = Keep it
recovery-damaged = What was kept of a scenario cannot be read: { $why }. The damaged file stays at { $path }
recovery-refused = What was kept of “{ $title }” cannot be opened: { $why }. It stays at { $path }
recovery-undo = Recovered work
recovery-trouble = Unsaved work is not being kept for the case of a crash: save it. { $why }
recovery-slow = The disk does not answer.
recovery-too-large = “{ $title }” is larger than a scenario file may be.
