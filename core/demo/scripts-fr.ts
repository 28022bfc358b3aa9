import {
  customer,
  type DemoLanguage,
  later,
  note,
  paper,
  photo,
  place,
  reaction,
  staff,
  voice,
} from './demo-script.ts'

export const french: DemoLanguage = {
  adOpeners: [
    'Bonjour ! Puis-je en savoir plus à ce sujet ?',
    'Bonjour, j’ai vu votre publicité et je suis <intéressé|intéressée>.',
    'Bonjour, l’offre est-elle toujours valable ?',
  ],
  comebacks: [
    'Rebonjour, désolé<|e> pour le silence. L’offre est toujours valable ?',
    'Bonjour, est-ce que je peux décaler ma séance d’essai à {day} ?',
    'Coucou, j’ai réfléchi et c’est oui 😊 Je dois apporter quoi pour l’inscription ?',
    'Bonjour, petite question : il y a des casiers ou je prends un cadenas ?',
    'Bonjour, il reste de la place au cours de {class} de {day} ?',
    'Bonjour, est-ce que vous prenez les chèques-vacances ?',
    'Vous êtes ouverts le jour férié de la semaine prochaine ?',
  ],
  days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  times: ['7 h 30', '10 h', '12 h 15', '17 h 30', '18 h', '18 h 30', '19 h'],
  classes: ['yoga', 'Pilates', 'boxe', 'cardio', 'biking', 'renforcement'],
  kids: ['Lina', 'Hugo', 'Inaya', 'Gabriel', 'Louise', 'Sami', 'Jade'],
  scripts: [
    {
      ending: 'converted',
      value: 390,
      lines: [
        customer(
          'Bonjour, [je voudrais connaître vos tarifs|quels sont vos tarifs|c’est combien l’abonnement] svp ?',
        ),
        staff(
          'Bonjour {name}, ici {staff}, de l’équipe {gym} 👋 C’est 39 € par mois tout compris (salle, cours, sauna) ou 390 € à l’année, soit deux mois offerts.',
        ),
        customer('[Et on peut essayer avant ?|Il y a une séance d’essai ?]'),
        staff('Bien sûr, la première séance est gratuite. {day} à {time}, ça vous irait ?'),
        customer('Parfait, {day} {time}'),
        staff('C’est noté ! Prévoyez des baskets propres et une serviette.'),
        reaction('👍'),
        staff('À {day} alors !'),
        note('Trial on {day} {time}.'),
        later(3, 'Bonjour, super séance ! Je prends l’abonnement à l’année'),
        staff(
          'Merci, ça fait plaisir ! Le contrat vous attend à l’accueil, il faut juste une pièce d’identité et un RIB.',
        ),
        customer('Je passe demain midi'),
      ],
    },
    {
      ending: 'converted',
      value: 300,
      lines: [
        customer('Bonjour, avez-vous des cours pour les enfants ? {kid} a 7 ans'),
        staff(
          'Bonjour {name} ! Oui, la gym enfants, 6 à 12 ans : mercredi 14 h et dimanche 11 h, 25 € par mois.',
        ),
        customer('Il reste des places le mercredi ?'),
        staff('Il en reste trois. La première séance est offerte, vous pouvez rester et regarder.'),
        customer('Super, on vient mercredi alors'),
        staff('J’ai inscrit {kid} sur la liste. Inès, la coach, vous accueillera à l’entrée.'),
        note('Kids’ class, first one on Wednesday. Three places left.'),
        later(8, '{kid} a adoré ! On voudrait l’inscrire pour l’année'),
        staff('Quelle bonne nouvelle ! Le formulaire est à l’accueil, comptez cinq minutes mercredi.'),
        customer('Merci beaucoup, à mercredi 😊'),
      ],
    },
    {
      ending: 'converted',
      value: 828,
      lines: [
        customer('Bonjour, on est deux (en couple), vous faites un tarif ?'),
        staff('Bonjour {name} ! Oui, l’offre duo : 69 € par mois pour deux, sur 12 mois.'),
        customer('Intéressant. [Il y a des frais d’inscription ?|Des frais en plus ?]'),
        staff('20 € par personne en temps normal, offerts jusqu’à dimanche.'),
        customer('Ok j’en parle à la maison'),
        staff('Bien sûr. Je vous garde l’offre jusqu’à dimanche.'),
        later(2, 'C’est bon pour nous ! On peut signer cette semaine ?'),
        staff(
          'Avec plaisir, quand vous voulez pendant nos horaires. Venez avec vos pièces d’identité et un RIB.',
        ),
        customer('Top, merci'),
        reaction('🎉'),
      ],
    },
    {
      ending: 'converted',
      value: 348,
      lines: [
        customer('Bonjour je suis à la retraite, y a-t-il un tarif pour venir le matin ?'),
        staff(
          'Bonjour {name} ! Oui, l’abonnement heures creuses : 29 € par mois, du lundi au vendredi de 9 h à 16 h.',
        ),
        customer('Et pour le dos, vous avez quelque chose de doux ?'),
        staff('Le Pilates du mercredi à 11 h, en petit groupe. La coach adapte chaque exercice.'),
        voice(),
        staff(
          'Merci pour votre message vocal ! Pas d’inquiétude pour l’arthrose, plusieurs membres sont dans ce cas. Un mot de votre médecin et c’est parfait.',
        ),
        paper('certificat-medical.pdf'),
        staff('Bien reçu, merci ! On se voit mercredi à 11 h alors.'),
        later(8, 'Cours très agréable mercredi. Je m’inscris'),
        staff('Ravis de vous compter parmi nous ! Tout sera prêt à l’accueil.'),
      ],
    },
    {
      ending: 'converted',
      value: 95,
      lines: [
        customer('Coucou, je viens que de temps en temps, il y a une carte de séances ?'),
        staff('Coucou {name} ! Oui, la carte 10 cours : 95 €, valable six mois, tous les cours.'),
        customer('{class} aussi ?'),
        staff('Oui, tous. La réservation se fait dans l’application, jusqu’à deux heures avant.'),
        customer('Génial je la prends. Paiement en ligne possible ?'),
        staff('Le lien de paiement vient de partir par e-mail.'),
        customer('[C’est payé|Payé !] ✅'),
        staff('Merci, vos dix cours sont dans l’application. À bientôt !'),
      ],
    },
    {
      ending: 'converted',
      value: 324,
      lines: [
        customer('slt vous faites un tarif étudiant ?'),
        staff('Salut {name} ! Oui, 27 € par mois sur présentation de la carte, engagement 12 mois.'),
        photo(),
        customer('elle est bonne celle là ?'),
        staff('Parfaite 👌 Passe à l’accueil avec, c’est fait en dix minutes.'),
        customer('je peux commencer tout de suite ?'),
        staff('Oui, viens quand c’est ouvert : 21 h en semaine, 17 h le samedi, 14 h le dimanche.'),
        customer('top merci'),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'Too expensive',
      lines: [
        customer('Bonjour c’est combien par mois sans engagement ?'),
        staff('Bonjour {name} ! 39 € par mois, résiliable à tout moment, cours et sauna compris.'),
        customer('[Ah oui quand même|C’est un peu cher pour moi], à côté c’est 25'),
        staff(
          'Je comprends. Chez nous il y a toujours un coach sur le plateau et tous les cours sont compris. Une séance gratuite pour comparer ?',
        ),
        customer('Non merci, je vais réfléchir ailleurs'),
        staff('Pas de souci, bonne continuation et à bientôt peut-être !'),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'No answer any more',
      silentDays: 10,
      lines: [
        customer('Bonjour, [je souhaite faire une séance d’essai|j’aimerais essayer votre salle]'),
        staff('Bonjour {name}, avec plaisir ! Quel jour vous arrange ?'),
        customer('Plutôt {day}'),
        staff('{day} à {time} ? Je vous réserve une visite avec un coach.'),
        note('Reserved {day} {time}, never confirmed. Left a message on the voicemail.', 4),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'Chose another gym',
      lines: [
        customer('Bonjour, vous êtes ouverts jusqu’à quelle heure le dimanche ?'),
        staff('Bonjour {name}, le dimanche de 10 h à 14 h, et jusqu’à 21 h en semaine.'),
        customer('Ah, je travaille toute la semaine tard, il me faudrait le dimanche soir'),
        staff('Je vois. Pour l’instant on ne peut pas ouvrir plus tard, mais je transmets la demande.'),
        later(2, 'Merci, finalement j’ai trouvé une salle ouverte 24h/24 près de chez moi'),
        staff('Très bien, merci de nous l’avoir dit. Bon entraînement !'),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'Too far away',
      lines: [
        customer('Bonjour vous êtes dans quel quartier ?'),
        staff('Bonjour {name}, juste à côté de la gare centrale, parking gratuit deux heures.'),
        place(),
        customer('Je suis là, ça fait loin sans voiture non ?'),
        staff(
          'Comptez 35 minutes en tram, oui. Si vous travaillez près de la gare, beaucoup viennent le midi.',
        ),
        customer('Non malheureusement. Merci quand même !'),
      ],
    },
    {
      ending: 'follow_up',
      lines: [
        customer(
          'Bonjour, je me suis fait une entorse à la cheville il y a un mois, est-ce que je peux reprendre chez vous ?',
        ),
        staff(
          'Bonjour {name} ! Oui, avec l’accord de votre kiné. On commence par le haut du corps et le vélo.',
        ),
        customer('Je le vois dans dix jours'),
        staff('Parfait, écrivez-moi après le rendez-vous et je vous réserve un bilan gratuit avec un coach.'),
        customer('Merci, je fais ça'),
        staff('Bon rétablissement d’ici là 🍀'),
        note('Sprained ankle, sees the physio in ten days. Then a free check with a coach.'),
      ],
    },
    {
      ending: 'follow_up',
      lines: [
        customer(
          'Bonjour, vous avez un coach pour un suivi personnel ? [Objectif marathon|J’aimerais perdre une dizaine de kilos]',
        ),
        staff(
          'Bonjour {name}, beau projet ! 5 séances individuelles : 200 €, et le premier entretien est gratuit. Matin ou soir ?',
        ),
        customer('Le soir, mais pas avant le mois prochain, je suis en déplacement'),
        staff('Aucun problème. Je vous recontacte au début du mois ?'),
        customer('Oui volontiers'),
        staff('C’est noté, bons déplacements !'),
        note('Personal training, away until the beginning of next month. Evenings.'),
      ],
    },
    {
      ending: 'contacted',
      lines: [
        customer('Bonjour, c’est quand les cours de {class} ?'),
        staff('Bonjour {name} ! {class} : lundi et jeudi à 18 h, samedi à 10 h. Ouvert aux débutants.'),
        customer('Il faut réserver ?'),
        staff('Oui, la veille de préférence. Le premier cours est gratuit, je vous inscris ?'),
        customer('Je regarde mon planning et je vous dis'),
        staff('Avec plaisir, un petit message ici suffit.'),
      ],
    },
    {
      ending: 'contacted',
      lines: [
        customer(
          '<Bonjour, c’est pour ma sœur : y a-t-il|Bonjour, est-ce qu’il y a> des créneaux réservés aux femmes ?',
        ),
        staff(
          'Bonjour {name} ! Oui, la salle du premier étage : mardi et jeudi de 9 h à 12 h, et vendredi de 18 h à 20 h.',
        ),
        customer('C’est compris dans l’abonnement ?'),
        staff('Oui, sans supplément. Voulez-vous passer pour une visite ?'),
        customer('Oui, <elle viendra|je viendrai avec ma sœur> la semaine prochaine'),
        staff('Parfait, il suffit de demander {staff} à l’accueil.'),
        note('<His sister will come|Will come with her sister> next week, asked about the women’s hours.'),
      ],
    },
    {
      ending: 'contacted',
      lines: [
        customer('Bonjour, je n’ai jamais fait de sport en salle, j’ai un peu peur de ne pas savoir 😅'),
        staff(
          'Bonjour {name}, ne vous inquiétez pas ! La première semaine, un coach vous montre les machines et prépare un programme simple, c’est compris.',
        ),
        customer('Ça me rassure ! Et il y a du monde ?'),
        staff('Le plus calme : 10 h à 12 h en semaine et le dimanche matin.'),
        customer('Merci pour votre gentillesse, je réfléchis'),
        staff('Prenez votre temps, la séance d’essai reste offerte 😊'),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'Member request, not a sale',
      returning: 'converted',
      lines: [
        customer(
          'Bonjour, je suis déjà membre. Je pars [un mois|six semaines], on peut geler l’abonnement ?',
        ),
        staff('Bonjour {name} ! Oui, jusqu’à deux mois par an sans frais. À partir de quand ?'),
        customer('À partir du 1er'),
        staff('C’est fait, il reprendra tout seul ensuite. La confirmation arrive par e-mail. Bon voyage !'),
        customer('Super rapide, merci !'),
      ],
    },
    {
      ending: 'follow_up',
      returning: 'lost',
      lines: [
        customer('Bonjour, on s’était écrit il y a quelque temps. Vous avez une promo en ce moment ?'),
        staff(
          'Bonjour {name}, contents de vous relire ! Oui, les frais d’inscription sont offerts ce mois-ci.',
        ),
        customer('Ah c’est bien ça. Je peux passer voir la salle {day} ?'),
        staff('Avec plaisir, {day} à {time}, je vous fais visiter.'),
        note('Came back by themselves. Visit on {day} {time}.'),
      ],
    },
    {
      ending: 'follow_up',
      lines: [
        customer(
          'Bonjour, mon abonnement ailleurs se termine [fin du mois|dans six semaines]. Je peux m’inscrire maintenant et commencer après ?',
        ),
        staff('Bonjour {name} ! Oui, on fixe le début au lendemain, et rien à payer avant.'),
        customer('Parfait. Je vous envoie la confirmation de résiliation dès que je l’ai'),
        staff('Très bien, je prépare le contrat avec la bonne date.'),
        note('Under contract elsewhere. Sends the confirmation of cancellation, then signs.'),
      ],
    },
    {
      ending: 'follow_up',
      lines: [
        customer(
          'Bonjour, on cherche une salle pour le cours de notre association, une quinzaine de personnes, [le samedi|en soirée]. C’est possible chez vous ?',
        ),
        staff(
          'Bonjour {name} ! Oui, la petite salle se loue à l’heure. Quelle activité et à partir de quand ?',
        ),
        customer('De la danse, à la rentrée si possible'),
        staff('Je vois avec la direction pour le créneau et je reviens vers vous avec un prix.'),
        customer('Merci, pas d’urgence'),
        staff('C’est noté, à très vite.'),
        note('Club of 15, dance. Asked the manager for a slot and a price for the small room.'),
      ],
    },
    {
      ending: 'contacted',
      lines: [
        customer('Bonjour, il y a des douches et un parking ? Je viendrais avant le travail'),
        staff(
          'Bonjour {name} ! Douches, casiers et sèche-cheveux, et deux heures de parking gratuit. On ouvre à 7 h en semaine.',
        ),
        customer('C’est exactement ce qu’il me faut'),
        staff('Alors passez essayer, la première séance est offerte. Dites-moi simplement quel jour.'),
      ],
    },
  ],
}
