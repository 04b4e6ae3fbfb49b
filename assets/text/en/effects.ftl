# What a lever does or does not do here, and why; groups of levers.
lever-description = Adopted policy { $adopted }. Evidence covers { $low } to { $high }. Evidence grade { $grade }.
lever-shows-from = shows from { $year } on
lever-no-effect = No effect here: { $why }
lever-would-do-nothing = Would do nothing here: { $why }
lever-shut-room = the city’s data leave it no other level than that of adopted policy.
lever-shut-time = it starts in the last year of the projection, { $last }, and acts only after that. Start it earlier.
lever-late-complete = it starts in { $start } and is complete in { $complete }, after the last year, { $last }. Start it earlier.
lever-late = it starts in { $start }, and by the last year, { $last }, it does too little to be seen. Start it earlier.
lever-shut-release = no land is released, so there is nothing to build again.
lever-shut-denser = this plot ratio is conventional building, which happens anyway. Ask for more.
lever-shut-viable = rents do not carry building this dense in any year, so none is built.
lever-shut-affordable = there is no affordable space to discount. Set an affordable workspace quota first.
lever-shut-discount = affordable space is let at market rent. Set a discount first.
lever-shut-rent = market rents do not rise above what sitting tenants pay.
lever-shut-parameter = this scenario assumes { $parameter } = 0, and it works through that.
lever-shut-unseen = it changes no indicator by as much as its last digit.
lever-reset-zoning = Reset zoning levers of this city
lever-reset-rent = Reset rent levers of this city
lever-reset-incentives = Reset incentive levers of this city
