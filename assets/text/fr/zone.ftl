# Les zones de la fenêtre, pour les lecteurs d'écran et pour y aller au clavier.
zone-top = Menus et historique
zone-centre = Ce qui se passe
zone-status = Barre d’état
zone-next = Partie suivante de la fenêtre
zone-previous = Partie précédente de la fenêtre
