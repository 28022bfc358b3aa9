error-channel-disconnected = Ce canal a été déconnecté et n’a plus d’accès : rien n’a été fait. Reconnectez-le avec /connect
error-channel-not-connectable = { $network } ne se connecte pas ici avec un jeton : rien n’a été fait.
error-channel-of-another = « { $name } » est connecté dans une autre organisation : rien n’a été fait. Il faut d’abord l’y déconnecter.
error-form-not-disconnected = Un formulaire se retire et ne se déconnecte pas : rien n’a été fait. Utilisez « Retirer » sur sa page.
error-proposal-gone = C’est terminé : votre saisie a été oubliée au bout d’une demi-heure, ou n’est pas la vôtre. Recommencez avec /connect
error-token-of-another-account = Ce jeton est celui d’un autre compte que « { $name } » : rien n’a changé. Prenez le jeton de ce compte-là.

command-connect = Connecter un canal
wizard-connect = la connexion d’un canal
wizard-reconnect = la saisie d’un nouveau jeton
connect-title = Connecter un canal
connect-which = De quel compte de votre entreprise s’agit-il ? On vous dit pas à pas où tout se trouve. Rien n’est connecté avant que vous ayez vu son nom et confirmé.
connect-setup = { $network } : la personne qui gère le serveur doit d’abord intervenir
connect-setup-then = Ces réglages valent pour tout le serveur et ne s’écrivent pas dans une discussion. Demandez à la personne qui le gère de les définir (docs/operate.md l’explique) et de le redémarrer une fois. Puis appuyez sur le bouton ci-dessous.
connect-setup-sometimes = Seulement si le compte est connecté avec Instagram Login, la personne qui gère le serveur doit aussi définir :
setting-meta-app-secret = Clé secrète : developers.facebook.com › votre app › Paramètres › Général
setting-meta-verify-token = un long mot aléatoire de votre choix, saisi aussi à côté du webhook dans l’app Meta
setting-public-url = l’adresse https à laquelle les réseaux joignent ce serveur
setting-linkedin-client-secret = Client secret : linkedin.com/developers › votre app › Auth
setting-instagram-app-secret = Clé secrète Instagram : developers.facebook.com › votre app › Instagram › API setup with Instagram login
connect-step = Étape { $step } sur { $of }
connect-new = Connecter { $network }
connect-renew = Un nouveau jeton pour { $name }
connect-account-unreadable = Ce n’est pas ce qui était demandé. Copiez-le encore une fois.
connect-whatsapp-account = De quel compte WhatsApp s’agit-il ?
    Ouvrez <b>developers.facebook.com/apps</b> › votre app › <b>WhatsApp › API Setup</b>. Copiez le numéro sous <b>WhatsApp Business Account ID</b> et envoyez-le ici.
connect-linkedin-account = De qui les prospects doivent-ils arriver ici ? Ouvrez la page entreprise en tant qu’administrateur, ou le compte publicitaire dans Campaign Manager, et copiez l’<b>adresse de votre navigateur</b>. Elle ressemble à l’une de celles-ci :
    <code>linkedin.com/company/12345/admin</code>
    <code>linkedin.com/campaignmanager/accounts/512345678</code>
connect-whatsapp-token = Ouvrez <b>business.facebook.com/settings</b> › <b>Utilisateurs › Utilisateurs système</b> › le vôtre › <b>Générer un token</b>. Choisissez votre app, l’expiration <b>Jamais</b> et les autorisations <code>whatsapp_business_messaging</code> et <code>whatsapp_business_management</code>. Auparavant, l’utilisateur système doit avoir le contrôle total de l’app et du compte WhatsApp (<b>Attribuer des éléments</b>).
    Copiez le jeton et envoyez-le ici.
connect-instagram-token = L’une de ces deux façons :
    • <b>Instagram Login :</b> developers.facebook.com › votre app › <b>Instagram › API setup with Instagram login › Generate access tokens</b> › à côté de votre compte, <b>Generate token</b>.
    • <b>Facebook Login :</b> business.facebook.com/settings › <b>Utilisateurs système</b> › <b>Générer un token</b> avec <code>instagram_basic</code>, <code>instagram_manage_messages</code>, <code>pages_manage_metadata</code>, <code>pages_show_list</code> ; la Page liée au compte doit être attribuée à l’utilisateur système.
    Copiez le jeton et envoyez-le ici.
connect-messenger-token = Ouvrez <b>business.facebook.com/settings</b> › <b>Utilisateurs › Utilisateurs système</b> › le vôtre › <b>Générer un token</b>. Choisissez votre app, l’expiration <b>Jamais</b> et les autorisations <code>pages_messaging</code>, <code>pages_manage_metadata</code>, <code>pages_show_list</code>, <code>pages_read_engagement</code>. Auparavant, la Page doit être attribuée à l’utilisateur système (<b>Attribuer des éléments</b>).
    Copiez le jeton et envoyez-le ici ; le jeton propre à la Page est obtenu avec lui.
connect-facebook-leads-token = Ouvrez <b>business.facebook.com/settings</b> › <b>Utilisateurs › Utilisateurs système</b> › le vôtre › <b>Générer un token</b>. Choisissez votre app, l’expiration <b>Jamais</b> et les autorisations <code>leads_retrieval</code>, <code>ads_management</code>, <code>pages_manage_metadata</code>, <code>pages_show_list</code>, <code>pages_read_engagement</code>. La Page doit être attribuée à l’utilisateur système.
    Copiez le jeton et envoyez-le ici ; le jeton propre à la Page est obtenu avec lui.
