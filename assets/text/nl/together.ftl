# Alle steden: een indicator op één schaal, en wat de steden gemeen hebben.
together-choice = De steden vergelijken naar { $what }
together-scale = op één schaal: referentie in het eerste geprojecteerde jaar = 100
together-scale-share = op één schaal
together-index = index, referentie in { $year } = 100
together-none = Elke stad volgt het vastgestelde beleid: de lijnen zijn die van de referentie.
together-all = In { $count ->
    [2] beide
   *[other] alle { $count }
} steden geldt: { $clauses }.
together-one = In { $city } geldt: { $clauses }.
together-in = { $clause } in { $cities }
together-mixed = { $parts }.
together-and = { $start } en { $last }
together-sure = { $clause } (in ten minste { $share } van de toekomsten)
together-sure-one = { $clause } (in { $share } van de toekomsten)
together-open = { $clause } (kan beide kanten op)
together-floorspace-up = de bedrijfsruimte neemt toe
together-floorspace-down = de bedrijfsruimte neemt af
together-rent-up = de huur stijgt
together-rent-down = de huur daalt
together-jobs-up = het aantal banen neemt toe
together-jobs-down = het aantal banen neemt af
together-most = { $what }: grootste verandering in { $first } ({ $most }), kleinste in { $last } ({ $least }).
together-lever = { $count ->
    [one] De maatregel die er het meest voor doet is { $lever }.
   *[other] De maatregel die er in alle het meest voor doet is { $lever }.
}
together-levers = Wat er het meest voor doet: { $levers }.
together-lever-in = { $lever } in { $city }
together-still = { $cities } { $count ->
    [one] volgt
   *[other] volgen
} het vastgestelde beleid.
