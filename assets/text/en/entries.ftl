# What entries among the sources are called.
entries-named = { $place }: { $name }
entries-past-policy = past policy, { $lever }
entries-past = past, { $what }
entries-pace = pace of release
entries-start-adopted = { $city }: start { $year }, adopted { $lever }
entries-start = start { $year }
