# Which lever did it.
why-read = Read “Attribution” in the model document
why-title = Which lever did it to
why-in = in { $year }
why-explain = Explain: { $what }
why-jobs-of = Jobs: { $sector }
why-no-change = No lever differs from adopted policy in { $city }, so there is nothing to explain. Move one on the right, or open one of the presets.
why-working = Being worked out…
why-waterfall = Waterfall: { $what }, { $year }
why-over-years = Over the years
why-nothing = Nothing to show.
why-against = { $unit } against the reference
why-contributions = Contributions over the years: { $what }
why-none-differed = No lever differed from adopted policy in { $city }.
why-not-projected = { $year } is not projected in { $city }.
why-no-value = { $what } has no value in { $year } with some of the levers left out, so no lever can be given a share of it. Manufacturing jobs and public cost, which it is made of, can be explained.
why-all-levers = All levers
why-all-levers-figure = All levers { $figure }
why-from-to = From { $first } in { $from } to { $last } in { $to } against the reference. { $lines }.
why-row = { $name }: { $figure }
why-row-better = { $name }: { $figure }, better
why-row-worse = { $name }: { $figure }, worse
why-better = better
why-worse = worse
why-together = { $name } together
why-rest = { $count ->
        [one] ; one other lever the rest
       *[other] ; { $count } other levers the rest
    }
why-against-adopted = { $figure } against adopted policy
why-against-reference = { $figure }, { $change } against the reference of { $reference }
why-exact = A lever's share is the change it makes when it joins the others, averaged over all orders in which they can join: exact Shapley values from { $runs } runs. Trend and shocks are in the reference, never in a lever.
why-by-group = With more than { $count } changed levers, a lever's share is averaged over the orders in which the levers of a group join together: Owen values. Trend and shocks are in the reference, never in a lever.
