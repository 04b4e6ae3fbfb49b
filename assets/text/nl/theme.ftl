# De thema’s, in het menu en het palet.
theme-system = Thema: zoals het systeem
theme-light = Thema: licht
theme-dark = Thema: donker
theme-high-contrast = Thema: hoog contrast
