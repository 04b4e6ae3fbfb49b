# What scenarios differ in, item by item.
change-comment = Comment above the document
change-city = City
change-target = Target for { $what } in { $year }
change-weight = { $party }: weight of { $what }
change-order = Order of cities
change-pack = City pack
change-as-outlook = as the named outlook
change-as-evidence = as the evidence
change-as-adopted = adopted policy
change-as-pack = as the city pack
change-as-built-in = as built in
change-none = none
change-setting = { $years ->
        [one] { $level } from { $start } over { $written } year
       *[other] { $level } from { $start } over { $written } years
    }
change-plan = from { $start }, { $levers }, { $targets }, { $assumptions }
change-levers = { $count ->
        [one] 1 lever
       *[other] { $count } levers
    }
change-targets = { $count ->
        [one] 1 target
       *[other] { $count } targets
    }
change-assumptions = { $count ->
        [one] 1 assumption
       *[other] { $count } assumptions
    }
change-own-data = data of its own, { $hash }
change-because = { $what }, because { $reason }
