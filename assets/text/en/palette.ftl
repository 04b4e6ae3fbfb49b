# The palette of commands.
palette-title = Commands
palette-hint = Type some letters of a command, city, lever or preset
palette-field = Find a command, city, lever or preset
palette-nothing = Nothing has these letters.
palette-city = city
palette-preset = preset
palette-scenario = open scenario
palette-lever = lever
palette-language = language
