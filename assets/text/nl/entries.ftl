# Hoe de vermeldingen bij de bronnen heten.
entries-named = { $place }: { $name }
entries-past-policy = beleid in het verleden, { $lever }
entries-past = verleden, { $what }
entries-pace = transformatietempo
entries-start-adopted = { $city }: start { $year }, vastgesteld, { $lever }
entries-start = start { $year }
