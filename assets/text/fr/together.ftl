# Toutes les villes : un indicateur à une même échelle, et ce qu’elles ont en commun.
together-choice = Comparer les villes selon { $what }
together-scale = à une même échelle : référence de la première année projetée = 100
together-scale-share = à une même échelle
together-index = indice, référence en { $year } = 100
together-none = Toutes les villes sont à la politique adoptée : les lignes sont celles de la référence.
together-all = Dans les { $count } villes, { $clauses }.
together-one = À { $city }, { $clauses }.
together-in = { $clause } à { $cities }
together-mixed = { $parts }.
together-and = { $start } et { $last }
together-sure = { $clause } (dans au moins { $share } des futurs)
together-sure-one = { $clause } (dans { $share } des futurs)
together-open = { $clause } (sens incertain)
together-floorspace-up = les surfaces augmentent
together-floorspace-down = les surfaces diminuent
together-rent-up = le loyer augmente
together-rent-down = le loyer diminue
together-jobs-up = les emplois augmentent
together-jobs-down = les emplois diminuent
together-most = { $what } : plus grand changement à { $first } ({ $most }), plus petit à { $last } ({ $least }).
together-lever = { $count ->
    [one] Le levier qui y fait le plus est { $lever }.
   *[other] Le levier qui y fait le plus dans toutes est { $lever }.
}
together-levers = Ce qui y fait le plus : { $levers }.
together-lever-in = { $lever } à { $city }
together-still = { $cities } { $count ->
    [one] est
   *[other] sont
} à la politique adoptée.
