button-list-back = ‹ Back
button-list-begin = Import people from this file
button-list-change = Change the columns
button-list-check = Check (writes nothing yet)
button-list-country = Phones without +: { $country }
button-list-dmy = Dates: day first
button-list-encoding = Text as { $name }
button-list-halt = Stop here
button-list-header-no = First row: a person
button-list-header-yes = First row: headings
button-list-mdy = Dates: month first
button-list-start = { $count ->
    [one] Import 1 row
   *[other] Import { $count } rows
}
button-list-stop = Cancel
button-list-undo = Undo this import
button-list-undo-yes = Yes, remove these leads
card-imported = 💬 No conversation yet: this lead is from an imported list ({ $name })
command-import = Bring in people from a CSV file
error-country-unknown = This is no country that is known here, so nothing was changed. Write it like: France, FR or +33
error-import-nobody = No column is a phone number, an e-mail address or a username yet, so nobody could be recognised. Choose at least one.
error-import-not-checked = This list has to be checked before it is imported, so nothing was done. Press “Check” first.
error-import-not-found = There is no such import here, so nothing was done. Send the file again.
error-import-too-large = This file is larger than { $limit } MB, which Telegram gives to no bot, so nothing was imported. Split it into several.
error-import-under-way = The desk is working on this list or has finished it, so nothing was changed. Send the file again to begin anew.
error-import-undo-late = An import can be undone within { $hours } hours of its end and only once, so nothing was done.
history-imported = { $by } added what an imported list says
import-ask = Send a list of people as a CSV file. Excel, Google Sheets and other programs save one with “Save as” or “Download”. You will see what is recognised before anything is imported.
import-cancelled = Cancelled.
import-checked = Checked. Nothing has been imported yet.
import-checking = Checking; nothing is written yet…
import-columns = { $count ->
    [one] I found one column. Press it if it is something else.
   *[other] I found { $count } columns. Press one that is something else.
}
import-count-created = { $count ->
    [one] 1 new person
   *[other] { $count } new people
}
import-count-duplicates = { $count ->
    [one] 1 row repeats a person of this file and is left out
   *[other] { $count } rows repeat people of this file and are left out
}
import-count-faulty = { $count ->
    [one] 1 row has a mistake and is left out
   *[other] { $count } rows have mistakes and are left out
}
import-count-matched = { $count ->
    [one] 1 person you already have, who gets a note
   *[other] { $count } people you already have, who get a note
}
import-count-rows = { $count ->
    [one] 1 row:
   *[other] { $count } rows:
}
import-country-ask = In which country are the phone numbers that have no +? Write its name, its two letters or its calling code, such as: France, FR or +33
import-done-all = Imported.
import-fault-cells = More cells than columns (“{ $value }”): put cells that hold the separator in quotation marks.
import-fault-date = “{ $column }” is no date of the past (“{ $value }”): write it like 2026-11-26.
import-fault-duplicate = The same person as in line { $value }: join the two rows, or leave this one out.
import-fault-email = “{ $column }” is no e-mail address (“{ $value }”): write it like name@example.com, or empty the cell.
import-fault-language = “{ $column }” is no language that is known here (“{ $value }”): write it like fr or French.
import-fault-line = Line { $line }:
import-fault-long = “{ $column }” is too long (“{ $value }”): shorten it.
import-fault-nobody = Neither phone number nor e-mail address nor username: add one.
import-fault-owner = “{ $column }” is not exactly one member of the team who may have leads (“{ $value }”): write the name as in /team, or empty the cell.
import-fault-phone = “{ $column }” is no phone number (“{ $value }”): write it with + and the country’s code, or empty the cell.
import-fault-refused = This row could not be stored. Add this person by hand with /new.
import-fault-status = “{ $column }” is no status (“{ $value }”): write New, Contacted, Follow up, Converted or Lost.
import-fault-username = “{ $column }” is no username (“{ $value }”): write it like @name, or empty the cell.
import-fault-username-taken = Somebody is known here as { $value } already, and a username alone does not show that it is the same person: add a phone number or an e-mail address.
import-no-country = ?
import-no-person = No column is a phone number, an e-mail address or a username yet. Choose at least one: by these people are recognised.
import-offer = { $name } looks like a list. To send it to a customer instead, attach it in a reply to the lead’s card.
import-page = Page { $page } of { $pages }
import-reading = Reading the file…
import-refused-columns = There are more than { $limit } columns in line { $line }, so nothing was imported. Delete the columns that you do not need and send the file again.
import-refused-empty = There is nothing in this file. Check that you saved the right sheet, and send it again.
import-refused-interrupted = The work on this file broke off several times. Nothing is lost: what was imported until then stays. Send the file again, and tell whoever looks after the desk if it stays.
import-refused-not-text = This is no text file, so nothing was imported. Save the list as CSV and send it again.
import-refused-quote-open = A quotation mark that opens in line { $line } is never closed, so nothing was imported. Close it or take it out, and send the file again.
import-refused-record-too-long = Line { $line } is longer than { $limit } characters, so nothing was imported. Often a quotation mark before it is not closed. Mend it and send the file again.
import-refused-rows = There are more than { $limit } rows, so nothing was imported. Split the file and send the parts one after another.
import-refused-spreadsheet = This is a spreadsheet or another packed file. In Excel or Google Sheets, save the sheet as CSV (“CSV UTF-8”), and send that.
import-refused-too-large = This file is too large, so nothing was imported. Split it and send the parts one after another.
import-refused-unreachable = Telegram does not have this file any more, so nothing was imported. Send it again.
import-report-fault = What is wrong and what to do
import-report-hint = All rows that are left out are in the file below, each with what is wrong. Mend them there and send it back to me.
import-report-line = Line in the file
import-report-name = left out
import-running = { $done } of { $all } rows
import-target-ask = What is “{ $column }”?
import-target-created = Since when
import-target-email = E-mail
import-target-first-name = First name
import-target-instagram = Instagram name
import-target-keep = Keep in a note
import-target-language = Language
import-target-last-name = Last name
import-target-name = Name
import-target-note = Note
import-target-owner = Team member
import-target-phone = Phone
import-target-skip = Leave out
import-target-source = Source
import-target-status = Status
import-target-tags = Tags
import-target-telegram = Telegram name
import-undo-ask = Undo this import? Leads that it made go, unless somebody has touched them since. Notes and tags that it added to people you already had stay.
import-undo-hint = For a day you can undo this. Leads that somebody has touched stay.
import-undoing = { $count ->
    [one] Undoing: 1 lead removed…
   *[other] Undoing: { $count } leads removed…
}
import-undone = { $count ->
    [0] Undone: no lead was removed.
    [one] Undone: 1 lead was removed.
   *[other] Undone: { $count } leads were removed.
}
import-undone-kept = { $count ->
    [one] 1 lead stays, because somebody has touched it.
   *[other] { $count } leads stay, because somebody has touched them.
}
network-import = imported list
wizard-import = importing a list
