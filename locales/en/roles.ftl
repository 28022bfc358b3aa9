error-lead-with-colleague = Nothing was added: a colleague is already in touch with this person. Ask whoever leads the team to give you the lead.
