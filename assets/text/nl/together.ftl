# Alle steden: een indicator op één schaal, en wat de steden gemeen hebben.
together-choice = De steden vergelijken naar { $what }
together-scale = op één schaal: referentie in het eerste geprojecteerde jaar = 100
together-scale-share = op één schaal
together-index = index, referentie in { $year } = 100
together-none = Elke stad volgt het vastgestelde beleid: de lijnen zijn die van de referentie.
together-all = Vergeleken met het vastgestelde beleid geldt in { $count ->
    [2] beide
   *[other] alle { $count }
} steden: { $clauses }.
together-one = Vergeleken met het vastgestelde beleid geldt in { $city }: { $clauses }.
together-in = { $clause } in { $cities }
together-mixed = { $parts }.
together-sure = { $clause } (in ten minste { $share } van de toekomsten)
together-sure-one = { $clause } (in { $share } van de toekomsten)
together-open = { $clause } (kan beide kanten op)
together-floorspace-up = er is meer bedrijfsruimte
together-floorspace-down = er is minder bedrijfsruimte
together-rent-up = de huur is hoger
together-rent-down = de huur is lager
together-jobs-up = er zijn meer banen
together-jobs-down = er zijn minder banen
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
