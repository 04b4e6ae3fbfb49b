# The list of levers that are not at adopted policy.
changes-title = Changed levers, and what each does to
changes-in = in { $year }
changes-count = { $count ->
    [0] no lever changed
    [one] 1 lever changed
   *[other] { $count } levers changed
}
changes-none = Every lever of { $city } is at adopted policy. Move one on the right, or open one of the presets in the File menu, and it is listed here.
changes-lever = Lever
changes-adopted = Adopted
changes-now = Now
changes-since = Years
changes-since-full = start–complete
changes-effect = Effect
changes-effect-of = Effect of { $lever }: { $effect }
changes-together = Together
changes-waiting = …
changes-because = Reason: { $reason }
changes-percent-of = % of { $of }
changes-times = × { $of }
changes-go = Go to { $lever }
changes-reset = Back to adopted policy: { $lever }
changes-reset-hint = Back to adopted policy
changes-reset-city = Reset all levers of { $city }
changes-note = The effects are shares of the whole change against adopted policy: they add up, also where levers overlap.
changes-why = See them over the years in “Why”
changes-outlook = Outlook
changes-outlook-count = { $count ->
    [one] 1 setting differs from the baseline
   *[other] { $count } settings differ from the baseline
}
changes-outlook-what = Setting
changes-outlook-base = Base
changes-outlook-unit = Unit
changes-outlook-reset = Back to { $value }: { $what }
changes-outlook-note = The outlook moves the reference, too. The base of a driver is its value in the named outlook.
