button-list-back = ‹ Retour
button-list-begin = Importer les personnes de ce fichier
button-list-change = Changer les colonnes
button-list-check = Vérifier (rien n’est encore écrit)
button-list-country = Téléphones sans + : { $country }
button-list-dmy = Dates : jour d’abord
button-list-encoding = Texte en { $name }
button-list-halt = Arrêter ici
button-list-header-no = Première ligne : une personne
button-list-header-yes = Première ligne : titres
button-list-mdy = Dates : mois d’abord
button-list-start = { $count ->
    [one] Importer { $count } ligne
   *[other] Importer { $count } lignes
}
button-list-stop = Abandonner
button-list-undo = Annuler cet import
button-list-undo-yes = Oui, retirer ces pistes
card-imported = 💬 Pas encore de conversation : cette piste vient d’une liste importée ({ $name })
command-import = Importer des personnes d’un fichier CSV
error-country-unknown = Ce pays n’est pas connu ici, donc rien n’a été changé. Écrivez par exemple : France, FR ou +33
error-import-nobody = Aucune colonne n’est encore un téléphone, une adresse e-mail ou un pseudo : personne ne serait reconnu. Choisissez-en au moins une.
error-import-not-checked = Cette liste doit être vérifiée avant d’être importée, donc rien n’a été fait. Appuyez d’abord sur « Vérifier ».
error-import-not-found = Cet import n’existe pas ici, donc rien n’a été fait. Renvoyez le fichier.
error-import-too-large = Ce fichier dépasse { $limit } Mo, que Telegram ne remet à aucun bot : rien n’a été importé. Divisez-le.
error-import-under-way = Le bureau travaille sur cette liste ou l’a terminée : rien n’a été changé. Renvoyez le fichier pour recommencer.
error-import-undo-late = Un import peut être annulé dans les { $hours } heures après sa fin, et une seule fois : rien n’a été fait.
history-imported = { $by } a ajouté ce que dit une liste importée
import-ask = Envoyez une liste de personnes en fichier CSV. Excel, Google Sheets et d’autres programmes en créent un avec « Enregistrer sous » ou « Télécharger ». Vous verrez ce qui est reconnu avant tout import.
import-cancelled = Abandonné.
import-checked = Vérifié. Rien n’a encore été importé.
import-checking = Vérification ; rien n’est encore écrit…
import-columns = { $count ->
    [one] J’ai trouvé une colonne. Appuyez dessus si c’est autre chose.
   *[other] J’ai trouvé { $count } colonnes. Appuyez sur celle qui est autre chose.
}
import-count-created = { $count ->
    [one] { $count } nouvelle personne
   *[other] { $count } nouvelles personnes
}
import-count-duplicates = { $count ->
    [one] { $count } ligne répète une personne de ce fichier et est laissée de côté
   *[other] { $count } lignes répètent des personnes de ce fichier et sont laissées de côté
}
import-count-faulty = { $count ->
    [one] { $count } ligne contient une erreur et est laissée de côté
   *[other] { $count } lignes contiennent des erreurs et sont laissées de côté
}
import-count-matched = { $count ->
    [one] { $count } personne que vous avez déjà, et qui reçoit une note
   *[other] { $count } personnes que vous avez déjà, et qui reçoivent une note
}
import-count-rows = { $count ->
    [one] { $count } ligne :
   *[other] { $count } lignes :
}
import-country-ask = Dans quel pays sont les numéros sans + ? Écrivez son nom, ses deux lettres ou son indicatif, par exemple : France, FR ou +33
import-done-all = Importé.
import-fault-cells = Plus de cellules que de colonnes (« { $value } ») : mettez entre guillemets les cellules qui contiennent le séparateur.
import-fault-date = « { $column } » n’est pas une date passée (« { $value } ») : écrivez par exemple 2026-11-26.
import-fault-duplicate = La même personne qu’à la ligne { $value } : réunissez les deux lignes, ou laissez celle-ci de côté.
import-fault-email = « { $column } » n’est pas une adresse e-mail (« { $value } ») : écrivez par exemple nom@example.com, ou videz la cellule.
import-fault-language = « { $column } » n’est pas une langue connue ici (« { $value } ») : écrivez par exemple fr ou français.
import-fault-line = Ligne { $line } :
import-fault-long = « { $column } » est trop long (« { $value } ») : raccourcissez.
import-fault-nobody = Ni téléphone, ni adresse e-mail, ni pseudo : ajoutez-en un.
import-fault-owner = « { $column } » ne désigne pas un seul membre de l’équipe pouvant avoir des pistes (« { $value } ») : écrivez le nom comme dans /team, ou videz la cellule.
import-fault-phone = « { $column } » n’est pas un numéro de téléphone (« { $value } ») : écrivez-le avec + et l’indicatif du pays, ou videz la cellule.
import-fault-refused = Cette ligne n’a pas pu être enregistrée. Ajoutez cette personne à la main avec /new.
import-fault-status = « { $column } » n’est pas un statut (« { $value } ») : écrivez Nouveau, Contacté, À relancer, Converti ou Perdu.
import-fault-username = « { $column } » n’est pas un pseudo (« { $value } ») : écrivez par exemple @nom, ou videz la cellule.
import-fault-username-taken = Quelqu’un est déjà connu ici sous { $value }, et un pseudo seul ne montre pas que c’est la même personne : ajoutez un téléphone ou une adresse e-mail.
import-no-country = ?
import-no-person = Aucune colonne n’est encore un téléphone, une adresse e-mail ou un pseudo. Choisissez-en au moins une : c’est par là que les personnes sont reconnues.
import-offer = { $name } ressemble à une liste. Pour l’envoyer plutôt à un client, joignez-le en réponse à sa fiche.
import-page = Page { $page } sur { $pages }
import-reading = Lecture du fichier…
import-refused-columns = Il y a plus de { $limit } colonnes à la ligne { $line } : rien n’a été importé. Supprimez les colonnes inutiles et renvoyez le fichier.
import-refused-empty = Ce fichier est vide. Vérifiez que vous avez enregistré la bonne feuille, et renvoyez-le.
import-refused-interrupted = Le travail sur ce fichier s’est interrompu plusieurs fois. Rien n’est perdu : ce qui était déjà importé reste. Renvoyez le fichier, et prévenez la personne qui s’occupe du bureau si cela persiste.
import-refused-not-text = Ce n’est pas un fichier texte : rien n’a été importé. Enregistrez la liste en CSV et renvoyez-la.
import-refused-quote-open = Un guillemet ouvert à la ligne { $line } n’est jamais fermé : rien n’a été importé. Fermez-le ou retirez-le, puis renvoyez le fichier.
import-refused-record-too-long = La ligne { $line } dépasse { $limit } caractères : rien n’a été importé. Souvent, un guillemet n’est pas fermé avant elle. Corrigez et renvoyez le fichier.
import-refused-rows = Il y a plus de { $limit } lignes : rien n’a été importé. Divisez le fichier et envoyez les parties l’une après l’autre.
import-refused-spreadsheet = C’est un classeur ou un autre fichier compressé. Dans Excel ou Google Sheets, enregistrez la feuille en CSV (« CSV UTF-8 ») et envoyez-le.
import-refused-too-large = Ce fichier est trop grand : rien n’a été importé. Divisez-le et envoyez les parties l’une après l’autre.
import-refused-unreachable = Telegram n’a plus ce fichier : rien n’a été importé. Renvoyez-le.
import-report-fault = Ce qui ne va pas et que faire
import-report-hint = Toutes les lignes laissées de côté sont dans le fichier ci-dessous, chacune avec son erreur. Corrigez-les et renvoyez-le-moi.
import-report-line = Ligne du fichier
import-report-name = laissées de côté
import-running = { $done } lignes sur { $all }
import-target-ask = Qu’est-ce que « { $column } » ?
import-target-created = Depuis quand
import-target-email = E-mail
import-target-first-name = Prénom
import-target-instagram = Pseudo Instagram
import-target-keep = Garder en note
import-target-language = Langue
import-target-last-name = Nom de famille
import-target-name = Nom
import-target-note = Note
import-target-owner = Membre de l’équipe
import-target-phone = Téléphone
import-target-skip = Ignorer
import-target-source = Source
import-target-status = Statut
import-target-tags = Étiquettes
import-target-telegram = Pseudo Telegram
import-undo-ask = Annuler cet import ? Les pistes qu’il a créées disparaissent, sauf celles que quelqu’un a touchées depuis. Les notes et étiquettes ajoutées aux personnes que vous aviez déjà restent.
import-undo-hint = Vous pouvez l’annuler pendant un jour. Les pistes que quelqu’un a touchées restent.
import-undoing = { $count ->
    [one] Annulation : { $count } piste retirée…
   *[other] Annulation : { $count } pistes retirées…
}
import-undone = { $count ->
    [0] Annulé : aucune piste n’a été retirée.
    [one] Annulé : { $count } piste a été retirée.
   *[other] Annulé : { $count } pistes ont été retirées.
}
import-undone-kept = { $count ->
    [one] { $count } piste reste, car quelqu’un l’a touchée.
   *[other] { $count } pistes restent, car quelqu’un les a touchées.
}
network-import = liste importée
wizard-import = l’import d’une liste
