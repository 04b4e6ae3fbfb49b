# Comment s’appellent les entrées des sources.
entries-named = { $place } : { $name }
entries-past-policy = politique passée, { $lever }
entries-past = passé, { $what }
entries-pace = rythme de reconversion
entries-start-adopted = { $city } : départ { $year }, politique adoptée, { $lever }
entries-start = départ { $year }
