error-channel-disconnected = This channel was disconnected and has no access any more, so nothing was done. Connect it again: /connect
error-channel-not-connectable = { $network } is not connected by a token here, so nothing was done.
error-channel-of-another = “{ $name }” is connected in another organization, so nothing was done. It has to be disconnected there first.
error-form-not-disconnected = A form is removed and not disconnected, so nothing was done. Use “Remove” on its page.
error-proposal-gone = This is over: what you put in was forgotten after half an hour, or is not yours. Begin again with /connect
error-token-of-another-account = This token is for another account than “{ $name }”, so nothing was changed. Take the token of that very account.
