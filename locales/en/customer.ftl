customer-choose = Choose
customer-ask-number = May we have your phone number? Press the button below to share it.
