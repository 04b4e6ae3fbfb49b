# The tab “Back-cast”: how far the model would have been off in the past.
backcast-title = How wrong the model would have been
backcast-waiting = The past is being tried…
backcast-none = There is no back-cast here: it needs ten observed years before a starting year, and one after it.
backcast-choice = Back-cast of: { $chosen }
backcast-read = Read “Accuracy” in the model document
backcast-cities = { $places } together
backcast-industry = The same cities, with all industry (B–E)
backcast-panel = { $count } other cities, each tried without what it taught

backcast-off =
    { $years ->
        [one] One year ahead it has been off by { $model } on average; a straight line by { $trend }, no change by { $none }.
       *[other] { $years } years ahead it has been off by { $model } on average; a straight line by { $trend }, no change by { $none }.
    }
backcast-stretches =
    { $origins ->
        [one] That is from one starting year, or { $blocks } stretches of { $years } years that do not overlap: { $verdict }.
       *[other] That is from { $origins } starting years, which share most of the years that follow. They are worth { $blocks } stretches of { $years } years that do not overlap: { $verdict }.
    }
backcast-stretches-one =
    { $origins ->
        [one] That is from one starting year: { $verdict }.
       *[other] That is from { $origins } starting years, which share no year: { $verdict }.
    }
backcast-says-nothing = that is next to nothing
backcast-says-little = that is little
backcast-says-some = that is some evidence
backcast-says-much = that is a good deal
backcast-places = So far back only { $places } has figures: the { $years } years are of that city alone.
backcast-against = Its error was { $ratio } of the straight line’s. With other stretches of years out of the same history it could be { $low } to { $high }: { $verdict }.
backcast-against-once = Its error was { $ratio } of the straight line’s.
backcast-better = better than the line in all of that range
backcast-worse = worse than the line in all of that range
backcast-open = so the line may be as good
backcast-bias-high = It was { $by } too high on average.
backcast-bias-low = It was { $by } too low on average.
backcast-told = Nothing after the starting year is known to it (“ex ante”). Told how the nation’s manufacturing jobs went on (“conditional”), it would have been off by { $model } { $years ->
        [one] after one year
       *[other] after { $years } years
    }: that part is the city, the rest is the nation.
backcast-told-short = Told how the nation went on: { $model }.
backcast-untold = Nothing after the starting year is known to it (“ex ante”). These cities stand for themselves: nothing is known of their nations.

backcast-bars-title = How far off, by years ahead
backcast-bars-unit = Average distance between forecast and outcome, in % of the outcome
backcast-model = Model
backcast-model-told = Model told how the nation went on
backcast-trend = Straight line
backcast-no-change = No change
backcast-official = Official
backcast-years =
    { $years ->
        [one] 1 year
       *[other] { $years } years
    }
backcast-turn-title = Before and after { $year }
backcast-turn-to = Starting years to { $year }, { $years } years ahead: off by { $model }, the straight line by { $trend } ({ $blocks } stretches).
backcast-turn-from =
    { $years ->
        [one] Starting years from { $year }, one year ahead: off by { $model }, the straight line by { $trend } ({ $blocks } stretches).
       *[other] Starting years from { $year }, { $years } years ahead: off by { $model }, the straight line by { $trend } ({ $blocks } stretches).
    }
backcast-turn-note = Jobs fell fast until then and more slowly since. What forecasts one time well may be late in the other.

backcast-held-title = How often its 80 % range held
backcast-held-note = Dot: share of outcomes inside the range. Line: the 80 % that it promises. Bar: what the true share may be, given so few independent stretches.
backcast-held-fits = { $count } of { $origins } held ({ $share }); the 80 % fit
backcast-held-few = { $count } of { $origins } held ({ $share }), but worth { $blocks } stretches: the test cannot fail
backcast-held-narrow = { $count } of { $origins } held ({ $share }): the range was too narrow
backcast-held-wide = { $count } of { $origins } held ({ $share }): the range was wider than needed
backcast-held-range = With { $blocks } independent stretches the true share may be { $low } to { $high } (95 % Wilson interval)

