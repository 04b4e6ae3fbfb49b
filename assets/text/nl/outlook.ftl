# Het toekomstbeeld: waarover geen stad beslist.
outlook-heading = Toekomstbeeld
outlook-chosen = Toekomstbeeld: { $name }
outlook-changed = { $count ->
        [one] 1 aanname gewijzigd
       *[other] { $count } aannamen gewijzigd
    }
outlook-reset = Toekomstbeeld terugzetten
outlook-follow = Het gekozen toekomstbeeld weer volgen
outlook-driver = { $name }, toekomstbeeld
outlook-how-name = Hoe telt { $name }
outlook-how = Hoe het telt: waarde, bron en label
outlook-here = In dit toekomstbeeld
