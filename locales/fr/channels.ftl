channels-title = { $count ->
    [one] Un canal
   *[other] { $count } canaux
}
channels-none = Rien n’est encore connecté. Appuyez sur le bouton ci-dessous : cela prend quelques minutes.
channel-standing = est arrêté
channel-removed = retiré
channel-removed-now = Ce formulaire est retiré : tout nouvel envoi est refusé. Ses pistes sont gardées.
channel-stopped-since = <b>Arrêté depuis { $since }.</b> Les réponses attendent que ce soit rétabli.
channel-never = jamais
channel-ago = il y a { $since }
channel-last-inbound = Dernier message reçu : { $since }
channel-last-outbound = Dernier message envoyé : { $since }
channel-rate-none = Rien n’a été envoyé en 24 heures
channel-rate = { $count ->
    [one] En 24 heures : { $count } message envoyé, { $failed } en échec ({ $rate })
   *[other] En 24 heures : { $count } messages envoyés, dont { $failed } en échec ({ $rate })
}
channel-waiting = { $count ->
    [one] { $count } message attend d’être envoyé
   *[other] { $count } messages attendent d’être envoyés
}
channel-lost-leads = { $count ->
    [one] { $count } prospect n’a pas pu être récupéré. « Vérifier maintenant » réessaie.
   *[other] { $count } prospects n’ont pas pu être récupérés. « Vérifier maintenant » réessaie.
}
channel-token-ends = Jeton d’accès : jusqu’au { $date } (encore { $left })
channel-token-ended = Le jeton d’accès a expiré. Appuyez sur « Reconnecter ».
channel-subscribed = Le réseau livre tout ici
channel-subscription-mended = Le réseau ne livrait plus ici ; c’est rétabli
channel-subscription-missing = Le réseau ne livre pas les messages ici
channel-subscription-unknown = Le réseau ne dit pas s’il livre ici
channel-checked = Réseau interrogé { $since }

fact-name = Nom là-bas : { $name }
fact-name-review = Le réseau sur le nom : { $review }
fact-quality = Qualité : { $quality }
fact-fast = Peut envoyer à la vitesse maximale
fact-limit = { $count ->
    [one] Peut écrire en premier à { $count } personne en 24 heures
   *[other] Peut écrire en premier à { $count } personnes en 24 heures
}
fact-limit-none = Peut écrire en premier à autant de personnes que voulu
quality-good = bonne
quality-medium = moyenne
quality-low = faible
quality-flagged = en danger
quality-unknown = pas encore jugée
review-approved = approuvé
review-pending = pas encore décidé
review-rejected = refusé

danger-since = depuis { $since }
danger-other = Un avertissement
danger-other-advice = Le réseau avertit de quelque chose pour quoi Parley n’a pas de conseil. Si ses mots ci-dessous ne suffisent pas, montrez-les à la personne qui s’occupe du bureau.
danger-token-expires = Le jeton d’accès expire bientôt
danger-token-expires-advice = Créez-en un nouveau auprès du réseau avant ce jour et appuyez sur « Reconnecter ». Ensuite, plus rien ne pourra partir.
danger-token-of-another = Le jeton d’accès appartient à un autre compte
danger-token-of-another-advice = Créez auprès du réseau un jeton pour ce compte précis et appuyez sur « Reconnecter ».
danger-permission = Il manque une autorisation au jeton d’accès
danger-permission-advice = Créez auprès du réseau un nouveau jeton avec l’autorisation nommée ci-dessous, puis appuyez sur « Reconnecter ».
danger-not-subscribed = Le réseau ne livre pas les messages ici
danger-not-subscribed-advice = Parley essaie de le rétablir seul. Si cela dure, vérifiez l’adresse du webhook et les autorisations auprès du réseau.
danger-updates-waiting = Telegram n’arrive pas à livrer les messages
danger-updates-waiting-advice = Les messages attendent chez Telegram, et rien n’est perdu pendant 24 heures. Vérifiez que le bureau est joignable de l’extérieur.
danger-no-reply-right = Le bot n’a pas le droit de répondre pour ce compte
danger-no-reply-right-advice = Dans Telegram : Paramètres › Telegram Business › Chatbots, et autorisez le bot à répondre aux messages.
danger-many-failures = La plupart des messages ne partent pas
danger-many-failures-advice = La raison est sous une réponse en échec. D’ici là, mieux vaut écrire moins.
danger-quality = Des clients bloquent ou signalent ce numéro
danger-quality-advice = Écrivez en premier à moins de personnes, et seulement à celles qui l’attendent. Le réseau juge de nouveau sur sept jours.
danger-limit = La limite pour écrire en premier a baissé
danger-limit-advice = Les réponses aux clients partent comme avant. Écrivez en premier à moins de personnes jusqu’à ce que la limite remonte.
danger-limited = Le réseau limite les envois
danger-limited-advice = Les réponses peuvent partir plus lentement ou pas du tout. Un propriétaire devrait en chercher la raison dans les paramètres d’entreprise de Meta.
danger-state = Le numéro n’est pas connecté au réseau
danger-state-advice = Un propriétaire doit reconnecter ou réenregistrer le numéro chez Meta.
danger-account-restricted = Le réseau a restreint le compte
danger-account-restricted-advice = Un propriétaire devrait voir la page de qualité du compte chez Meta : elle dit ce qui est interdit et comment demander un examen.
danger-account-violation = Le réseau signale une infraction à ses règles
danger-account-violation-advice = Un propriétaire devrait la lire sur la page de qualité du compte chez Meta et y mettre fin, avant que le compte soit restreint.
danger-account-banned = Le compte est banni, ou va l’être
danger-account-banned-advice = Un propriétaire doit demander sans attendre un examen sur la page de qualité du compte chez Meta.
danger-account-deleted = Le compte a été supprimé sur le réseau
danger-account-deleted-advice = Plus rien ne peut être envoyé ni reçu avec lui. Connectez un autre compte.
danger-account-disconnected = Le compte a été déconnecté
danger-account-disconnected-advice = Reconnectez-le dans l’app WhatsApp Business ou chez Meta.
danger-account-review = Le réseau a refusé le compte
danger-account-review-advice = Un propriétaire doit demander un examen à Meta. D’ici là, rien ne peut partir.
danger-policy = Meta avertit ou bloque la page
danger-policy-advice = Un propriétaire devrait voir la qualité de la page dans les paramètres de Meta et demander un examen si c’est une erreur.
danger-security = Quelqu’un a touché au code de sécurité du numéro
danger-security-advice = Si ce n’était personne de chez vous, définissez tout de suite un nouveau code chez Meta : qui le possède peut vous prendre le numéro.

