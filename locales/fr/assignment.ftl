command-assign = Confier une piste à un collègue
button-assign = Confier
assign-whom = À qui confier { $name } ({ $number }) ?
assign-nobody = Personne d’autre dans l’équipe ne peut prendre { $name } ({ $number }).
assign-signs = 🟢 présent · 🟡 en service · ☕ en pause · 🌙 hors service · 🚫 a bloqué le bot. Le nombre indique combien de pistes ouvertes chacun a.
assign-usage = Écrivez <code>/assign @karim</code> en réponse sous une piste, ou commencez par son numéro : <code>/assign #12 @karim</code>.
assign-done = <b>{ $owner }</b> s’occupe désormais de { $name } ({ $number }).
toast-assigned = La piste est confiée.
history-assigned = { $by } a confié la piste à { $owner }
notice-assigned = <b>{ $by }</b> vous a confié { $number } ({ $name }). Ce que le client écrit vous parvient désormais.
notice-assigned-by-rule = { $number } ({ $name }) est à vous : elle vous a été confiée automatiquement. Ce que le client écrit vous parvient désormais.
notice-assigned-away = <b>{ $owner }</b> s’occupe désormais de { $number } ({ $name }).
notice-absence-away = Le client de { $number } ({ $name }) a attendu trop longtemps une réponse : <b>{ $owner }</b> s’en occupe désormais.
notice-shift-away = Votre service est terminé et le client de { $number } ({ $name }) attend : <b>{ $owner }</b> s’en occupe désormais.

error-assignee-unfit = Ce collègue a quitté l’équipe ou ne traite pas de pistes. Choisissez-en un autre.
