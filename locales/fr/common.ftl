language-own-name = Français
person-unknown = Quelqu’un

duration-moments = moins d’une minute
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
duration-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
duration-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

status-new = Nouvelle
status-contacted = Contactée
status-follow-up = À relancer
status-converted = Convertie
status-lost = Perdue

role-owner = Propriétaire
role-admin = Administrateur
role-agent = Agent
role-viewer = Observateur

network-whatsapp = WhatsApp
network-instagram = Instagram
network-messenger = Messenger
network-telegram = Telegram
network-telegram-business = Telegram Business
network-facebook-leads = Formulaires Facebook
network-google-leads = Formulaires Google
network-linkedin-leads = Formulaires LinkedIn
network-forms = Formulaire du site
network-manual = Ajout à la main

message-empty = (message vide)
message-words = « { $words } »
comma = ,
arrow = →
message-forwarded = Transféré
message-automatic = Envoyé par une réponse automatique
message-standby = Une autre application répond en ce moment dans cette discussion
message-test = Un essai du réseau, pas une personne
message-in-group = Écrit dans un groupe
message-revoked-mark = 🗑 Supprimé par l’expéditeur
message-erased = Effacé, comme le réseau l’exige.
message-quote-unknown = un message antérieur
message-image = 📷 Photo
message-video = 🎬 Vidéo
message-animation = 🎞 Animation
message-video-note = 📹 Message vidéo
message-audio = 🎵 Fichier audio
message-voice = 🎤 Message vocal
message-sticker = 🙂 Autocollant
message-document = 📄 Document
message-document-named = 📄 Document : { $name }
message-files = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
}
message-album = { $count ->
    [one] 🗂 Album de { $count } fichier
   *[other] 🗂 Album de { $count } fichiers
}
message-share = 🔗 A partagé quelque chose
message-share-post = 🔗 A partagé une publication
message-share-reel = 🔗 A partagé un reel
message-share-story = 🔗 A partagé une story
message-share-link = 🔗 A envoyé un lien
message-open-link = Ouvrir
message-story-mention = ✨ Vous a mentionné dans une story
message-comment = 💬 A commenté une publication. Votre réponse est privée et possible une seule fois.
message-comment-live = 💬 A commenté une vidéo en direct. Votre réponse est privée et possible une seule fois.
message-comment-post = Ouvrir la publication
message-poll = 📊 Sondage
message-template = 📋 Modèle { $name }
message-call = 📞 Appel
message-call-rings = 📞 Appelle
message-call-accepted = 📞 L’appel a été pris
message-call-rejected = 📞 L’appel a été refusé
message-call-missed = 📞 L’appel a pris fin sans réponse
message-call-ended = 📞 L’appel a pris fin après { $lasted }
message-call-out = 📞 L’entreprise appelle
message-call-out-accepted = 📞 Le client a pris l’appel
message-call-out-rejected = 📞 Le client a refusé l’appel
message-call-out-missed = 📞 Le client n’a pas pris l’appel
message-call-out-ended = 📞 Votre appel a pris fin après { $lasted }
message-location = 📍 Position
message-location-named = 📍 Position : { $name }
message-location-map = Ouvrir la carte
message-contacts = { $count ->
    [one] 👤 Contact
   *[other] 👤 { $count } contacts
}
message-choice = 🔘 A choisi : { $choice }
message-call-allowed = 📞 Accepte d’être appelé
message-call-refused = 📞 Ne souhaite pas être appelé
message-form = 📝 A rempli un formulaire
message-form-incomplete = 📝 A commencé à remplir un formulaire, sans le terminer
message-form-cut = <i>… Les longues réponses sont coupées ici ; le formulaire en dit plus.</i>
message-order = { $count ->
    [one] 🛒 Commande d’un article
   *[other] 🛒 Commande de { $count } articles
}
message-reaction = { $emoji } A réagi à : { $quote }
message-reaction-removed = A retiré sa réaction à : { $quote }
message-edit = ✏️ A modifié { $quote }. Nouveau texte :
message-edit-file = <i>Il y a un nouveau fichier.</i>
message-revoke = 🗑 A supprimé : { $quote }
message-system = ℹ️ Avis du réseau
message-system-welcome = 👋 A ouvert la discussion pour la première fois, sans encore écrire
message-system-number = ℹ️ A un nouveau numéro ou un nouveau compte
message-system-identity = ℹ️ Le code de sécurité a changé : peut-être un nouveau téléphone
message-system-start = 👋 A ouvert la discussion avec le bot
message-system-referral = 👋 Est venu par une annonce ou un lien et n’a pas encore écrit
message-system-optin = 🔔 A accepté de recevoir des messages
message-system-appointment = 📅 A pris rendez-vous
message-unsupported = ⚠️ A envoyé un contenu que le réseau ne transmet pas aux entreprises. Demandez de l’envoyer autrement.
message-unsupported-named = ⚠️ A envoyé un contenu que le réseau ne transmet pas aux entreprises ({ $kind }). Demandez de l’envoyer autrement.
message-unknown = ⚠️ A envoyé un contenu que Parley ne connaît pas encore ({ $kind }). Il est conservé.

