customer-choose = Choisir
customer-ask-number = Pouvons-nous avoir votre numéro de téléphone ? Appuyez sur le bouton ci-dessous pour le partager.
