### The words of every rule: the message, `.help` (what to write instead), `.label` (below the caret), `.why` (what
### `jhur explain` says). What is quoted with `…` is a word of the file.

## Shared words

error = error
warning = warning
help = help
first-here = the first is here
date-here = its first day is here
stop-here = the stop's date is here
that-stop-here = that stop's date is here
source-here = the latest source is here
done-here = recorded as done here
commitment-here = the commitment is here
alike =
    { $count ->
        [one] warning[{ $code }]: one more of this kind in { $path }, line { $lines }
       *[other] warning[{ $code }]: { $count } more of this kind in { $path }, lines { $lines }
    }
too-many = Only the first { $most } are shown; mend these, then run again.
warnings-word =
    { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
errors-word =
    { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }
summary =
    { $errors ->
        [0] No errors, { warnings-word }.
       *[other] { $warnings ->
            [0] { errors-word }.
           *[other] { errors-word }, { warnings-word }.
        }
    }

record-word =
    { $record ->
        [Site] `site.yaml`
        [Contact] the contact
        [Outputs] `outputs`
        [District] a kecamatan
        [Village] a village
        [Office] an office
        [Topic] a topic
        [Stop] a stop
        [Correction] a correction
        [Photo] a photograph
        [Source] a source
        [Aspiration] an aspiration
        [Announcement] an announcement
        [From] `from`
        [Consent] the consent
        [Response] a response
        [Citing] an entry of `cited_by`
        [Official] `official`
        [Commitment] a commitment
        [Due] the deadline `due`
        [FollowUp] a follow-up
        [FrontMatter] the head of a page
        [Withdrawn] withdrawal `withdrawn`
       *[other] this record
    }
kind-word =
    { $kind ->
        [nothing] nothing
        [text] a text
        [list] a list
        [map] a group of keys
        [one] 1 value
       *[other] { $kind } values
    }
expected-word =
    { $expected ->
        [text] one text
        [list] a list
        [map] a group of keys with values
        [text-or-list] one text or a list
        [text-or-map] one text, or texts by language
        [fixed] two numbers, such as [3, 4]
       *[other] another form
    }
reason-word =
    { $reason ->
        [full] the disk is full
        [denied] there is no permission
        [read-only] the place is read-only
        [missing] the place is not there
        [in-the-way] another file is in the way
        [changed] it changed while the site was being made
       *[other] the system refused
    }
day-origin =
    { $origin ->
        [as-of] (from --as-of)
        [epoch] (from SOURCE_DATE_EPOCH)
       *[clock] (from this computer's clock)
    }
commitments-help =
    { $commitments ->
        [none] There is no commitment below it.
       *[other] The commitments below it: { $commitments }.
    }

## J1: files and YAML

J101 =
    { $why ->
        [special] { $path } is no ordinary file
        [name] the name of the file { $path } cannot be read
       *[other] the file { $path } cannot be read
    }
    .help =
        { $why ->
            [special] The program looks for a record in this place. Move away or delete what is there.
            [name] Give it another name, best of the letters a-z, digits and hyphens alone.
           *[other] See whether you may open this file, then run again.
        }
    .why = Every file in content/ must be readable, since a lost record is a promise that is not published. Usually a permission is missing, or the file is still in the cloud (OneDrive, Google Drive). Open it once, or ask whoever looks after the computer.
J102 = this file is not saved as UTF-8
    .label = { $found } is no letter in UTF-8
    .help = Open the file in a text editor, choose Save As, and choose the encoding UTF-8.
    .why = UTF-8 is the way of storing letters that is the same on every computer. A file saved in an old way (ANSI, Latin-1) may be published with wrong letters, in a person's name for instance. Save it again as UTF-8; its content does not change.
J103 = this file is empty
    .help = Write the record, or delete the file.
    .why = An empty file is usually left by an interrupted save. The program does not guess whether the record is meant to be gone. Bring it back from a copy, or delete the file.
J104 = this file is too large: { $found } bytes, at most { $limit }
    .help = Divide it into several files, follow-ups by month for instance.
    .why = A whole stop rarely has more than 50,000 bytes. A much larger file is nearly always a slip in pasting, and slows everyone down. Follow-ups may be divided into any number of files in content/follow-ups/.
J105 =
    { $why ->
        [quote] a quotation mark inside this value ends it too early
        [colon] there is no `key: value` in this line
        [indent] this line is not indented like the lines around it
       *[other] this part cannot be read
    }
    .help =
        { $why ->
            [quote] Write: { $line }
            [colon] Write the key, a colon and one space before the value. If this continues the line above, indent it further.
            [indent] Start the line with as many spaces as the other keys of the same record.
           *[other] Compare it with another file of this kind, and write this part again.
        }
    .why = Records are made of lines `key: value`; the distance from the left margin shows what belongs to what. Where that order breaks, the program does not guess. Mend the line that is shown; the rest of the file is checked in the same run.
J106 = this line is indented with a tab
    .label = tab
    .help = Use spaces in place of the tab, two for each level.
    .why = A tab is of different width in every editor, so that the level of a line would be uncertain. YAML therefore forbids tabs at the start of a line. In VS Code: choose "Spaces: 2" in the bar at the bottom, then "Convert Indentation to Spaces".
J107 = this quotation mark is never closed
    .label = opened here
    .help = Close it with the same mark at the end of the value.
    .why = A quotation mark that is never closed makes all following lines part of one value. Close it with the same mark (" with ", ' with '). A value without special characters needs no quotation marks.
J108 = this bracket is never closed
    .label = opened here
    .help = Close a list with ] or a group of keys with {"}"}.
    .why = A short list may be written in brackets: [umkm, batik]. A bracket that is never closed swallows the following lines. If it belongs to the sentence, put the whole value in quotation marks.
J109 = a colon and a space inside this value read as a new key
    .label = this colon
    .help = Use quotation marks: { $line }
    .why = In YAML a colon with a space after it divides the key from the value. A value such as `Road: damaged` therefore needs quotation marks. A colon without a space, as in 08:30 or https://, does no harm.
J110 = this value starts with “{ $found }”, which means something else in YAML
    .help = Use quotation marks: { $line }
    .why = The characters @ ` % & * ! | > have a meaning of their own at the start of a value. Put the whole value in quotation marks to make it plain text. Inside a value they do no harm.
J111 = “{ $found }” only looks like the character that is meant
    .help =
        { $instead ->
            [space] Delete it and type a plain space (U+0020).
           *[other] Write { $instead }.
        }
    .why = Word and WhatsApp turn hyphens into – , straight quotation marks into “ ” and spaces into hard spaces (U+00A0). The eye sees no difference, but YAML does. Type the character again in a text editor.
J112 = everything after # in this line is lost: { $kept ->
        [none] nothing is read
       *[other] what is read is only “{ $kept }”
    }
    .label = this part is lost
    .help = If # belongs to the text, put the whole value in quotation marks: { $kept ->
        [none] "#…"
       *[other] "{ $kept } #…"
    }. If it is a note to yourself, give it a line of its own.
    .why = A space and # start a comment, which is not published. In a text such as `Road #3 damaged` that cuts the sentence without a sign. Therefore no comment may follow a text without quotation marks in the same line.
J113 = a word that starts with ! reads as an order to YAML here
    .label = this
    .help = Put the whole value in quotation marks, or delete the exclamation mark.
    .why = In YAML a word that starts with ! changes the kind of the value and may vanish from the text. J-HUR records do not need it. Use quotation marks if the exclamation mark belongs to the text.
J114 = `&` and `*` at the start of a value copy other parts; that is not used here
    .label = this
    .help = Write the content in full. If this is plain text, put the whole value in quotation marks.
    .why = YAML can copy parts with & and *, but records become hard to read and may grow without end. Every J-HUR record stands on its own. Write the content where it is needed.
J115 = `<<` merges another part; that is not used here
    .help = Delete this line and write the keys in full.
    .why = `<<` inserts keys from elsewhere, so that the content of a record can no longer be seen in its place. Every J-HUR record stands on its own. Write the keys one by one.
J116 = the key `{ $key }` is written twice
    .label = the second
    .help = Delete one of them, or join their contents.
    .why = A key may stand only once in a record; with two it is unclear which is right. Many programs silently take the last. Here the choice is yours.
J117 = a second document in one file starts here
    .help = Delete the line `---` or `...` before it, or move what follows to a file of its own.
    .why = A file holds one stop, or one list. A line `---` starts something new, and what follows would not be read. Make two files of it.
J118 = there is an invisible character here ({ $found })
    .label = here
    .help = Delete it: put the cursor here, press Backspace, and type again.
    .why = Invisible characters come along when text is copied from the web, a PDF or WhatsApp. Some turn the direction of writing, or make two names that look alike different. Delete this part and type it again.
J119 = this file still holds two versions from git that are not joined
    .help = Keep the right part, then delete the lines <<<<<<<, ======= and >>>>>>>.
    .why = Two people changed the same place, and git put both versions into this file. Only you know which is right. Leave one, delete the three marked lines, and save.
J120 = there are more than 16 levels here
    .help = Check the indentation and the brackets around this line.
    .why = The deepest record (a commitment in a response in an aspiration) has only eight levels. More than 16 means that a bracket or an indentation is wrong. The limit also protects the program from files made to break it.
J121 = the file { $path } is unknown and was not read
    .help = { $near ->
        [none] If it is a record, let its name end in .yaml (a page: .md) and put it into stops/, follow-ups/ or pages/. If it is a photograph, put it into media/.
       *[other] Did you mean `{ $near }`? Rename it. Windows shows endings once View > File name extensions is ticked.
    }
    .why = Only certain files are known in content/, each in its place. Windows may hide endings, so that `006-wuluhan.yaml` is really `006-wuluhan.yaml.txt` and never published. Rename it, move it, or delete it.
J122 = there is no file { $path }
    .help = See whether its name and folder are right. `jhur init` makes a new site.
    .why = site.yaml holds the name, address and publisher of the site; nothing can be made without it. Perhaps it was deleted or renamed, or the command was run in another folder.
J123 = { $path } is a link to another place, not a file
    .help = Copy the file itself to this place.
    .why = A link may lead outside the site's folder, so that what is published is no longer what is in the folder, or is missing on another computer. Put the real file here.
J124 = this page does not start with its title between two lines `---`
    .help =
        Start the file with:
        ---
        title: The page's title
        ---
    .why = Every .md page starts with a head that holds its title, between two lines of three hyphens. Without it the page has no title. The first line of the file must be `---`.
J125 = { $found ->
        [none] districts.geojson cannot be read as a map
       *[other] districts.geojson has the code `{ $found }`, which districts.yaml does not have
    }
    .help = It is one FeatureCollection; each kecamatan one Feature with properties.code as `code` in districts.yaml, and a geometry of Polygon or MultiPolygon. Its coordinates are longitude and latitude in degrees. Without this file there is no map.
    .why = The map on the home page is drawn from the outlines in content/districts.geojson (GeoJSON, WGS 84). The file may be absent; if it is there it must be readable, and each of its codes must be a kecamatan of the list, so that no part of the map goes missing in silence.
J126 = this list has more than { $limit } entries
    .help = Divide it among several files. If it should not be so long, delete what was pasted by mistake.
    .why = A list has at most 10,000 entries. Sensible records are far shorter; a longer one was nearly always pasted by mistake, and slows everybody down. Follow-ups may be divided among any number of files in content/follow-ups/.
J127 = { $path } and { $other } are the same to the program
    .help = Put the contents of both into one, then delete the other.
    .why = Windows and macOS do not tell capital from small letters in the names of files, so that one replaces the other as soon as the folder is copied. topics.yml beside topics.yaml is the same list a second time, too. The program does not guess which is right.
J128 = there are more than { $limit } marks on one letter
    .label = here
    .help = Delete this word and type it again without the marks.
    .why = Any number of marks such as accents can be piled on a letter, until they cover other lines of the page. No language needs that. Type the word again.
J131 = the column `{ $found }` is not known in this sheet
    .label = this column
    .help =
        { $near ->
            [none] Use a heading as `jhur export` makes it, or empty this column.
           *[other] Did you mean { $near }?
        }
    .why = The heading of a column says which field is read. What stands in a column that is not known cannot become part of a record and would be lost in silence. So nothing is written until its heading is right or the column is gone.
J132 = this sheet is not known and was not read
    .help = Sheets that are read have the names that `jhur export` gives them: Stops, Sources, Aspirations, Announcements, Responses, Commitments, Follow-ups.
    .why = A workbook may hold other sheets, such as notes of your own. If this one is to be read, give it a name as `jhur export` does; with a CSV file, the name of the file.
J133 =
    { $case ->
        [twice] the column `{ $found }` is there twice
        [no-heading] something stands in a column that has no heading
       *[missing] the column `{ $found }` is missing in this sheet
    }
    .help =
        { $case ->
            [twice] Keep one of them, delete the other.
            [no-heading] Give the column a heading, or empty it.
           *[missing] Add it: without it nobody knows which row is which record. `jhur export` makes sheets with all columns.
        }
    .why = Each column has one heading, and the key columns say which row is which record. If a heading is missing or there twice, a row could end up in the wrong record. So nothing is written.
J134 =
    { $case ->
        [no-key] this row does not say which record it is
        [which-response] this row does not say which response it belongs to
        [twice] there is a row for { $found } above already
        [no-parent] { $found } is neither among the records nor in the sheets
        [turn-gap] this turn cannot be used; the next is { $found }
        [gap] the number in this column's heading leaves out the one before it
       *[turn] number { $found } is taken by something else
    }
    .label = here
    .help =
        { $case ->
            [no-key] Fill in this column. A key: small letters, digits and hyphens, such as studi-banding.
            [which-response] Write its number: 1 for the first response, 2 for the second.
            [twice] Join the two rows, or choose another key.
            [no-parent] See whether number and key are right; what is new is added in its own sheet first.
            [turn-gap] Write { $found }, or leave it empty to have it counted.
            [gap] Move it to the column of number 1, or add the same column for every number before it.
           *[turn] To change what is there, write { $found }; to add something new, write the next number.
        }
    .why = Rows are known by their keys: the number of the stop, the key of the aspiration, the turn of the response or of a source without a key, and for a follow-up its reference, day and turn. A row without a clear key could overwrite another record. So nothing is written until all is clear.
J135 =
    { $case ->
        [formula] the formula in this cell was never calculated
        [error] this cell holds a formula's error
        [merged] this cell was merged with another
        [needed] the column `{ $found }` must be filled in
       *[too-long] the text for { $found } is longer than a cell can be
    }
    .label = this cell
    .help =
        { $case ->
            [formula] Open the file with a spreadsheet program, save it, and try again; or type the value.
            [error] Mend the formula, or type the value.
            [merged] Unmerge the cells and fill in each row by itself.
            [needed] Fill in this cell; click on it to see what belongs there.
           *[too-long] Edit that record in its YAML file.
        }
    .why = What is read is what the cell holds as saved. A formula that was never calculated, an error and merged cells have no certain content, so that no record can be made of them without guessing.
J136 =
    { $case ->
        [encoding] { $path } is saved as UTF-16 or with the line ends of old Macs, so that it can be read but not changed from here
       *[other] { $path } is written in a way that cannot be changed safely from here
    }
    .help =
        { $case ->
            [encoding] Open that file in a text editor, choose Save As, and choose the encoding UTF-8 and the line ends of Windows or Unix; then try again.
           *[other] Change that file with a text editor; the rest can be imported afterwards.
        }
    .why = The program changes only the lines that need it and leaves all others exactly as they were. Where the way a file is written does not allow that, it stops rather than spoil the file. Nothing was written.

## J2: keys and values

J201 = the key `{ $key }` is unknown in { record-word }
    .help =
        { $near ->
            [none] Known are: { $allowed }.
           *[other] Did you mean `{ $near }`? Write: { $near }: …
        }
    .why = A misspelt key would not be published, and nobody would notice. Therefore only known keys may be used. The full list is in the guide to the records; an editor that uses the schema shows it while you type.
J202 = the key `{ $key }` is missing in { record-word }
    .label = in this record
    .help =
        { $key ->
            [standing] Add the line standing: official (the government itself publishes this site) or standing: independent (others compile it, such as from press reports).
           *[other] Add the line: { $key }: …
        }
    .why = Some keys are required, since without them a page could not be made or could not be answered for. Add a line with the key and its content, indented like the other keys of the record.
J203 = { expected-word } is wanted here, there is { kind-word }
    .help =
        { $expected ->
            [text] Write one value after the key, without brackets and without "- ".
            [list] Write a list, such as [one, two], or each item in a line of its own with "- " before it.
            [map] Write lines `key: value`, without "- " and without brackets.
            [text-or-list] Write one value, or a list such as [one, two].
            [text-or-map] Write plain text, or id: … and en: … in the lines below. If the brackets belong to the text, put the whole value in quotation marks.
            [fixed] Write two numbers, such as [3, 4].
           *[other] Compare it with another record of this kind.
        }
    .why = Every key expects a certain form: text, a list, or a group of keys. In another form the program does not guess what is meant. Most often square brackets are missing, or "- " before an item.
J204 = `{ $found }` is not one of the choices here
    .help =
        { $near ->
            [none] Choose one of: { $allowed }.
           *[other] Did you mean `{ $near }`? The choices are: { $allowed }.
        }
    .why = Only certain words count here, so that the site's totals and filters are right. They are written exactly so, in small letters. If none fits, take the nearest and explain it in `text` or `notes`.
J205 = `{ $found }` must be `true` or `false` here
    .help = Write true for yes, or delete the line for no.
    .why = Yes and no are written true and false, without quotation marks. Other words (ya, tidak, yes, on) are not taken, since YAML programs read them differently.
J206 = { $why ->
        [size] { $found } is too large
        [stop] { $found } is no stop's number
       *[other] `{ $found }` is not a whole number
    }
    .help = { $why ->
        [size] See whether a digit too many was typed.
        [stop] Write a number from 1 to 999,999.
       *[other] Write digits alone, without quotation marks, points, commas, a minus or a unit.
    }
    .why = Only whole numbers from 0 stand here, written with digits alone: 34. Points and commas mean different things in different countries, so that 1.000 might read as one.
J207 = `{ $found }` cannot be a key
    .help =
        { $near ->
            [none] Use small letters a-z, digits and hyphens only, at most 64.
           *[other] Write `{ $near }`.
        }
    .why = Addresses of pages are made from keys, and stay for ever. A key therefore has only small letters a-z, digits, and single hyphens between words, at most 64 characters. Names such as con or nul are refused because Windows cannot use them.
J208 = `{ $found }` is not a date
    .help =
        { $near ->
            [none] Write year-month-day, such as 2022-03-18, with a day that exists.
           *[other] Write { $near }.
        }
    .why = Dates are written year-month-day: 2022-03-18. Other ways are ambiguous: 03/12/2022 may be 3 December or 12 March. Days that do not exist (30 February) and years before 1945 count as slips.
J209 = `{ $found }` is not a deadline
    .help =
        { $near ->
            [none] Write a day (2023-03-31), month (2023-03), quarter (2023-Q1) or year (2023). For spoken words: due: {"{"}said: "soon"{"}"}
           *[other] Write { $near }.
        }
    .why = A deadline is written as exactly as it was spoken: a day, month, quarter or year, of which the last day counts. If only words were spoken, put them into `said`, and the editors' reading into `by` if there is one. If there is no deadline, delete the line.
J210 = `{ $found }` is not a web address
    .help = Write the full address that a reader can open, starting with https:// or http://.
    .why = Readers must be able to open the source. A full address starts with https:// or http:// and has the name of a site; addresses on one's own computer (localhost, file:) open for nobody else.
J211 = `{ $found }` is not a reference
    .help = Write the stop's number, or number/aspiration, or number/aspiration/commitment, such as 6/studi-banding/usul-p-apbd.
    .why = A reference uses the words of the page's address: 6 for a stop, 6/studi-banding for an aspiration or announcement, 6/studi-banding/usul-p-apbd for a commitment. There is no slash at the start or end.
J212 = this field is empty
    .help = Fill it in. A key that is not required may be deleted if there is nothing to say.
    .why = A key without content, or with spaces alone, is usually unfinished work. On the page it becomes a hole. Fill it in, or delete the key if it is not required.
J213 = this text has more than { $limit } characters
    .help = Shorten it, or divide it into several records.
    .why = Nobody reads a text of this length on a telephone, and it is usually a slip in pasting. The limit is { "20,000" } characters for one text. A full document can be named as a source.
J214 = the key `{ $found }` is used by the program itself
    .help = Choose another key, such as `{ $found }-1`.
    .why = Below every stop there are addresses of the program: cetak, kutip, umpan, riwayat, data, and r1, r2 … for earlier versions. Aspirations and announcements cannot use these keys, since two pages would claim one address.
J215 = { $age ->
        [newer] the records have format { $found }, which is newer than what this program knows ({ $known })
       *[other] format { $found } is unknown; this program reads format { $known }
    }
    .help = { $age ->
        [newer] Update jhur; leave the number as it is. Nothing was checked, built or changed.
       *[other] Write `format: { $known }`.
    }
    .why = The number says by which rules the records are written. The program does not read a format that it does not know, so that nothing is lost in silence. Update jhur, or correct the number.
J216 = `{ $found }` cannot be the address of the site
    .help = Write https://, the site's name, and a slash at the end, such as https://jhur.jemberkab.go.id/
    .why = base_url is where the site stands, and the start of every address in it. It must be https and end in a slash. It may be in a folder: https://example.go.id/jhur/.
J217 = `{ $found }` is not an area code
    .help = Write "35.09.11" for a kecamatan, or "35.09.11.2006" for a village, in quotation marks.
    .why = The code of the Ministry of Home Affairs joins this record with other data. It is two digits three times for a kecamatan, and four more for a village, with points between. Quotation marks keep a zero at the start.
J218 = `site.yaml` does not say where readers report an error
    .help = Add: contact: {"{"}email: …{"}"}, or whatsapp: …, or page: https://…
    .why = A citizen who finds an error must know where to report it. One is enough: an e-mail address, an office's WhatsApp number, or a page with a form. Until then the site can be made as a draft.
J219 = this text is not there in the site's main language (`{ $lang }`)
    .help = Add the line: { $lang }: …
    .why = The main language is the first of `languages` in site.yaml; every text must be there in it, so that no page has a hole. Other languages may follow. The original words in Javanese or Madurese stand beside it, as jv: or mad:.

## J3: what is named must exist

J301 = there is a stop number { $found } already
    .label = the same number
    .help = Give one of them another number.
    .why = A stop's number is its address (/6/), so that it can be used only once. Usually an old file was copied and its number left. A published number may not move to another stop.
J302 = `{ $found }` is used in the same list already
    .label = the second
    .help = Change one of them, or delete what is too much.
    .why = Keys in one list must differ, since references and addresses are made from them. A village's key is unique within its kecamatan, a commitment's within its aspiration. Do not change a key that is published.
J303 = the kecamatan `{ $found }` is not in the list
    .help =
        { $near ->
            [none] Write a `key` from content/districts.yaml.
           *[other] Did you mean `{ $near }`?
        }
    .why = A kecamatan is named by its key in content/districts.yaml, so that it is always spelt alike and its page is complete. Correct the key here, or add the kecamatan to the list.
J304 = the village `{ $found }` is not in the kecamatan `{ $district }`
    .help =
        { $elsewhere ->
            [none] { $near ->
                [none] Write the key of a village below `{ $district }` in content/districts.yaml.
               *[other] Did you mean `{ $near }`?
            }
           *[other] That village is in the kecamatan `{ $elsewhere }`. If the asker is from there, delete `village:` and name the village in `role`.
        }
    .why = A village is named by its key and looked for in the kecamatan of the stop. Several kecamatan may have villages of one name, so that the kecamatan decides. An asker from another kecamatan is described in `role`.
J305 = the office `{ $found }` is not in the list
    .help =
        { $near ->
            [none] Write a `key` from content/offices.yaml, or add the office there.
           *[other] Did you mean `{ $near }`?
        }
    .why = An office is named by its key in content/offices.yaml, so that all its promises are on one page. Whoever answers without being an office (the regent, the head of a kecamatan, a state company) is listed there too.
J306 = the topic `{ $found }` is not in the list
    .help =
        { $near ->
            [none] Write a `key` from content/topics.yaml, or add the topic there.
           *[other] Did you mean `{ $near }`?
        }
    .why = A topic is named by its key in content/topics.yaml, so that different spellings do not divide one matter. Add a topic only if none fits.
J307 = the source `{ $found }` is not in this stop
    .help =
        { $near ->
            [none] Write the `id` of a source in this stop's `sources:`, or add the source there.
           *[other] Did you mean `{ $near }`?
        }
    .why = Aspirations and responses name their sources by the `id` in `sources` of the same stop. A source of another stop cannot be borrowed; write it again here. So every sentence can be traced.
J308 = `about` names `{ $found }`, which does not exist
    .help =
        { $near ->
            [none] Write it like the address: number/aspiration/commitment, such as 6/studi-banding/usul-p-apbd.
           *[other] Did you mean `{ $near }`?
        }
    .why = A follow-up must be about a stop, aspiration, announcement or commitment that exists, since that is where it is shown. Write the reference like the page's address. The key of a commitment is below `commitments:` in the stop's file.
J309 = `again` names `{ $found }`, which is no aspiration
    .help =
        { $near ->
            [none] Write the stop's number and the aspiration's key, such as 3/pemasaran.
           *[other] Did you mean `{ $near }`?
        }
    .why = `again` joins this aspiration with the same one at an earlier stop, so that one sees how often it was asked. It therefore refers to an aspiration or announcement, not to a stop or a commitment.
J310 = `again` must lead to an earlier stop, `{ $found }` does not
    .help = Move `again` to the later aspiration, and refer to this one there.
    .why = An aspiration that is voiced again refers to the earlier one: its stop has a lower number and an earlier date. The site makes the other direction itself. If a date is wrong, correct the date.
J311 = `replaced_by` names `{ $found }`, which is no commitment
    .help =
        { $near ->
            [none] { $depth ->
                [commitment] Write number/aspiration/commitment of the one that took its place.
               *[other] { commitments-help } Write number/aspiration/commitment.
            }
           *[other] Did you mean `{ $near }`?
        }
    .why = A superseded commitment leads to the one that took its place, so that readers can follow the promise. That one must stand in the file of its stop already. If nothing took its place, the status is not superseded but dropped.
J312 = commitments replace each other in a circle: { $cycle }
    .help = Delete one `replaced_by` of this circle.
    .why = If A is replaced by B and B by A, no promise is left. A chain of replacements must end at a commitment that still stands. See which one really took the other's place.
J313 = topics stand below each other in a circle: { $cycle }
    .help = Delete `parent` of one of these topics.
    .why = Topics form a tree: umkm, and batik below it. A topic above itself has no place in the tree. Delete or correct one `parent`.
J314 = `record` names `{ $found }`, which is not in this stop
    .help =
        { $near ->
            [none] Write the `id` of an aspiration or announcement of this stop, or delete `record` if the correction is about the whole stop.
           *[other] Did you mean `{ $near }`?
        }
    .why = A correction is shown on what it corrects; `record` names an aspiration or announcement in the same file. Without `record` it is about the whole stop.
J315 =
    { $leads ->
        [nowhere] the link `{ $found }` leads nowhere on this site
       *[other] the link `{ $found }` does not lead into this site and does not start with https://, http://, mailto: or tel:
    }
    .help =
        { $leads ->
            [nowhere]
                { $near ->
                    [none] Write an address that exists, such as /6/ or /6/studi-banding/, or a full one with https://
                   *[other] Did you mean `{ $near }`?
                }
           *[other] Write an address that readers can open, such as https://contohkab.go.id/, mailto:humas@contohkab.go.id, tel:+62331123456 or /6/; or only the words, without a link.
        }
    .why = A dead link makes readers think that something was removed. Links within the site start with a slash and are the page's address; those to other sites start with https:// or http://, to e-mail with mailto:, to a telephone with tel:. Nothing else, such as javascript:, data: or file:, is published. Whether other sites still live is not checked.
J316 =
    { $by ->
        [program] the page `{ $found }` uses an address of the program
        [page] there is a page `{ $found }` in this language already
       *[other] two pages use the address { $address }
    }
    .help =
        { $by ->
            [page] Delete one of the files; the English version is called { $found }.en.md.
            [program] Rename the file.
           *[other] Rename one of them, or change its key.
        }
    .why = The name of a page's file is its address: metode.md becomes /metode/. Addresses of stops (/6/) and of the program (404, aksesibilitas, aset, assets, cari, data, en, foto, id, kabar, kecamatan, komitmen, koreksi, kunjungan, media, opd, site, topik) cannot be used. One address is one page in each language.
J317 = the page { $path } comes to { $size } MB; at most { $limit } MB
    .help = Divide the record: a stop into several aspirations, a long text into a summary with the full text as a source.
    .why = A page of that size does not open on a citizen's phone, and often something was pasted by mistake. The limit is 8 MB for a page; an ordinary one has less than 100 kB.

J321 =
    { $file ->
        [redacted] this line of the list of words that were struck out cannot be read
       *[log] this line of the revision log cannot be read
    }
    .help =
        { $file ->
            [redacted] Bring content/redacted.jsonl back from the last copy. A line with `salt` is of an earlier jhur and could be guessed: delete it, and strike the words again with jhur redact --word.
           *[log] Bring the file back from the last copy, for example with git restore content/log.jsonl content/bodies.jsonl
        }
    .why = content/log.jsonl and content/bodies.jsonl are written by jhur release and jhur redact alone, and never edited. Only the bytes that the program writes are accepted: there is one way to write a thing.
J322 = this line has the number { $found } and should have { $expected }
    .help = A line near it was removed, put in or moved. Bring content/log.jsonl back from the last copy, for example with git restore content/log.jsonl
    .why = The lines of the revision log are numbered from 0, and lines are added at its end only.
J323 =
    { $case ->
        [changed] what revision { $revision } of { $record } says is not what its hash in content/log.jsonl says
        [missing] what revision { $revision } of { $record } said is not in content/bodies.jsonl, and no line says that it was struck out
        [redacted] what revision { $revision } of { $record } said is still here, though a line says that it was struck out
       *[twice] what revision { $revision } of { $record } says is here twice
    }
    .help =
        { $case ->
            [redacted] Run the command again: jhur redact { $record } { $revision } --basis … --reason …
           *[other] Bring content/log.jsonl and content/bodies.jsonl back from the last copy, both together. What has to go by law is struck out with jhur redact.
        }
    .why = Of each revision content/log.jsonl has the hash (sha256) of its line in content/bodies.jsonl. What is changed after its release no longer fits; what was struck out has a line of its own in the log.
J324 = line { $entry } is out of order{ $record ->
        [none] {""}
       *[other] : revision { $revision } of { $record }
    }
    .help = Bring content/log.jsonl back from the last copy, for example with git restore content/log.jsonl
    .why = The numbers of a record's revisions go up one by one, days never go back, and a revision that was released is struck out only once.
J325 = { $record } was published and is no longer there
    .help = Bring the record back under the same key, and do not make it a draft again. If its key was changed, write at the new one: formerly: [{ $record }]. If it no longer stands, leave it in its place and add: withdrawn: {"{"}date: …, reason: …{"}"}
    .why = People cite addresses that were published, and these must not die. A record that no longer stands is withdrawn with its reason (`withdrawn`); a record whose key changed names the old one (`formerly`), and the old address leads to the new one.
J326 =
    { $case ->
        [kind] `formerly`: { $found } is not a name of the same kind
        [taken] `formerly`: { $found } is still there as a record of its own
       *[other] `formerly`: { $found } is named elsewhere already
    }
    .help =
        { $case ->
            [kind] A stop was a stop before (5), an aspiration or announcement was an aspiration or announcement (5/key), a commitment was a commitment (5/key/commitment).
            [taken] Delete this line, or delete the old record that was moved.
           *[other] An old name leads to one record only; delete one of the two.
        }
    .why = With `formerly` the old address of a record leads to the one it has now. So no other record may use the old name, and it leads to one place only.
J327 = `{ $found }` is no longer in { $list }.yaml, but a published revision of { $record } uses it
    .help = Bring `{ $found }` back into { $list }.yaml under the same key; the name that is shown may change.
    .why = People cite the pages of kecamatan, offices and topics, and old revisions still name them. Their keys stay in the list, even if no new record uses them.

J328 = today is { $today }, but the last line of the revision log was added on { $last }
    .help = Look at this computer's date, and at SOURCE_DATE_EPOCH if there is one. If today is right, and that line was made while the clock was wrong, say so first: jhur release --clock "The computer's clock was wrong" (the words are published)
    .why = Days never go back. A line that was made with a wrong clock is not removed: a line after it says that the clock was wrong, and the lines of that day count as of its own.
J329 =
    { $line ->
        [0] content/ is older than what is published, or of another site: content/log.jsonl does not begin with what { $path } held, which is damaged by now
       *[other] content/ is older than what is published: content/log.jsonl does not hold line { $line } of { $path }
    }
    .help = Bring the newer content/ back (the last backup, or git pull), then run again; what was published stands in { $path }. If that folder is another site, choose another with --out.
    .why = What was published cannot be taken back by cutting or exchanging the revision log. The new site has to hold every line of the old one, and then its own. A release from an old backup would make two logs that contradict each other.
J330 = the site in { $path } is newer than { $day } { day-origin }: the last release was on { $last }
    .help = { $origin ->
        [as-of] For a look at the past choose another folder: jhur build --as-of { $day } --out FOLDER
        [epoch] Remove the variable SOURCE_DATE_EPOCH from the environment, then run again. For a look at the past choose another folder with --out.
       *[clock] Look at this computer's date; when it is right, run again. For a look at the past choose another folder with --out.
    }
    .why = A site as of an earlier day has no revision and no line of the log that came later. In the place of the site in use it would take all of those pages away.
J331 =
    { $record ->
        [site] { $revision ->
            [0] settings, names and look of the site (site) are not in the revision log yet
           *[other] settings, names or look of the site (site) are no longer the newest revision, { $revision }
        }
       *[other] { $revision ->
            [0] { $record } is not in the revision log yet
           *[other] what { $record } says is no longer its newest revision, { $revision }
        }
    }
    .help = If the change is right, run jhur release. See it first with: jhur release --dry-run
    .why = Readers can check that each page is its newest revision. What changed after the last release has no revision yet.
J332 =
    { $case ->
        [page] { $path } is no page of this site
       *[other] { $path } is no folder of a site that jhur made: manifest.json is not there or cannot be read
    }
    .help =
        { $case ->
            [page] Save the page as it is, for example with curl -O; browsers often change what they save.
           *[other] Give the folder into which jhur build writes, usually public
        }
    .why = A site's folder is known by manifest.json, a page by the address and the day that stand in it. Without them there is nothing to compare.
J333 = { $path } is not there, but should be
    .help = Make the site again with jhur build, or upload the file that is missing.
    .why = manifest.json names every file that was published. A missing file means that an upload was cut short, or that someone removed it.
J334 = { $path } was changed after it was published: its sha256 is not that of manifest.json
    .help = If it was not you, find out who it was. Restore it with jhur build, then upload again.
    .why = Pages are not edited in the site's folder: changes are written in content/, where they leave a trace. A file that changed after it was published was changed by someone else, or broken by copying.
J335 = manifest.json does not name { $path }
    .help = If it was not you who put the file there, delete it.
    .why = There is a file in the site's folder that jhur did not make. That is allowed (a CNAME, for example), but a forged page looks the same.
J336 = { $path } differs from what the records make, from line { $line } on
    .help =
        It says:      { $found }
        It should say: { $expected }
    .why = The site was made once more from content/ for the same day and compared byte by byte. A difference means that the file was changed, or that content/ changed after the site was made (see jhur status).
J337 =
    { $case ->
        [missing] { $path } is not there: this site is not signed
        [public] `signing_key` in site.yaml is no public minisign key
        [checkpoint] the checkpoint { $path } is not the site's signed word on its log
       *[other] the signature { $path } does not fit
    }
    .help =
        { $case ->
            [missing] Sign with: jhur build --sign KEY-FILE
            [public] Copy the second line of the file minisign.pub; it starts with RW.
            [checkpoint] It was changed, signed with another key, or is of another log. Make and sign the site again.
           *[other] The manifest was changed after it was signed, or signed with another key. Make and sign it again.
        }
    .why = Where site.yaml names a `signing_key`, every manifest is signed with its secret key. A signature that does not fit means that someone published without that key.

J338 = manifest.json names { $path }, but the records do not make it
    .help = If content/ changed after the site was made, make it again with jhur build. If not, someone added it.
    .why = Every file of a site comes from content/ and its theme. Another file in manifest.json was added by someone, or its record is gone.
J345 = this is withheld after its release, and revision { $revision } of { $record } still says it
    .help = Strike that revision out first: jhur redact { $record } { $revision } --basis "Law 27/2022, article 8" --reason "…"
    .why = What was released stays on the page of its revision and in the revision log. To withhold it now withholds nothing; it has to be struck out, with a rule of law and a reason that are published.
J346 = { $path } is no revision log: line { $line }
    .help = Name the log.jsonl that was downloaded from the site (/data/log/log.jsonl), or the folder of the site.
    .why = jhur writes each line of the log in one way; another line is none of its own, or was changed.
J347 =
    { $case ->
        [malformed] this is no statement of a witness
        [signature] this statement is not signed by the key in its first line
        [name] the name of this file cannot become an address
        [origin] { $witness } saw the log of { $origin }, not this site's
        [shorter] { $witness } saw a log of { $size } lines, and this one has { $entries }
       *[other] { $witness } saw another log than this one
    }
    .help =
        { $case ->
            [malformed] Save the file again as the witness sent it, with nothing added and nothing cut.
            [signature] Ask the witness for the file again: a character was changed on the way, or the key is another's.
            [name] Give it a name of letters, digits, dots and hyphens, such as news.example.txt
            [origin] This file is another site's, or `base_url` in site.yaml has changed since; move the file away, and ask the witness for a new one.
            [shorter] These records are older than what was published. Fetch the newest content/ first.
           *[other] Do not delete the file: find out whether these records are the right ones. If they are, the log was written anew.
        }
    .why = A witness signs how long the log was and what it contained. A site whose log does not begin with that has lost something that was published, or changed it.

## J4: days

J401 = `until` ({ $found }) is before `date` ({ $date })
    .help = Correct one of them; if there was only one day, delete `until`.
    .why = `date` is the first day, `until` the last. The wrong way round, the calendar and the order of stops would be wrong.
J402 = this follow-up ({ $found }) is before stop { $stop } ({ $date })
    .help = Correct `date`. If it really happened earlier, write it into the stop's `notes` and not as a follow-up.
    .why = A follow-up tells what happened after a stop. What happened before a promise was made is no news of that promise. Most often the year is a slip, or `about` names another stop.
J403 = all its sources were published before it happened ({ $found }); the latest is of { $latest }
    .help = Correct one of the dates, or add a source that was published later.
    .why = A report from before an event can announce it but cannot report it. `date` is the day on which it happened; a source that supports it is of that day or later. A source without a date does not count here.
J404 = { $found } has not come yet (today is { $today })
    .help = Correct the date, or hold the record back: publish_on: { $found } or draft: true
    .why = The site holds only what has happened. A date after today is usually a slip in the year. Records that are prepared early are held back with `publish_on` (from that day on they can be released) or `draft: true`.
J405 = the deadline { $found } had passed when stop { $stop } was held ({ $date })
    .help = Correct the deadline. If only words were spoken, write due: {"{"}said: "…"{"}"}
    .why = A promise cannot fall due before it is made; it would look late from its first day. The last day of a month, quarter or year counts. Usually the year is a slip.

## J5: answers, commitments, evidence

J501 = the response `{ $found }` has no commitment
    .help =
        Add below this response:
        commitments:
          - {"{"}id: short-key, text: The promise in one sentence{"}"}
    .why = `promised` and `to-study` mean that something was promised, and that is what this site follows. Write the promise as a commitment, at least one. If nothing was promised, choose another answer, such as explained or advised.
J502 = there is a commitment, but the answer is not `promised` or `to-study`
    .help = Add promised (it will be done) or to-study (it will be studied) to `answer`, or delete the commitment.
    .why = A commitment comes from a promise alone. If the official only explained or advised, a commitment would ask for something that was not promised. Compare it with the source.
J503 = the answer is `{ $found }`, but it does not say to whom
    .help = Add the line: to: …
    .why = Citizens who are referred must know where to: an agency, a ministry, a company. Write it in `to`. If the source is not clear, use its own words, such as "the authority in charge".
J504 = this follow-up has no source
    .help =
        Add:
        sources:
          - {"{"}publisher: …, date: 2022-10-03, url: https://…, kind: press{"}"}
    .why = All news of a promise must be open to checking, good news from one's own office too. One source is enough: a report, a document, a letter, a statement. Only `check: true` (someone looked, none was found) needs none.
J505 = `done-verified` needs a source other than the office that promised
    .help = Add a source with kind: press, document, citizen or inspectorate. If only the office says so, write status: done-reported
    .why = "Verified" means that someone else saw it. The office's word alone is done-reported, which has its worth. A source without `kind` does not count, since it is unclear who speaks.
J506 =
    { $lacks ->
        [status] `replaced_by` is only for the status `superseded`
       *[other] `superseded` needs `replaced_by`
    }
    .help =
        { $lacks ->
            [status] Write status: superseded, or delete `replaced_by`.
           *[other] Add the line replaced_by: number/aspiration/commitment. If nothing took its place, write status: dropped
        }
    .why = `superseded` means that another commitment took its place; `replaced_by` names it, so that readers can follow. The two go together. A promise that was given up without another in its place is dropped.
J507 = `{ $status }` needs `by`: who decided
    .help = Fill in the line `by:`, or add it if there is none: by: …
    .why = Giving up or replacing a promise is a decision, and someone took it. Write the office or body that the source names. The reason stands in `text`.
J508 = news with `bearing: related` carries no `{ $key }`
    .help = Delete `{ $key }`. If the news is about this very commitment, delete `bearing: related`.
    .why = Related news is about the same subject elsewhere or in the whole regency; it is background, not proof that this promise was kept. Therefore it carries no status and no deadline. Only direct news does.
J509 = `status` is only for commitments, `{ $found }` is none
    .help = Write about: number/aspiration/commitment, or delete `status`. { commitments-help }
    .why = What is done, stalled or dropped is a commitment, not a stop or an aspiration: one aspiration may have several promises. Name the commitment, down to the third part. Without `status` it is news without a status.
J510 = { $about } is on record as done on { $date }; this follow-up does not say that it is open again
    .help = If it is not done after all, add reopens: true (in the form: tick "Open again") and give the reason in `text`. If the status is wrong, correct it.
    .why = That something done is no longer done is important news, and must not look like a slip. Therefore it is said on purpose: `reopens: true`, with a source. The words in `text` are free; the program does not guess what they mean.
J511 = `check: true` carries no `{ $key }`
    .help = Delete `{ $key }`. If there is news, delete `check: true` and add its source.
    .why = `check` means that someone looked and found nothing new. "Not found" is not "not kept", so that status and deadline stay as they were. News that changes them needs a source.
J512 = a new `due` is only for commitments, `{ $found }` is none
    .help = Write about: number/aspiration/commitment, or delete `due`. { commitments-help }
    .why = Only commitments have deadlines. If one moves, name the commitment; the old and the new deadline both stay visible. The reason stands in `text`.
J513 = the aspiration `{ $id }` has no `text`
    .help = Add the line text: … with what was asked. If it may not be published, write withheld: … with the reason.
    .why = Readers must know what was asked, not only its title. Only a withheld aspiration may have no text; it is still counted, and the reason is shown.
J514 = there is not one stop in content/stops/
    .help = Make the first with `jhur new stop`. If there should be some, see whether the command was run in the right folder.
    .why = An empty site must never replace one that is full. Without any stop the likeliest cause is the wrong folder, or files that were not copied.
J515 = this response has no `text`
    .label = in this response
    .help = Add the line text: … with what was answered. If the source only says that somebody answered, write answer: [unreported]
    .why = A kind of answer without its words cannot be checked by readers. Where no source has them, they must not be guessed, nor the matter recorded as if there was no answer: `unreported` says that it was answered on the spot and that the contents were not reported.
J516 = `unreported` cannot stand beside `{ $found }`
    .help = If it is known what was answered, delete unreported and write it in `text`. If not, write answer: [unreported]
    .why = `unreported` means that somebody answered, but no source says what. Where it is known that it was promised, explained or declined, the contents were reported. Another answer by another official is a response of its own.
J517 = `unreported` needs a source that says that somebody answered
    .label = in this response
    .help = Add sources: [key-of-a-source] to this response. If no source tells of an answer, delete the response; the site then says that no answer is recorded.
    .why = "Answered on the spot" is a statement about an official, and must be open to checking. Without a source that says so, all that is known is that no answer is recorded.
J518 =
    { $lacks ->
        [status] `reopens: true` needs a `status` that is not done
       *[done] `reopens: true`, but nothing was on record as done before
    }
    .help =
        { $lacks ->
            [status] Add what it is now, such as status: in-progress, or delete `reopens`.
           *[done] Delete `reopens`. If it was done once, first record the news of that, with its date and source.
        }
    .why = `reopens` opens a promise again that was on record as done: its status becomes the one of this news. Without a status before it that says done there is nothing to open; without a new status it is unclear what it is now. The order is that of the dates of the news.
J551 = { $recorded } of { $heard } aspirations are recorded so far
    .help = Add the others, or correct `heard`. The site shows both numbers.
    .why = `heard` is how many aspirations the minutes count. As long as fewer are recorded, the page says so. This is no error, only a reminder.
J552 = the commitment `{ $found }` has no deadline
    .help = If one was spoken, add due: 2023-03, or due: {"{"}said: "soon"{"}"}
    .why = A promise without a deadline cannot be called late; the site says that none is stated. If none was spoken, leave it so. A deadline that is announced later is recorded as a follow-up.
J553 =
    { $news ->
        [none] no direct news yet of the commitment `{ $found }`, made on { $date }
       *[some] no direct news of the commitment `{ $found }` since { $date }
    }
    .help = Ask the office. If you looked and found none, record it: about: { $about }, check: true
    .why = After 180 days without direct news the site says since when. Only news of the promise itself ends that; related news is mentioned by itself. If you looked and found none, record it with `check: true`; the statement stays, but shows that someone looked.
J554 = this source has no archived copy
    .help = Save its address at web.archive.org/save, then add archived: https://web.archive.org/web/…
    .why = News pages vanish or change; an archived copy keeps the source open to checking. Saving one is free and takes a minute. The site links both.
J555 = this title has { $count } characters; over { $limit } it is cut in lists
    .help = Shorten the title; details stand in `text`.
    .why = Titles appear in lists, search engines and WhatsApp, which cut long ones. Best is one short phrase on what was asked.
J556 = this source is used in another follow-up already
    .label = used again
    .help = If one report is about several commitments, join them: about: [6/a/b, 6/c/d]
    .why = One report that is recorded twice looks like two pieces of news. If the content is the same, join them with a list in `about`. If they are two matters of one report, leave them.
J557 =
    { $read ->
        [partly] no answer to the aspiration `{ $found }` ({ $date }) in what could be read of its sources
       *[whole] no answer to the aspiration `{ $found }` ({ $date }) is recorded
    }
    .help =
        { $read ->
            [partly] Look for a whole source, such as the minutes, and record the answer in `responses`. If a source says that it was answered, but not what: answer: [unreported]
           *[whole] Ask those who were there, and record the answer in `responses`, with its source. If a source says that it was answered, but not what: answer: [unreported]. If there is none, leave it.
        }
    .why = After 60 days an aspiration without an answer is worth asking about. The site says what is known: that no answer is recorded, or that there is none in what could be read. There is no reminder for what was only told to reporters. An answer that comes after the stop is recorded as a follow-up about the aspiration.
J558 = this source is gone: { $reason ->
        [no-host] the name of its site is not known
       *[gone] its server answers { $status }
    }
    .help = { $archived ->
        [none] Look for a copy at https://web.archive.org/web/*/{ $found } and add it as `archived`. Leave `url` as it is.
       *[other] Its archived copy is on record: { $archived }
    }
    .why = `jhur links` asks the server of every source. An address counts as dead if the server itself says that it is not there (404 or 410), or if the name of its site is no longer known. A source stays a source: its address is not removed, and an archived copy takes its place for readers. This is a warning; the site can be built.
J559 = it cannot be told whether this source is still there: { $reason ->
        [status] its server answers { $status }
        [timeout] its server takes too long to answer
        [tls] the connection is not secure (TLS)
        [connection] there is no connection, or it broke
        [not-http] its answer cannot be read
        [circle] its address leads round in a circle
        [not-web] its address leads to something that is no web page
        [not-public] its address leads to a machine that is not open to the public
        [front-page] its address leads to the front page { $to }
       *[wait] its server asks to be asked again later
    }
    .help = { $archived ->
        [none] Open it in a browser yourself. If it is still there, save a copy at web.archive.org/save and add it as `archived`.
       *[other] Open it in a browser yourself. Its archived copy is on record: { $archived }
    }
    .why = Many servers refuse programs, are broken or slow, or lead from old pages to the front page. That does not mean that the source is gone; only a person can tell. This is a warning; the site can be built.
J560 = the address of this source now leads to another page: { $to }
    .help = Open both. If they say the same, `url` may be replaced; if not, look for an archived copy.
    .why = An address that leads on can still be opened, but need not show what was cited. A mere change from http to https, or of a slash at the end, is not mentioned. This is a warning; the site can be built.

J561 = on the preview card `{ $found }` is an empty box
    .label = letters that the card does not have
    .help = Write it in Latin letters if you can, as in CO2 or 5 to 7; on the page itself the sign is shown as it is.
    .why = The preview card, the picture that WhatsApp shows, is drawn with the letters of Noto Sans that are part of this program. Arabic, Javanese and Chinese letters, emoji and some signs are not among them. This is a warning; the site can still be built.

## J6: privacy

J601 = the name of a citizen, `{ $found }`, needs consent
    .help = Delete `name`. If there is consent in writing, add consent: {"{"}date: 2022-03-18, form: "012"{"}"}
    .why = Citizens brought their complaint to the regent, not to a search engine. A private person's name is published only with consent in writing, under Law 27/2022 on Personal Data Protection. A description such as "Pelaku UMKM" in `role` is usually enough.
J602 = this looks like a NIK (national identity number)
    .label = 16 digits
    .help = Delete these digits.
    .why = A NIK is private data and must not be published, not even in a quotation. Other numbers of 16 digits, such as card numbers, are no less dangerous. Once published it cannot be taken back from search engines.
J603 = this looks like a telephone number
    .help = Delete it. An office's number for readers stands in `contact` in site.yaml.
    .why = A private telephone number on a public page invites harassment and fraud. Offices' numbers are not needed in texts either: they stand in `contact` in site.yaml, or on the office's own site.
J604 = this looks like a private e-mail address
    .help = Delete it. Offices' addresses that end in .go.id may stay; the site's own stands in `contact`.
    .why = A private e-mail address on a public page is gathered by spammers, and is private data. Addresses of government offices (.go.id) may be shown.
J605 = this holds words that were struck out by law from { $record }, revision { $revision }
    .help =
        { $place ->
            [log] Strike that revision out too: jhur redact RECORD NUMBER --basis … --reason …
            [release] Remove the words from the record that is about to be released.
            [key] Write another key: it becomes part of an address. If it was released already, its old address stays in the revision log, whatever is written here; then see jhur explain J605.
            [photo] Give the photograph's file in content/media/ another name, and write that name here.
            [address] Remove this address. A source can be described by `title`, `publisher` and `date` alone, or by an archived copy whose address does not hold the words.
            [theme] Remove the words from this file of the theme.
           *[other] Remove the words here.
        }
    .why = What was struck out with jhur redact --word must not be published again: in no text, key, photograph's name or address, and not in the theme, however it is spaced, encoded, and in capitals or not. Of the words only a hash is kept (content/redacted.jsonl), made with the secret key in .jhur-key, so that the list gives nothing away. Keys that were released are in the revision log and in addresses that others have linked to: they can be renamed (`formerly`), not removed.
J606 = this looks like a person's name: `{ $found }`
    .help = Write a description instead, such as "a farmer" or "small business owner". Officials are named in `official`; a citizen who consented in writing in `name`, with `consent`. Names of streets, schools and historical persons may stay: list them under `public_names` in site.yaml.
    .why = Under Law 27/2022 a private person's name is published only with consent, also where it stands in a title, in a key that becomes the page's address, or in a photograph's name. The program only guesses, from a form of address (Bu, Pak, Haji, Sdr., …), a degree or an age; what is written in another way is not found.
J607 = this looks like the address of a home: `{ $found }`
    .help = Write the village or hamlet alone, without the numbers of RT, RW and house. An office's or a school's address may stay: list it under `public_names` in site.yaml.
    .why = The numbers of house, RT and RW point to one family, or to a few dozen: readers could call on whoever complained. The village is enough to know where the promise is to be kept.
J608 = this looks like the state of somebody's health: `{ $found }`
    .help = Delete the name or description of the person, or write it without the illness: "a resident who needs help".
    .why = Data on health is specific personal data (Law 27/2022, Article 4). Illness and disability may be written about as a subject, but not beside a person who can be recognised.

J609 =
    { $why ->
        [missing] the words that were struck out by law cannot be looked for: the key .jhur-key is missing
        [unreadable] the words that were struck out by law cannot be looked for: .jhur-key cannot be read, or is not a key
       *[other] { $count ->
            [one] words that were struck out by law cannot be looked for: one line of content/redacted.jsonl was made with another key than .jhur-key
           *[other] words that were struck out by law cannot be looked for: { $count } lines of content/redacted.jsonl were made with another key than .jhur-key
        }
    }
    .help = Copy .jhur-key, with which the list was made, from your backup or from the computer where words were struck out, into this folder, beside content/. If no copy is left, nobody can open the list any more: delete content/redacted.jsonl and give the words again: jhur redact RECORD NUMBER --basis … --reason … --word …
    .why = content/redacted.jsonl says nothing without its key, so that nobody who has the records can guess the words. The key is in .jhur-key beside content/, not in content/ and not in Git: keep a copy of it in a safe place. A computer without it (such as the one on which a workflow runs) checks everything else; then run jhur check where the key is before you publish.

## J7: photographs

J701 = the photograph `{ $found }` is not in content/media/
    .help =
        { $near ->
            [none] Copy it to content/media/, under exactly this name.
           *[other] Did you mean `{ $near }`?
        }
    .why = A photograph is named by its file in content/media/. Without it the page would show a broken picture. See whether the spelling and the ending (.jpg or .jpeg) are right.
J702 =
    { $why ->
        [case] the photograph's file is called `{ $near }`, with other small and capital letters
        [accent] letters with accents in this name are stored in the way of macOS
        [path] `{ $found }` is not the name of a file in content/media/
       *[other] `{ $found }` is not a kind of photograph that can be shown
    }
    .help =
        { $why ->
            [case] Write: file: { $near }
            [accent] Type it again: file: { $near }
            [path] Copy it to content/media/ and write its name alone: file: { $near }
           *[other] Save it again as one of: { $near }.
        }
    .why = On Windows `Foto.JPG` and `foto.jpg` are one file, on the server they are not: the photograph is lost when the site is published. Write the name exactly as the file has it, without a folder outside content/media/. What can be shown: jpg, jpeg, png, webp.
J703 = the photograph `{ $found }` says where it was taken ({ $store })
    .help = Take it out of the file. Windows: right click, Properties, Details, "Remove Properties and Personal Information". On a phone: share it again without the location. Or: exiftool -overwrite_original -gps:all= -xmp:all= -iptc:all= "content/media/{ $found }"
    .why = Phones write the place into a photograph (EXIF), at times that of a citizen's home; programs for photographs write its name (XMP, IPTC). The site holds only smaller copies without any such data, so nothing of it is published. But the original lies in the folder of records, and that folder is shared with others.
J704 =
    { $why ->
        [empty] the photograph's file `{ $found }` is empty
       *[other] the file `{ $found }` cannot be read as a photograph
    }
    .help =
        { $why ->
            [empty] Copy it to content/media/ once more.
           *[other] Open it in a program for pictures and save it again as JPEG.
        }
    .why = An empty file, or one cut short, is usually left over from a copy or download that broke off. A photograph of an iPhone (HEIC) that was only renamed to .jpg cannot be read either. What is inside must be JPEG, PNG or WebP.
J705 =
    { $why ->
        [bytes] the photograph's file `{ $found }` is too large: { $size } MB, at most { $limit } MB
       *[other] the photograph `{ $found }` is too large: { $size } megapixels, at most { $limit } megapixels
    }
    .help = Make it smaller in a program for pictures, say 4000 pixels wide. The site shows at most 1280.
    .why = A photograph of that size takes memory and time at every build, and is no clearer on anyone's screen.

## J8: the theme

J801 = a template of the theme is broken: { $why }
    .help = Mend the template, or delete the file so that the default one is used.
    .why = This site's theme replaces some default templates, and one of them cannot be used. The message is that of the template engine. Deleting the file brings the default look back.
J802 = the theme's words cannot be read here
    .help = Compare it with the default file: every line is key = text, and what continues it is indented.
    .why = The site's words stand in Fluent files (.ftl). One wrong character makes a part unreadable. Mend the line that is shown, or delete the file so that the default one is used.
J803 = the theme that `site.yaml` names is not there
    .help = Write theme: pendopo, or make its folder in themes/.
    .why = Themes are looked for in the folder themes/ beside content/; the default one is called pendopo. The folder's name must be exactly what site.yaml says.
J804 = the theme's file { $path } replaces nothing
    .help = See whether its name is that of a file of the default theme.
    .why = A theme's file replaces the default file of the same name. A name without a counterpart is nearly always a slip, and your change would not show.
J805 = the theme's settings cannot be read here
    .help = Compare it with the default theme.yaml: keys must be known and values of the same form.
    .why = theme.yaml holds the theme's settings, such as colours. Unknown keys or values cannot be used. Correct them, or delete the line so that the default value is used.

## J9: the program and the computer

J901 = { $path } cannot be written: { reason-word }
    .help = { $what ->
        [file] { $done ->
            [one] { $done } file was written; this one and those after it are as they were. Remove the cause, then run again: what was written is not changed twice.
            [other] { $done } files were written; this one and those after it are as they were. Remove the cause, then run again: what was written is not changed twice.
           *[none] That file is as it was. Remove the cause, then run again.
        }
       *[site] The old site is whole. Remove the cause, then run again.
    }
    .why = The program makes what is new beside the old and changes them over only when all is done. If writing fails the old is untouched. See whether there is room on the disk and whether you may write there.
J902 =
    { $reason ->
        [random] the system gives no random numbers
       *[other] { $path } cannot be read: { reason-word }
    }
    .help = { $reason ->
        [random] Restart the computer, then run again.
        [changed] Wait until the file is saved, then run again.
       *[other] See whether you may read that file or folder, then run again.
    }
    .why = The program has to read that file and the system refused. Usually a permission is missing, or the file is still in the cloud. Nothing was changed.
J903 = { $path } is not an output folder of this program
    .help = Choose a folder that is empty or not there yet.
    .why = The output folder is replaced as a whole every time. So that none of your files is lost, the program writes only into a folder that it made itself, or an empty one.
J904 = the output folder holds a file that this program did not make: { $path }
    .help = Move that file. What is to be published belongs in content/.
    .why = The output folder is replaced as a whole, so that other files in it would be lost. The program stops before that. Everything that is published comes from content/ or themes/.
J905 = { $path } is in use by another jhur
    .help = Wait until it is done, then run again.
    .why = Two builds into one folder would spoil each other. Therefore the second stops. If the first was cut off, its lock opens by itself.
J906 = { $path } is in the way of the site
    .help = Move or rename it, then run again.
    .why = In the place of the output folder there is something that is no plain folder, such as a file or a link. The program does not delete it for you.
J907 = there is no site in { $path }
    .help = Run this in the folder that holds content/, or name that folder. `jhur init` makes a new site.
    .why = The program looks for the folder content/ where it is run. Usually you are one level too deep or too high.
J908 = { $path } is there already
    .help = Choose another name, or delete the old one first.
    .why = The program never overwrites a file that you wrote. If you want to start again, move the old one away.
J909 = `{ $found }` cannot be used for { $what }
    .help = `jhur help` shows how it is used.
    .why = What stands after the command cannot be read. Dates are written year-month-day; `jhur help` shows the other choices.
J910 = there is no rule with the code `{ $found }`
    .help =
        { $near ->
            [none] A code is J and three digits, such as J301; it stands in brackets in every message.
           *[other] Did you mean { $near }?
        }
    .why = Every message carries the code of its rule, and `jhur explain CODE` explains it with an example. A code never changes its meaning.
J911 =
    { $case ->
        [unnamed] the key in { $path } cannot be used: site.yaml names no `signing_key`
        [unreadable] { $path } is no secret minisign key
        [password] the password of the key { $path } is wrong
        [public] `signing_key` in site.yaml is no public minisign key
       *[other] the key in { $path } does not belong to the `signing_key` in site.yaml
    }
    .help =
        { $case ->
            [unnamed] Add to site.yaml: signing_key: …, from the second line of the file minisign.pub
            [unreadable] Make a key with: minisign -G
            [password] Put the password in JHUR_KEY_PASSWORD.
            [public] Copy the second line of the file minisign.pub; it starts with RW.
           *[other] Use the secret key that belongs to it.
        }
    .why = The old site is unchanged. The manifest is signed so that readers know who published it; the secret key is never in content/.
J912 =
    { $case ->
        [taken] port { $port } is in use by another program
        [denied] the system does not let port { $port } be used
       *[other] port { $port } cannot be used
    }
    .help = Choose another number, such as: jhur serve --port { $near }
    .why = `jhur serve` shows the site at an address of this computer that ends in a number, the port. Each port can be used by one program at a time; often another `jhur serve` still runs in another window. Any number from 1024 to 65535 will do.
J913 =
    { $case ->
        [empty] { $path } is empty
        [too-large] { $path } is too large
        [password] { $path } is locked with a password
        [old] { $path } is in the old format of Excel (.xls)
        [damaged] { $path } is damaged or cut off
        [encoding] the letters in { $path } were not saved as UTF-8
        [no-sheet] no sheet in { $path } is known
       *[foreign] { $path } is no spreadsheet that can be read
    }
    .help =
        { $case ->
            [empty] Save it again from the spreadsheet program.
            [too-large] Delete sheets, pictures and rows that are not needed, and save it again.
            [password] Save a copy without a password.
            [old] Save it as .xlsx or .ods.
            [damaged] Ask for the original again, or open it and save it as .xlsx.
            [encoding] Save it as "CSV UTF-8", or as .xlsx.
            [no-sheet] Start from the sheets that `jhur export data.xlsx` makes; keep their names and headings.
           *[foreign] What can be read: .xlsx, .ods and .csv. Save it as one of them.
        }
    .why = Spreadsheets are read as they are, without Excel. A file that is locked, damaged, in another format or unreasonably large is refused, and nothing is written.
J914 = { $day } { day-origin } is { $days } days after the newest thing known here, { $newest }
    .help = { $origin ->
        [as-of] Look at the date behind --as-of. If it is right, run again with --yes
        [epoch] Remove the variable SOURCE_DATE_EPOCH from the environment or, if that day is right, run again with --yes
       *[clock] Look at this computer's date: the clock may be wrong. If the date is right, run again with --yes
    }
    .why = A day more than 60 days after the last release, the newest date in the records and the newest file in content/ is mostly that of a wrong clock. A release with a wrong day cannot be taken back, and its site calls deadlines passed that are not.
J915 = as of { $day } { day-origin } there is no stop yet; the first became known on { $first }
    .help = { $origin ->
        [as-of] Choose { $first } or a later day.
        [epoch] Remove the variable SOURCE_DATE_EPOCH from the environment, then run again.
       *[clock] Look at this computer's date; when it is right, run again.
    }
    .why = The site as of that day is empty, and would take the place of one that is not. Nearly always the clock is wrong, or SOURCE_DATE_EPOCH is left over from building another program.
J916 =
    { $reason ->
        [status] { $from } answers with the status { $status }
        [no-host] there is no host of the name in { $from }
        [timeout] { $from } did not answer in time
        [tls] the connection to { $from } is not secure
        [large] { $from } is larger than 100 million bytes
        [address] { $from } is no address
        [file] { $from } cannot be read
       *[connection] { $from } cannot be reached
    }
    .help = { $reason ->
        [no-host] Look at the address and at your connection, then run again.
        [address] Give it as in the browser, such as https://example.org/6/
        [file] See whether you may read it, then run again.
       *[other] Open the address in a browser. If it opens there, run again later.
    }
    .why = Nothing was compared and nothing was changed. That a site cannot be reached says nothing about its log.
