# The public budget of the package.
budget-title = Public budget of the package
budget-about = Net public cost of each year against adopted policy, constant prices: grants, programmes, public space less its rents, tax, re-provision that the city pays. A negative number is money saved.
budget-year = Year
budget-million = { $money } million
budget-all = All cities
budget-cell = Public cost, { $city }, { $year }: { $cost } million
budget-cell-all = Public cost, all cities, { $year }: { $cost } million euros
budget-sum = Sum
budget-note = The sum over years is not discounted. The cost per net job-year on the cards is. Click a figure: how it is computed.
