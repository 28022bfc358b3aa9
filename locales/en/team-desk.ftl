error-desk-of-another = This group is the desk of another organization. Choose a group of your own team.
error-desk-none = There is no group yet. Send /desk to choose one.