backcast-fan-title = What it would have said in { $year }
backcast-fan-choice = Forecasts of: { $chosen }
backcast-fan-name = Chart: forecasts of the past, { $series }. Arrow keys move the starting year
backcast-fan-slider = Starting year, { $series }
backcast-fan-from = Starting year
backcast-fan-hint = Filled dots were known then, open dots came later. Click in the chart, drag its line or use the arrow keys to start in another year; drag over years to see them larger.
backcast-fan-said = In { $from } it would have said { $median } jobs for { $year }, with an 80 % range of { $low } to { $high }.
backcast-fan-inside = { $came } came: inside the range.
backcast-fan-outside = { $came } came: outside the range.
backcast-fan-rivals = The straight line said { $trend }, no change { $none }.
backcast-fan-official = { $official }: { $value }.
backcast-hover-seen = Observed: { $jobs }
backcast-hover-model = Model: { $median } ({ $low } to { $high })
backcast-hover-trend = Straight line: { $jobs }
backcast-hover-official = Official: { $jobs }

backcast-officials-title = Official projections of the time
backcast-official-judged = From { $base }, judged in { $years } years: off by { $theirs } on average, the model by { $ours }.
backcast-official-last = In { $year } it was { $theirs }, the model { $ours }.
backcast-official-show = Show what the model would have said in { $year }
backcast-official-short = Its outcome has fewer than ten observed years before that, so there is no chart; the model started from the city’s longer series.
backcast-too-high = { $by } too high
backcast-too-low = { $by } too low

backcast-unseen-title = In cities that it has not seen
backcast-unseen = { $count } other European cities, { $from } to { $to }, each forecast with what the others taught.
backcast-unseen-show = Show these cities

backcast-caveats-title = What this does not show
backcast-caveat-policy = Whether a policy works as the model says. The past has one course of policy; only the drift of jobs is tried here. Effects of levers rest on published findings, in the tab Sources.
backcast-caveat-jobs = Floorspace, land, vacancy and rent: they have too few observed years. How the model fits those is in the tab Fit.
backcast-caveat-overlap = Windows overlap. Forecasts of ten years from neighbouring years share nine of them, so they are right or wrong together; count stretches, not starting years.
backcast-caveat-noise = Counting moves, too. A survey’s level is off by some per cent in any year, for forecast and outcome alike.
backcast-caveat-choice = The method was chosen by people who knew this history. What it learnt from other cities it learnt without the city that is scored; that history repeats itself nobody can test.
backcast-warning-short = { $series } has { $count } observed years, too few for forecasts of its own.
backcast-warning-breaks = { $series }: what is counted changed in { $years }; forecasts across it are scored all the same.
backcast-warning-noisy = { $series } is noisy: single years move by about ±{ $moves } without meaning it.
backcast-warning-nation = { $series }: the nation’s jobs moved by { $recent } a year over { $from } to { $to }, against { $slow } in its long run. A forecast that leans on the long run may be late.
backcast-warning-nation-short = { $series }: up to the starting year { $origin } the nation has fewer than ten figures and says little; the gap between city and nation moves the forecasts all the same.
backcast-warning-nation-ends = { $series }: the nation’s figures end in { $year }, before the last starting year, { $origin }. What it is taken to do since only fades.
backcast-warning-nation-smaller = { $series }: in { $year } the nation has fewer jobs than the city. Is it the right series, and in the same unit?
backcast-warning-few = { $series }, { $years } years ahead: fewer than five independent stretches, so the test of the range cannot fail.

backcast-show = Open the back-cast
backcast-tried = Tried on the past
backcast-beside =
    { $years ->
        [one] Back-cast: off by { $model } a year ahead (line { $trend })
       *[other] Back-cast: off by { $model } in { $years } years (line { $trend })
    }
backcast-beside-few = No back-cast: it needs { $needed } observed years of one definition, and there are { $count }.
backcast-beside-sector = No back-cast: sub-sectors are counted since too few years. All manufacturing together has one.
backcast-beside-policy = No back-cast: it is a difference between two policies, of which the past shows one.
backcast-known = observed, known then
backcast-came = observed afterwards
backcast-picture-range = Shaded: the range that holds four in five outcomes, as the model would have given it.
backcast-fan-all = All years again (0 or double click in the chart)
