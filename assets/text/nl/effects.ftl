# Wat een maatregel hier doet of niet doet, en waarom; groepen maatregelen.
lever-description = Vastgesteld beleid { $adopted }. De onderbouwing reikt van { $low } tot { $high }. Bewijskracht { $grade }.
lever-shows-from = zichtbaar vanaf { $year }
lever-no-effect = Hier zonder effect: { $why }
lever-would-do-nothing = Zou hier niets doen: { $why }
lever-shut-room = de gegevens van de stad laten geen ander niveau toe dan dat van het vastgestelde beleid.
lever-shut-time = het begint in het laatste jaar van de projectie, { $last }, en werkt pas daarna. Laat het eerder beginnen.
lever-late-complete = het begint in { $start } en is pas in { $complete } volledig, na het laatste jaar, { $last }. Laat het eerder beginnen.
lever-late = het begint in { $start } en doet tot het laatste jaar, { $last }, te weinig om te zien. Laat het eerder beginnen.
lever-shut-release = er wordt geen bedrijventerrein getransformeerd, dus er valt niets terug te bouwen.
lever-shut-denser = deze fsi is gangbaar en wordt ook zonder beleid gebouwd. Vraag meer.
lever-shut-viable = de huren dragen zulke dichte bebouwing in geen enkel jaar, dus er wordt niets van gebouwd.
lever-shut-affordable = er is geen betaalbare ruimte om korting op te geven. Stel eerst een quotum voor betaalbare werkruimte in.
lever-shut-discount = betaalbare ruimte wordt tegen de markthuur verhuurd. Stel eerst een korting in.
lever-shut-rent = de markthuren stijgen niet boven wat zittende huurders betalen.
lever-shut-parameter = dit scenario neemt { $parameter } = 0 aan, en de maatregel werkt daarlangs.
lever-shut-unseen = geen enkele indicator verandert, zelfs niet in het laatste cijfer.
lever-reset-zoning = Bestemmingsmaatregelen van deze stad terugzetten
lever-reset-rent = Huurmaatregelen van deze stad terugzetten
lever-reset-incentives = Stimuleringsmaatregelen van deze stad terugzetten