channel-endangered = <b>{ $title }</b> : { $danger }.
channel-relieved = <b>{ $title }</b> : c’est fini : { $danger }.
channel-connected = <b>{ $title }</b> est connecté. Ce que les clients y écrivent arrive ici désormais.
channel-takes-again = <b>{ $title }</b> reçoit de nouveau des pistes.

import-of = <b>{ $title }</b> : reprise des anciennes discussions.
import-progress = { $progress } % sont là
import-done = Anciennes discussions : tout est là
import-failed = Les anciennes discussions n’ont pas pu être reprises.

button-check = Vérifier maintenant
button-templates = Modèles
button-channel = Voir le canal
button-danger-hide = Vu, masquer : { $name }
toast-checking = Le réseau est interrogé. Appuyez de nouveau dans quelques secondes pour voir sa réponse.
toast-hidden = Masqué. Si le réseau le redit, vous serez averti.

templates-title = { $count ->
    [one] Un modèle
   *[other] { $count } modèles
}
templates-none = Il n’y a pas encore de modèles. Avec un modèle approuvé, on peut aussi écrire après la fermeture de la fenêtre de réponse.
template-approved = approuvé
template-submitting = en cours d’envoi
template-pending = le réseau l’examine
template-in-appeal = examiné de nouveau
template-rejected = refusé
template-paused = en pause
template-flagged = en danger
template-disabled = désactivé
template-deleted = supprimé
template-marketing = Marketing
template-utility = Service
template-authentication = Code de connexion
template-reason = Raison : { $reason }
button-template = Voir le modèle
button-template-new = Nouveau modèle
button-template-submit = Soumettre
button-template-stop = Annuler
button-template-no-footer = Sans dernière ligne
template-ask-name = 🧾 <b>Nouveau modèle.</b> Comment s’appelle-t-il ? Lettres minuscules, chiffres et _, par exemple : rappel_rendez_vous
template-ask-language = Dans quelle langue est-il ? Appuyez sur l’une d’elles, ou répondez à ce message avec un code tel que nl ou zh_CN.
template-ask-category = À quoi sert-il ? <b>Service</b> parle de ce que le client a commandé ou demandé. <b>Marketing</b> est tout le reste, et coûte plus cher.
template-ask-body = Écrivez le texte tel que le client le lira. Mettez {"{{1}}"}, {"{{2}}"} et ainsi de suite là où quelque chose sera rempli plus tard, par exemple : Bonjour {"{{1}}"}, à {"{{2}}"} dans notre salle.
template-ask-examples = { $count ->
    [one] Donnez un exemple pour l’emplacement : le réseau veut en voir un.
   *[other] Donnez un exemple pour chacun des { $count } emplacements, un par ligne : le réseau veut les voir.
}
template-ask-footer = Répondez à ce message par une petite dernière ligne, 60 caractères au plus, ou appuyez sur « Sans dernière ligne ».
template-cancel = /cancel met fin à ceci.
template-placeholder = Votre réponse
template-preview = 👀 <b>Voici à quoi il ressemblera.</b> Le soumettre ? Le réseau décide le plus souvent en un jour.
template-without-footer = Sans dernière ligne
template-submitted = <b>{ $name }</b> est soumis. On vous dira ce que le réseau décide.
template-bad-name = Un nom n’a que des lettres minuscules a–z, des chiffres et _.
template-bad-language = Ce n’est pas un code de langue. Exemples : en, fr, pt_BR.
template-choose = Appuyez sur l’un des boutons, s’il vous plaît.
template-bad-body = Il n’y a pas de texte. Écrivez ce que le client lira.
template-body-too-long = Le texte est trop long : 1024 caractères au plus.
template-body-numbers = Les emplacements doivent être numérotés {"{{1}}"}, {"{{2}}"}, {"{{3}}"} sans trou.
template-body-edges = Un emplacement ne peut se trouver tout au début ni tout à la fin : le réseau le refuse. Entourez-le de mots.
template-bad-examples = Le nombre de lignes n’est pas celui des emplacements.
template-bad-footer = La dernière ligne a 60 caractères au plus, sur une seule ligne, sans emplacement.
notice-template = Modèle <b>{ $name }</b> ({ $language }) : { $status }.
notice-template-rejected = Vous pouvez le réécrire sous le même nom.
notice-template-paused = Il n’a pas plu aux clients. Le réseau le reprend de lui-même ; la troisième fois, il est désactivé.

