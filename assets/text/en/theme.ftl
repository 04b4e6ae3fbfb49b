# The themes, in the menu and the palette.
theme-system = Theme: as the system
theme-light = Theme: light
theme-dark = Theme: dark
theme-high-contrast = Theme: high contrast
