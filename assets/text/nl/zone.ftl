# De zones van het venster, voor schermlezers en om er met het toetsenbord heen te gaan.
zone-top = Menu’s en geschiedenis
zone-centre = Wat er gebeurt
zone-status = Statusregel
zone-next = Volgend deel van het venster
zone-previous = Vorig deel van het venster
