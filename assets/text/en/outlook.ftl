# The outlook: what no city decides.
outlook-heading = Outlook
outlook-chosen = Outlook: { $name }
outlook-changed = { $count ->
        [one] 1 assumption changed
       *[other] { $count } assumptions changed
    }
outlook-reset = Reset Outlook
outlook-follow = Follow the named outlook again
outlook-driver = { $name }, outlook
outlook-how-name = How { $name } counts
outlook-how = How it counts: value, source and label
outlook-here = In this outlook
