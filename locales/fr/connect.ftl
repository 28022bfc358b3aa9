error-channel-disconnected = Ce canal a été déconnecté et n’a plus d’accès : rien n’a été fait. Reconnectez-le avec /connect
error-channel-not-connectable = { $network } ne se connecte pas ici avec un jeton : rien n’a été fait.
error-channel-of-another = « { $name } » est connecté dans une autre organisation : rien n’a été fait. Il faut d’abord l’y déconnecter.
error-form-not-disconnected = Un formulaire se retire et ne se déconnecte pas : rien n’a été fait. Utilisez « Retirer » sur sa page.
error-proposal-gone = C’est terminé : votre saisie a été oubliée au bout d’une demi-heure, ou n’est pas la vôtre. Recommencez avec /connect
error-token-of-another-account = Ce jeton est celui d’un autre compte que « { $name } » : rien n’a changé. Prenez le jeton de ce compte-là.