button-form-add = ➕ Formulaire de site
button-google-add = ➕ Formulaire Google Ads
button-form-origins = Sites autorisés
button-form-thanks = Page de remerciement
button-form-fields = Champs
button-form-hidden = Champ caché
button-form-show = Montrer l’adresse
button-form-remove = Retirer
button-form-remove-yes = Oui, retirer
button-form-restore = Le reprendre
form-origins = Sites autorisés : { $sites }
form-origins-none = Sites autorisés : aucun pour l’instant, donc aucune page ne peut envoyer depuis un navigateur
form-thanks = Page de remerciement : { $page }
form-thanks-none = Page de remerciement : aucune
form-fields = Champs :
form-fields-none = Champs : reconnus d’eux-mêmes
form-hidden = Champ caché : { $name }
form-hidden-none = Champ caché : les noms habituels, comme _gotcha
form-ask-name = Comment s’appelle le formulaire ? Par exemple : Page de contact
google-ask-name = Comment s’appelle le formulaire Google Ads ? Par exemple : Campagne de printemps
form-name-placeholder = Son nom
form-ask-origins = De quels sites le formulaire peut-il être envoyé ? Une adresse par ligne, par exemple : www.example.org
form-ask-thanks = Vers quelle page va le visiteur après l’envoi ? Son adresse entière, par exemple : https://www.example.org/merci
form-ask-fields = Quel champ est quoi ? Un par ligne, par exemple :
    <code>name = contact.full_name</code>
    <code>phone = tel</code>
    Il y a name, phone, email, message et id. Ce que vous omettez est reconnu de lui-même.
form-ask-hidden = Comment s’appelle le champ que les gens ne voient pas ? Qui le remplit est un programme, et est mis de côté.
form-ask-nothing = Répondez par un simple tiret (–) pour enlever le réglage. /cancel ne change rien.
form-now = Maintenant :
form-setting-placeholder = Votre réponse
form-set = C’est noté.
form-told = <b>{ $name }</b> : les formulaires sont envoyés à cette adresse. Qui la connaît peut envoyer des pistes : mettez-la dans votre site et nulle part ailleurs.
form-address-local = Cette adresse ne commence pas par https : les sites auront du mal à l’atteindre. Définissez PUBLIC_URL avec l’adresse du bureau.
form-snippet = Un formulaire pour votre site, à copier :
form-next = Appuyez maintenant sur « Sites autorisés » sur la page du formulaire, ici, et dites sur quel site se trouve le formulaire : d’ici là, les navigateurs sont refusés.
google-told = <b>{ $name }</b> : dans Google Ads, au formulaire sous « Envoi des prospects » › « Intégration de webhook », voici l’adresse du webhook :
google-key = Et voici sa clé :
google-next = Appuyez ensuite là-bas sur « Envoyer des données de test » : le test apparaît ici comme une piste.
form-remove-ask = Retirer <b>{ $name }</b> ? Tout nouvel envoi sera refusé. Ses pistes sont gardées, et vous pourrez le reprendre.
toast-form-removed = Le formulaire est retiré.
form-label-name = Nom
form-label-email = E-mail
form-label-phone = Téléphone
form-label-message = Message
form-label-send = Envoyer
