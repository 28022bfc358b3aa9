error-desk-of-another = Ce groupe est le bureau d’une autre organisation. Choisissez un groupe de votre équipe.
error-desk-none = Il n’y a pas encore de groupe. Envoyez /desk pour en choisir un.
