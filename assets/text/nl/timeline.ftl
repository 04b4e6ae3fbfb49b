# Wanneer een maatregel werkt.
timeline-starts = Begint in
timeline-takes = en duurt
timeline-because = Omdat
timeline-line = Vanaf { $start }, volledig in { $full }
timeline-start-year-of = Beginjaar van { $lever }
timeline-start-of = Begin van { $lever }
timeline-ramp-of = Opbouw van { $lever }
timeline-reason-of = Reden van { $lever }
timeline-start-expected = een jaar van { $first } tot en met { $last }
timeline-start-hint = Waar de verandering begint: sleep, of pijltjes- en Page-toetsen; Delete voor het gebruikelijke begin en tempo.
timeline-ramp-hint = Waar de verandering volledig is: sleep, of pijltjes- en Page-toetsen; Delete voor het gebruikelijke begin en tempo.
timeline-legend = Dik: wat is besloten. Dun: hoever het al doorwerkt. Gestreept: vastgesteld beleid.
