# Messages, and words that many panels share.
window-refused = { $field }: “{ $written }” is not taken; expected { $expected }
window-refused-why = { $name }: { $why }
window-scroll-sideways = { $what }, scroll sideways
window-scroll-up-down = { $what }, scroll up and down
window-messages = Messages
window-dismiss = Dismiss message
window-dismiss-hint = Dismiss hint
window-more = and { $count } more: see `making-room check`
window-welcome = Try this: on the right, drag “{ $first }” and watch floorspace and rent answer; then “{ $second }” and watch jobs. The dashed line is adopted policy, the solid line is your scenario.
window-own = { $count ->
        [one] 1 own assumption
       *[other] { $count } own assumptions
    }
window-own-short = { $count } own
window-own-with = With { $count }: { $names }
# Between parts of a sentence that have commas of their own.
window-apart = ;{" "}
