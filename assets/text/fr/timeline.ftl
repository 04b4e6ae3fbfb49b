# Quand un levier agit.
timeline-starts = Démarre en
timeline-takes = et prend
timeline-because = Parce que
timeline-line = À partir de { $start }, complet en { $full }
timeline-start-year-of = Année de démarrage de { $lever }
timeline-start-of = Démarrage de { $lever }
timeline-ramp-of = Montée en puissance de { $lever }
timeline-reason-of = Motif de { $lever }
timeline-start-expected = une année de { $first } à { $last }
timeline-start-hint = Le début du changement : faites glisser, ou touches fléchées et Page ; Suppr pour le démarrage et le rythme habituels.
timeline-ramp-hint = La fin du changement : faites glisser, ou touches fléchées et Page ; Suppr pour le démarrage et le rythme habituels.
timeline-legend = Trait plein : ce qui est décidé. Trait fin : ce qui agit déjà. Tirets : politique adoptée.
