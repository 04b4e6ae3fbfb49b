# When a lever moves.
timeline-starts = Starts in
timeline-takes = and takes
timeline-because = Because
timeline-line = From { $start }, complete in { $full }
timeline-start-year-of = Start year of { $lever }
timeline-start-of = Start of { $lever }
timeline-ramp-of = Ramp of { $lever }
timeline-reason-of = Reason of { $lever }
timeline-start-expected = a year from { $first } to { $last }
timeline-start-hint = Where the change starts: drag, or arrow and Page keys; Delete for the usual start and pace.
timeline-ramp-hint = Where the change is complete: drag, or arrow and Page keys; Delete for the usual start and pace.
timeline-legend = Solid: what is decided. Thin: how far it has taken effect. Dashed: adopted policy.
