# Ce qu’un levier fait ou ne fait pas ici, et pourquoi ; groupes de leviers.
lever-description = Politique adoptée : { $adopted }. Les données probantes couvrent de { $low } à { $high }. Niveau de preuve { $grade }.
lever-shows-from = visible à partir de { $year }
lever-no-effect = Sans effet ici : { $why }
lever-would-do-nothing = Serait sans effet ici : { $why }
lever-shut-room = les données de la ville ne lui laissent pas d’autre niveau que celui de la politique adoptée.
lever-shut-time = il démarre la dernière année de la projection, { $last }, et n’agit qu’ensuite. Faites-le démarrer plus tôt.
lever-late-complete = il démarre en { $start } et n’est complet qu’en { $complete }, après la dernière année, { $last }. Faites-le démarrer plus tôt.
lever-late = il démarre en { $start } et, d’ici la dernière année, { $last }, il agit trop peu pour que cela se voie. Faites-le démarrer plus tôt.
lever-shut-release = aucun terrain n’est reconverti, il n’y a donc rien à reconstruire.
lever-shut-denser = cette densité est celle du bâti conventionnel, qui se construit de toute façon. Demandez davantage.
lever-shut-viable = les loyers ne portent une telle densité aucune année, rien n’est donc construit.
lever-shut-affordable = il n’y a pas d’espace abordable auquel appliquer la décote. Fixez d’abord un quota d’espaces de travail abordables.
lever-shut-discount = les espaces abordables sont loués au prix du marché. Fixez d’abord une décote.
lever-shut-rent = les loyers du marché ne dépassent pas ceux des locataires en place.
lever-shut-parameter = ce scénario suppose { $parameter } = 0, et le levier passe par là.
lever-shut-unseen = il ne change aucun indicateur, ne serait-ce que de son dernier chiffre.
lever-reset-zoning = Réinitialiser les leviers d’affectation du sol de cette ville
lever-reset-rent = Réinitialiser les leviers de loyer de cette ville
lever-reset-incentives = Réinitialiser les incitants de cette ville
