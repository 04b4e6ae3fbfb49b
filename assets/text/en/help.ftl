# Help: its parts, and the first steps.
help-title = Help
help-close = Close help
help-section-start = First steps
help-section-model = Model document
help-section-about = About Making Room
help-what = What happens to manufacturing jobs and industrial floorspace in a city if zoning, rents and incentives change: up to 2050, with how sure that is, what it costs and which lever did it.
help-left-heading = Left: where you are
help-left = The scenarios that are open, the cities with their jobs so far and to come, and the outlook: what no city decides.
help-centre-heading = Centre: what happens
help-centre = Cards for one year, charts for all years. The dashed line is the reference, adopted policy going on; the solid line is your scenario; the band around it holds 80 % of all futures that were computed. The tabs above show the same from other sides: what became of every square metre, which lever did it, scenarios side by side, sources.
help-right-heading = Right: what you can do
help-right = The levers of the city, in the groups zoning, rent and incentives. Move one and everything follows at once. The mark on its track is adopted policy, the tinted part is what evidence covers. Its name opens what it is in the real world, who decides it and how it works in the model.
help-ask-heading = Ask any number
help-ask = Click a card, the title of a chart or a figure in a table, or go to it with Tab and press { $keys }: you see the formula, its values and their sources, down to the last assumption.
help-onwards = Go on
help-sources = All sources
help-model = The model document states every equation, where its constants come from, how well it would have done in the past and what is known to be weak. It is written in English and opens in a tab of its own.
