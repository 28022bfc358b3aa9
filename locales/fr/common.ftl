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

status-new = Nouveau
status-contacted = Contacté
status-follow-up = À relancer
status-converted = Converti
status-lost = Perdu

role-owner = Propriétaire
role-admin = Administrateur
role-agent = Agent
role-viewer = Observateur

network-whatsapp = WhatsApp

message-empty = (message vide)
message-forwarded = Transféré
message-quote-unknown = un message antérieur
message-image = 📷 Photo
message-video = 🎬 Vidéo
message-audio = 🎵 Fichier audio
message-voice = 🎤 Message vocal
message-sticker = 🙂 Autocollant
message-document = 📄 Document
message-document-named = 📄 Document : { $name }
message-file-elsewhere = <i>Le fichier lui-même ne peut pas encore être affiché ici.</i>
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
message-order = { $count ->
    [one] 🛒 Commande d’un article
   *[other] 🛒 Commande de { $count } articles
}
message-reaction = { $emoji } A réagi à : { $quote }
message-reaction-removed = A retiré sa réaction à : { $quote }
message-edit = ✏️ A modifié { $quote }. Nouveau texte :
message-revoke = 🗑 A supprimé : { $quote }
message-system = ℹ️ Avis du réseau
message-system-welcome = 👋 A ouvert la discussion pour la première fois, sans encore écrire
message-system-number = ℹ️ A un nouveau numéro ou un nouveau compte
message-system-identity = ℹ️ Le code de sécurité a changé : peut-être un nouveau téléphone
message-unsupported = ⚠️ A envoyé un contenu que le réseau ne transmet pas aux entreprises. Demandez de l’envoyer autrement.
message-unsupported-named = ⚠️ A envoyé un contenu que le réseau ne transmet pas aux entreprises ({ $kind }). Demandez de l’envoyer autrement.
message-unknown = ⚠️ A envoyé un contenu que Parley ne connaît pas encore ({ $kind }). Il est conservé.

failure-window-closed = La fenêtre de réponse est fermée : le texte libre n’est permis que dans les 24 heures qui suivent le dernier message du client. Appelez, ou attendez que le client écrive de nouveau.
failure-cannot-receive = Le numéro du client ne peut pas recevoir ce message : il n’est peut-être pas sur WhatsApp, ou son application est trop ancienne. Joignez le client autrement.
failure-held-back = WhatsApp l’a retenu pour épargner au client un excès de messages d’entreprises. Ne le répétez pas aujourd’hui ; attendez que le client écrive.
failure-opted-out = Le client ne veut plus recevoir de tels messages de votre part. N’écrivez plus avant qu’il n’écrive lui-même.
failure-too-many-to-one = Trop de messages sont partis vers ce client en peu de temps. Attendez une minute, puis renvoyez-le.
failure-too-fast = Trop de messages sont partis en peu de temps. Attendez quelques minutes, puis renvoyez-le.
failure-access = Le réseau a refusé l’accès de Parley au compte. Un propriétaire ou un administrateur doit renouveler le jeton d’accès.
failure-billing = Il y a un problème de paiement sur le compte. Un propriétaire doit corriger le moyen de paiement chez Meta.
failure-not-registered = Le numéro de l’entreprise n’est pas enregistré sur WhatsApp. Un propriétaire ou un administrateur doit l’enregistrer chez Meta.
failure-locked = Le réseau a restreint le compte de l’entreprise. Un propriétaire doit consulter la page de qualité du compte chez Meta.
failure-network = Le réseau a eu un problème de son côté. Renvoyez le message dans quelques minutes.
failure-other = Le réseau l’a refusé. Si ses mots ci-dessous n’aident pas, montrez-les à la personne qui s’occupe de Parley.
failure-code = <i>Le réseau dit : { $title } ({ $code })</i>
