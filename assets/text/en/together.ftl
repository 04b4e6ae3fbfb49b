# All cities: an indicator on one scale, and what the cities have in common.
together-choice = Compare the cities by { $what }
together-scale = on one scale: reference in the first projected year = 100
together-scale-share = on one scale
together-index = index, reference in { $year } = 100
together-none = Every city is at adopted policy: the lines are those of the reference.
together-all = Against adopted policy, in { $count ->
    [2] both
   *[other] all { $count }
} cities { $clauses }.
together-one = Against adopted policy, in { $city } { $clauses }.
together-in = { $clause } in { $cities }
together-mixed = { $parts }.
together-sure = { $clause } (in at least { $share } of futures)
together-sure-one = { $clause } (in { $share } of futures)
together-open = { $clause } (could be either way)
together-floorspace-up = there is more floorspace
together-floorspace-down = there is less floorspace
together-rent-up = rent is higher
together-rent-down = rent is lower
together-jobs-up = there are more jobs
together-jobs-down = there are fewer jobs
together-most = { $what }: largest change in { $first } ({ $most }), smallest in { $last } ({ $least }).
together-lever = { $count ->
    [one] The lever that does most for it is { $lever }.
   *[other] The lever that does most for it in all of them is { $lever }.
}
together-levers = What does most for it: { $levers }.
together-lever-in = { $lever } in { $city }
together-still = { $cities } { $count ->
    [one] is
   *[other] are
} at adopted policy.
