# Pourquoi un fichier n’a pas été écrit.
save-is-folder = { $path } est un dossier, pas un fichier.
save-is-no-file = { $path } n’est pas un fichier ordinaire.
save-read-only = { $path } est en lecture seule : rien n’a été enregistré. Votre scénario reste ouvert ; enregistrez-le sous un autre nom ou changez les droits du fichier.
save-no-folder = { $path } n’a pas été enregistré : son dossier n’existe pas ou plus. Votre scénario reste ouvert ; enregistrez-le ailleurs, ou rétablissez le dossier ou le lecteur.
save-not-allowed = { $path } n’a pas été enregistré : vous n’avez pas le droit d’y écrire. Votre scénario reste ouvert ; enregistrez-le ailleurs ou changez les droits du dossier.
save-full = { $path } n’a pas été enregistré : le disque, ou votre quota, est plein. Votre scénario reste ouvert et le fichier est inchangé ; libérez de la place ou enregistrez sur un autre disque.
save-failed = { $path } n’a pas été enregistré : { $why }. Votre scénario reste ouvert ; vérifiez que le disque ou le lecteur réseau est disponible, ou enregistrez ailleurs.
save-not-answering = { $path } n’a pas été enregistré : son lecteur ne répond pas. Votre scénario reste ouvert ; enregistrez-le ailleurs, ou attendez que le lecteur soit de retour.
save-again = Réessayer