connect-telegram-token = Ouvrez <b>@BotFather</b> : <code>/newbot</code> crée un bot pour vos clients, <code>/token</code> montre le jeton d’un bot existant. Ce ne doit pas être ce bot-ci, où l’équipe travaille.
    Copiez le jeton (chiffres, deux-points, lettres) et envoyez-le ici.
connect-linkedin-token = Ouvrez <b>linkedin.com/developers/tools/oauth/token-generator</b>, choisissez votre app et l’autorisation <code>r_marketing_leadgen_automation</code>, et connectez-vous en tant qu’administrateur de cette page ou de ce compte publicitaire.
    Copiez le jeton d’accès et envoyez-le ici. Les jetons de LinkedIn expirent au bout de deux mois : les prospects attendent alors, et un nouveau vous est demandé.
connect-token-care = Votre message avec le jeton est supprimé aussitôt. Le jeton est gardé chiffré et n’est montré à personne.
connect-not-deleted = Votre message avec le jeton n’a pas pu être supprimé : supprimez-le vous-même.
connect-caught = Cela ressemble à un jeton d’accès. Il n’a été envoyé à personne et votre message a disparu. Pour connecter un canal ou renouveler son jeton : /connect ou /channels ; envoyez-le quand il vous est demandé.
connect-refused = { $network } n’accepte pas ce jeton.
connect-refused-now = Le réseau refuse maintenant ce compte : rien n’a été connecté. Créez un nouveau jeton et recommencez avec /connect, ou réessayez.
connect-later = Le réseau ne répond pas pour l’instant : rien n’a changé. Réessayez dans une minute.
connect-opens-nothing = Le réseau connaît ce jeton, mais il n’ouvre aucun compte de ce genre. Attribuez le compte à celui à qui appartient le jeton, recréez le jeton et envoyez-le.
connect-found = { $count ->
    [one] { $network } connaît ce jeton. Il ouvre un compte :
   *[other] { $network } connaît ce jeton. Il ouvre { $count } comptes :
}
connect-confirm = Est-ce le bon ? Rien n’est encore connecté.
connect-of-another = est connecté dans une autre organisation, où il faut d’abord le déconnecter
connect-known = est déjà connecté ici ; il reçoit ce jeton
connect-warn-permission = Il manque au jeton l’autorisation <code>{ $detail }</code> : une partie ne marchera pas.
connect-warn-other-app = Le jeton a été créé pour une autre app Meta que celle de ce serveur : les messages iraient là-bas. Créez-le pour la bonne app.
connect-warn-number = Ce numéro n’est pas encore vérifié chez Meta : rien ne peut partir avant.
connect-warn-elsewhere = Ce bot livre à présent ses messages à { $detail }. Si vous le connectez, ils viendront ici à la place.
connect-done = <b>{ $title }</b> est connecté.
connect-not-delivered = Le réseau ne livre pas les messages ici. Ouvrez la page du canal et appuyez sur « Vérifier maintenant » ; si cela persiste, suivez le conseil de la page.
connect-meta-webhook = Une fois pour toute l’app Meta (si ce n’est pas déjà fait) : dans l’app, sous Webhooks, l’adresse de rappel est
connect-test-whatsapp = Essayez : écrivez au numéro depuis un autre téléphone. En quelques secondes, la piste est ici ; répondez dessous.
connect-test-instagram = Essayez : envoyez un message privé au compte depuis un autre. En quelques secondes, la piste est ici ; répondez dessous.
connect-test-messenger = Essayez : écrivez à la Page depuis un autre compte. En quelques secondes, la piste est ici ; répondez dessous.
connect-test-facebook-leads = Essayez : developers.facebook.com/tools/lead-ads-testing envoie un prospect de test de la Page.
connect-test-telegram = Essayez : écrivez au bot depuis un autre compte. En quelques secondes, la piste est ici ; répondez dessous.
connect-test-linkedin = Essayez : envoyez un prospect de test depuis l’aperçu du formulaire dans Campaign Manager.
toast-disconnected = Déconnecté. Le jeton est supprimé.
disconnect-ask = Déconnecter <b>{ $title }</b> ? Plus rien n’y est envoyé et son jeton est supprimé. Toutes les discussions sont gardées ; ce qui attend d’être envoyé attend que vous le reconnectiez.
channel-disconnected = <b>{ $title }</b> a été déconnecté. Plus rien n’y est envoyé avant que quelqu’un le reconnecte.
channel-disconnected-by = { $name } a déconnecté <b>{ $title }</b>. Plus rien n’y est envoyé avant que quelqu’un le reconnecte.
channel-disconnected-now = <b>Déconnecté.</b> Le jeton est supprimé, toutes les discussions sont gardées. « Reconnecter » le reprend.
channel-off = déconnecté
failure-staff-bot = C’est le bot où travaille l’équipe. Il en faut un autre pour les clients : créez-le avec @BotFather.
failure-personal-account = C’est un compte Instagram personnel. Passez-le en compte professionnel dans les réglages d’Instagram, puis recréez le jeton.
button-connect = ➕ Connecter un canal
button-connect-go = ✅ Connecter { $name }
button-connect-renew = ♻️ Renouveler { $name }
button-connect-again = Réessayer
button-reconnect = 🔑 Reconnecter
button-disconnect = Déconnecter
button-disconnect-yes = Oui, déconnecter
