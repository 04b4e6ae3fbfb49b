# Toutes les villes : un indicateur à une même échelle, et ce qu’elles ont en commun.
together-choice = Comparer les villes selon { $what }
together-scale = à une même échelle : référence de la première année projetée = 100
together-scale-share = à une même échelle
together-index = indice, référence en { $year } = 100
together-none = Toutes les villes sont à la politique adoptée : les lignes sont celles de la référence.
together-all = Par rapport à la politique adoptée, dans les { $count } villes, { $clauses }.
together-one = Par rapport à la politique adoptée, à { $city }, { $clauses }.
together-in = { $clause } à { $cities }
together-mixed = { $parts }.
together-sure = { $clause } (dans au moins { $share } des futurs)
together-sure-one = { $clause } (dans { $share } des futurs)
together-open = { $clause } (sens incertain)
together-floorspace-up = il y a plus de surfaces
together-floorspace-down = il y a moins de surfaces
together-rent-up = le loyer est plus élevé
together-rent-down = le loyer est plus bas
together-jobs-up = il y a plus d’emplois
together-jobs-down = il y a moins d’emplois
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
