new-lead-ask = Qui est-ce ? Répondez avec le nom, le téléphone ou l’adresse e-mail, et une note, chacun sur sa ligne. Par exemple :
    <code>Rosa Alvarez
    +33 6 39 98 00 01
    Veut visiter la salle lundi</code>
new-lead-placeholder = Nom, téléphone, note
new-lead-known = Cette personne est connue : ce que vous avez écrit est allé à { $number }.
new-lead-line = La ligne { $number } (« { $text } ») ne convient pas. Répondez encore une fois à la question.
new-lead-phone-twice = Il y a déjà un numéro de téléphone ; une piste est ajoutée avec un seul.
new-lead-email-twice = Il y a déjà une adresse e-mail ; une piste est ajoutée avec une seule.
new-lead-name-too-long = Un nom a 200 caractères au plus. La note va sur sa propre ligne.
cancelled = Laissé de côté. Rien n’a changé.

notice-blocked = <b>{ $name }</b> ({ $number }) vous a bloqué sur { $network } : rien de ce que vous y écrivez n’arrive. Passez par un autre moyen.
notice-reachable = <b>{ $name }</b> ({ $number }) est de nouveau joignable sur { $network }.
notice-wants = <b>{ $name }</b> ({ $number }) veut de nouveau recevoir : { $what }.
notice-refuses = <b>{ $name }</b> ({ $number }) ne veut plus recevoir : { $what }. Les réponses restent bienvenues.
notice-merged = <b>{ $by }</b> a fusionné deux personnes : { $number } réunit désormais les deux.

merge-ask = Est-ce la même personne ?
merge-explain = Fusionnées, elles ont un seul historique et une seule piste ; de deux pistes ouvertes, la plus ancienne reste. Cela peut être défait à tout moment.
merge-same-phone = Le même numéro de téléphone
merge-same-email = La même adresse e-mail
merge-same-network-id = Le même compte sur le réseau
merge-changed-into = Le réseau dit que l’une est devenue l’autre
merge-same-username = Le même nom, et le même nom d’utilisateur sur deux réseaux
merge-done = Fusionnées : tout est désormais chez <b>{ $name }</b>.
merge-dismissed = Bien : ce sont deux personnes.
merge-undone = Séparées : chacune a de nouveau ce qui est à elle.
button-merge = Oui, fusionner
button-merge-not = Pas la même personne
button-merge-undo = Défaire la fusion
button-person = Personne

person-known-by = Connue par
person-since = depuis le { $from }
person-span = { $from } – { $until }
person-claimed = non prouvé
person-first-touch = Venue d’abord par
person-last-touch = Venue en dernier par
person-consents = Consentements
person-leads = Pistes
person-merges = Fusions
person-merged = { $name } ({ $by }, { $day })
person-merge-undone = { $name } ({ $by }, { $day }), défaite
identity-phone = Téléphone
identity-email = E-mail
identity-whatsapp-username = WhatsApp
identity-instagram-username = Instagram
identity-telegram-username = Telegram
consent-marketing = publicité
consent-wants = Veut recevoir : { $what } ({ $where }, { $day })
consent-refuses = Ne veut pas recevoir : { $what } ({ $where }, { $day })
consent-blocked = Vous a bloqué ({ $where }, { $day })
