# Les thèmes, dans le menu et la palette.
theme-system = Thème : comme le système
theme-light = Thème : clair
theme-dark = Thème : sombre
theme-high-contrast = Thème : contraste élevé
