wizard-skip = Passer
wizard-some = ce que nous faisions
wizard-cancelled = Annulé : { $wizard }. Ce qui n’était pas terminé n’a pas été gardé.
wizard-cancelled-kept = En pause : { $wizard }. Vos réponses sont gardées ; recommencez pour reprendre où vous en étiez.
wizard-left = Arrêté d’abord : { $wizard }. Vous pouvez recommencer quand vous voulez.
wizard-anew = J’ai été mis à jour entre-temps : nous reprenons depuis le début : { $wizard }.
wizard-gone = Cela n’existe plus et s’est donc arrêté : { $wizard }.
wizard-not-allowed = Votre rôle ne le permet plus, cela s’est donc arrêté : { $wizard }.
wizard-takes-text = Écrivez votre réponse, ou appuyez sur un bouton de la question ci-dessus. /cancel met fin à ceci.
wizard-takes-choice = Appuyez sur un bouton de la question ci-dessus. /cancel met fin à ceci.
wizard-takes-file = Envoyez un fichier (comme fichier, pas comme photo), ou appuyez sur un bouton de la question ci-dessus. /cancel met fin à ceci.
error-wizard-ended = C’est terminé : rien n’a été fait de votre réponse. Recommencez avec la commande ; /help les énumère.
error-wizard-step-past = Cette question a déjà sa réponse. Répondez à la plus récente, plus bas.
wizard-invite = l’invitation de collègues
invite-ask-name = C’est pour qui ({ $role }) ? Écrivez le nom, pour distinguer les liens, ou passez.
invite-link-for = Ce lien est pour { $name } ({ $role }) : transmettez-le. Il marche une seule fois, dans les { $left } qui viennent. Qui l’ouvre en premier rejoint l’équipe et apprend que vous l’avez invité.
invite-another = Inviter quelqu’un d’autre ?
button-invite-another = Quelqu’un d’autre
button-done = Terminé
invite-done = Envoyez chaque lien à une seule personne. /team montre qui est arrivé.
error-username-unreadable = Ce n’est pas un nom d’utilisateur. Il a des lettres, des chiffres, des points et _, par exemple : @maria.k
wizard-new-lead = l’ajout d’une piste
new-lead-who = Qui est-ce ? Écrivez le nom, ou envoyez un contact de votre carnet. Si vous avez tout sous la main, écrivez nom, téléphone ou adresse e-mail et une note, chacun sur sa ligne.
new-lead-reach = Comment joindre cette personne ? Un numéro, une adresse e-mail, ou un nom d’utilisateur comme @maria.
new-lead-reach-needed = Sans nom, il faut un numéro, une adresse e-mail ou un nom d’utilisateur comme @maria.
new-lead-network = Sur quel réseau est ce nom d’utilisateur ?
new-lead-source = D’où vient cette personne ? Choisissez, ou écrivez-le en quelques mots.
source-call = Appel
source-walk-in = Sur place
source-referral = Recommandation
source-event = Événement
new-lead-note = Que veut cette personne ? Votre première note ; seule l’équipe la voit.
new-lead-confirm = J’ajoute cette piste ?
new-lead-duplicate = Quelqu’un a déjà ce numéro, cette adresse ou ce nom d’utilisateur. Si c’est la même personne, ce que vous avez écrit rejoint sa piste ouverte, ou elle en reçoit une nouvelle.
new-lead-namesake = Quelqu’un porte le même nom : regardez d’abord si c’est la même personne.
button-new-lead-save = Ajouter la piste
new-lead-added = Ajoutée.
new-lead-not-added = Rien n’a été ajouté. Recommencez avec /new.
wizard-quick-reply = la rédaction d’une réponse rapide
quick-example-name = Maria Silva
quick-preview = Pour { $name }, cela donnerait :
button-quick-good = C’est bon
button-quick-rewrite = Réécrire
quick-choose-category = Dans quelle catégorie ? Choisissez, écrivez-en une nouvelle, ou passez.
quick-name-category = Dans quelle catégorie ? Écrivez-en une, par exemple : Tarifs, ou passez.
quick-ask-shared = Qui peut l’utiliser ?
button-quick-own = Moi seulement
button-quick-everybody = Tout le monde
wizard-setup = la mise en place
command-setup = Mettre en place l’entreprise pas à pas
button-setup = ⚙️ Mettre en place l’entreprise
button-setup-go-on = ⚙️ Poursuivre la mise en place ({ $done } sur { $count })
setup-welcome = <b>Mettons votre entreprise en place.</b> Chaque réponse est gardée aussitôt ; passez ce qui est déjà juste, et revenez avec /setup quand vous voulez.
setup-language = Quelle langue parlons-nous ? Chacun dans l’équipe peut en choisir une autre pour soi.
setup-name = Comment s’appelle votre entreprise ? Vos clients voient ce nom là où un texte la nomme.
setup-zone = Dans quel fuseau horaire êtes-vous ? Choisissez, ou écrivez-le, par exemple : Europe/Lisbon
setup-currency = Dans quelle monnaie comptez-vous ? Choisissez, ou écrivez ses trois lettres, par exemple : CHF
setup-now = Pour l’instant : <b>{ $now }</b>
setup-done = Votre entreprise est en place.
setup-next = Et maintenant ?
setup-complete = Tout y est.
setup-resumed = Reprenons où vous en étiez.
setup-step = Étape { $step } sur { $count }
setup-channels = { $count ->
    [0] Aucun canal encore : les clients ne peuvent pas vous écrire ici.
    [one] Un canal est relié.
   *[other] { $count } canaux sont reliés.
  }
setup-team = { $count ->
    [0] Personne n’est encore dans l’équipe avec vous.
    [one] Un collègue est dans l’équipe.
   *[other] { $count } collègues sont dans l’équipe.
  }
setup-group = Le groupe de l’équipe est { $title }.
setup-group-broken = On ne peut pas écrire dans le groupe de l’équipe { $title } : voyez ce qui manque.
setup-group-none = Aucun groupe pour l’équipe : les pistes arrivent dans les discussions privées.
setup-office = Les horaires d’ouverture sont réglés.
setup-office-none = Pas d’horaires d’ouverture : vous comptez comme toujours ouverts.
button-setup-connect = 🔌 Relier un canal
button-setup-invite = 👥 Inviter l’équipe
button-setup-desk = 💬 Choisir le groupe de l’équipe
button-setup-office = 🕘 Horaires d’ouverture
button-setup-again = Tout revoir
error-link-unknown = Ce lien n’ouvre rien ici : il est incomplet, trop ancien ou d’une autre entreprise. Demandez-en un nouveau, ou cherchez avec /find.
greeting-invited = { $by } vous a invité.
notice-joined-as = Par le lien pour { $link }.