failure-window-closed = La fenêtre de réponse est fermée : le réseau ne permet les réponses libres que pendant un temps après le dernier message du client. Envoyez un modèle s’il y en a un, appelez, ou attendez que le client écrive de nouveau.
failure-cannot-receive = Le numéro du client ne peut pas recevoir ce message : il n’est peut-être pas sur WhatsApp, ou son application est trop ancienne. Joignez le client autrement.
failure-own-number = C’est le numéro de l’entreprise : il ne peut pas s’écrire à lui-même.
failure-person-away = On ne peut pas écrire au client à cet endroit pour l’instant : son compte est peut-être absent ou n’accepte pas vos messages. Joignez-le autrement.
failure-person-unknown = Le réseau ne connaît plus cette personne à cet endroit. Joignez le client autrement, ou attendez qu’il écrive.
failure-blocked = Le client vous a bloqué. N’insistez pas ; joignez-le autrement s’il y a une bonne raison.
failure-deactivated = Le compte du client a été fermé. Joignez-le autrement.
failure-comment-answered = Ce commentaire a déjà reçu une réponse, ou il est trop ancien ou supprimé. Attendez que le client écrive.
failure-held-back = WhatsApp l’a retenu pour épargner au client un excès de messages d’entreprises. Ne le répétez pas aujourd’hui ; attendez que le client écrive.
failure-opted-out = Le client ne veut plus recevoir de tels messages de votre part. N’écrivez plus avant qu’il n’écrive lui-même.
failure-too-many-to-one = Trop de messages sont partis vers ce client en peu de temps. Attendez une minute, puis renvoyez-le.
failure-too-fast = Trop de messages sont partis en peu de temps. Attendez quelques minutes, puis renvoyez-le.
failure-access = Le réseau a refusé l’accès de Parley au compte. Un propriétaire ou un administrateur doit renouveler le jeton d’accès.
failure-billing = Il y a un problème de paiement sur le compte. Un propriétaire doit corriger le moyen de paiement chez Meta.
failure-not-registered = Le numéro de l’entreprise n’est pas enregistré sur WhatsApp. Un propriétaire ou un administrateur doit l’enregistrer chez Meta.
failure-locked = Le réseau a restreint le compte de l’entreprise. Un propriétaire doit consulter la page de qualité du compte chez Meta.
failure-no-right = Le compte du propriétaire ne permet plus au bureau d’y répondre. Un propriétaire doit l’autoriser de nouveau dans les réglages du réseau.
failure-display-name = Le nom du numéro de l’entreprise n’est pas encore approuvé. Un propriétaire doit s’en occuper chez Meta.
failure-media = Le réseau n’a pas accepté ce fichier ou ce type de message. Envoyez-le dans un autre format, comme document ou par un lien.
failure-too-large = Le fichier est trop lourd pour le réseau. Envoyez-en un plus petit ou un lien.
failure-file-gone = Le fichier n’est plus conservé ici et n’a donc pas pu partir. Envoyez-le de nouveau.
failure-not-changeable = Le message ne peut plus être modifié auprès du réseau ; le client le garde tel quel. Envoyez une autre réponse si c’est important.
failure-reaction = Le réseau ne connaît pas cette réaction. Choisissez-en une autre.
failure-template-values = Les valeurs ne conviennent pas au modèle : trop nombreuses, trop peu ou trop longues. Renvoyez-le avec d’autres valeurs.
failure-template-missing = Le réseau n’a pas (encore) ce modèle dans cette langue. Choisissez-en un autre, ou réessayez dans dix minutes.
failure-template-paused = Le réseau a suspendu ou désactivé ce modèle, à cause de plaintes ou de ses règles. Choisissez-en un autre.
failure-network = Le réseau a eu un problème de son côté. Renvoyez le message dans quelques minutes.
failure-other = Le réseau l’a refusé. Si ses mots ci-dessous n’aident pas, montrez-les à la personne qui s’occupe de Parley.
failure-code = <i>Le réseau dit : { $title } ({ $code })</i>
