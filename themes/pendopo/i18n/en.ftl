# The site's words in English. The same keys, in the same order, are in id.ftl.
# One word for one thing: stop, aspiration, answer, commitment, news, kecamatan, office, topic, announcement, source,
# correction. The words of statuses, kinds of answer and deadlines are those of the method page.

## The frame
site-description = What people in Jember raised around J-HUR, what officials answered and promised, and what came of it.
skip = Skip to content
home = Home
languages-label = Languages
language-id = Bahasa Indonesia
language-en = English
nav-label = Main menu
nav-about = About this site
nav-commitments = Commitments
nav-districts = Kecamatan
nav-offices = Offices
nav-topics = Topics
nav-news = News
nav-search = Search
crumbs-label = Where this page is
parts-label = Parts of the list
parts-shown = { $first }–{ $last } of { $all }
parts-previous = Previous
parts-next = Next
part-of = { $title }, part { $part }
drafts-shown = Preview: this page shows drafts that are not published.
draft = (draft)
recorded = recorded on { $day }
recorded-together = Older news on this page was recorded only on { $day }.
standing-independent = Not an official site of the Jember government; compiled from press reports.
standing-official = Official site; each status is by the word of the source named.
as-of-short = As of { $day }.
as-of = As of { $day }: what became known later is left out.
as-of-home = What became known after this site was last built is left out; the day is at
status-follows = A status follows the latest direct news that has a source.
recorded-until = Holds what was recorded up to { $day }.
page-address = Address of this page: { $url }
cite-heading = Cite this page
cite-plain = { $publisher }, “{ $title }”, { $site }, recorded { $day }, { $url }
cite-plain-undated = { $publisher }, “{ $title }”, { $site }, { $url }
cite-apa = { $publisher }. ({ $day }). { $title }. { $site }. { $url }
cite-apa-undated = { $publisher }. (n.d.). { $title }. { $site }. { $url }
cite-chicago = { $publisher }. “{ $title }.” { $site }. { $day }. { $url }.
cite-chicago-undated = { $publisher }. “{ $title }.” { $site }. { $url }.
cite-form-plain = Sentence
cite-form-apa = APA
cite-form-chicago = Chicago
cite-more = Other forms (APA, BibTeX, Wikipedia, …), and a block for other sites
beside-heading = This page as data
beside-feed = Subscribe to news (RSS)
beside-json-feed = Subscribe to news (JSON Feed)
beside-whole-feed = Subscribe to news of the whole site (RSS)
beside-whole-json-feed = Subscribe to news of the whole site (JSON Feed)
beside-calendar = Calendar of deadlines (iCalendar)
report-heading = Report an error
report = Is something wrong or missing? Tell us. The message already holds the address of this page.
report-subject = Correction
report-page = Report page
report-nobody = This site is a draft and has no address for reports yet.
licence = Text: { $publisher }, { $licence }.

## Titles
title-districts = Kecamatan (districts)
title-offices = Offices and officials who answered
title-topics = Topics
title-stops = All stops
title-news = News
title-corrections = Corrections
title-data = Data
title-dictionary = Data dictionary
title-format = Format of the records
title-accessibility = Accessibility
title-search = Search
title-404 = No such page

## Home
home-heading = What was promised, what is known
home-what = At J-HUR (Jember Hadir untuk Rakyat), the regent and the heads of offices came to a kecamatan (district), listened to people and answered. Here is what was raised, what was promised, and what has been reported since.
home-totals = { $stops ->
    [one] One stop
   *[other] { $stops } stops
 } with { $aspirations ->
    [one] one aspiration
   *[other] { $aspirations } aspirations
 } recorded:
home-commitments = { $count ->
    [one] One commitment, and what is known of it:
   *[other] { $count } commitments, and what is known of them:
 }
home-no-direct-news = Direct news is news that its source links to the very promise. That there is none does not mean that nothing was done.
home-looked-for = News of { $count } of { $all ->
    [one] one commitment
   *[other] { $all } commitments
 } was looked for, last { $days }.
home-on-day = on { $day }
home-between = between { $first } and { $last }
home-never-looked-for = For { $count } of { $all ->
    [one] one commitment
   *[other] { $all } commitments
 } no search for news is recorded
map-heading = Where J-HUR went
map-visited = { $count } of { $all } kecamatan have a recorded stop.
map-numbers = The numbers on the map are the numbers of the stops.
map-counts = The numbers on the map are how many stops there were.
map-number = no. { $number }
map-count = { $number }×
all-districts = { $count ->
    [one] The one kecamatan
   *[other] All { $count } kecamatan
 }
moved-heading = Latest news
no-news = There is no news yet.
all-news = All news, and searches that found none ({ $count })
passed-heading = Deadline passed, no news of whether the promise was kept
passed-means = That does not mean that it was not kept: no direct news is recorded since the deadline that says whether it was done.
stops-heading = Stops
no-stops = No stop has been recorded yet.
all-stops = All stops ({ $count })
count-aspirations = { $count ->
    [one] one aspiration
   *[other] { $count } aspirations
 }
count-commitments = { $count ->
    [one] one commitment
   *[other] { $count } commitments
 }

## A stop
stop-name = J-HUR no. { $number }: { $district }
stop-number = J-HUR no. { $number }
stop-description = J-HUR no. { $number } in Kecamatan { $district }, { $day }: { $aspirations ->
    [one] one aspiration
   *[other] { $aspirations } aspirations
 }, { $commitments ->
    [one] one commitment
   *[other] { $commitments } commitments
 }, and what came of it.
stop-number-inferred = number inferred
number-inferred = The number of this stop is inferred by the editors; no source states it.
stop-totals = { $aspirations ->
    [one] One aspiration
   *[other] { $aspirations } aspirations
 } and { $commitments ->
    [one] one commitment
   *[other] { $commitments } commitments
 } recorded.
stop-heard = The minutes count { $heard } aspirations; { $recorded } of { $heard } are recorded here.
stop-rests = This page cites { $sources ->
    [one] one source
   *[other] { $sources } sources
 }; { $partial } could be read only in part.
aspirations-heading = Aspirations
no-aspirations = No aspiration has been recorded.
announcements-heading = Announcements
announcements-are = What officials said, promised or gave unasked, or to everybody.
services-heading = Services on the spot
stop-news-heading = News about this stop
photo-by = Photo:
sources-heading = Sources
neighbours-label = The stops before and after
stops-are = A stop is one visit of J-HUR to one kecamatan (district). The newest comes first.

## Notice for the village hall
notice-title = Printable notice: { $name }
notice-description = One or two sheets of A4 for the notice board of the village hall, with a QR code that leads to the whole page.
notice-link = Printable notice (A4)
notice-back = Back to the whole page
notice-how = Print this page from your browser: one or two sheets of A4.
notice-code = QR code with the address { $url }
notice-more = { $count ->
    [one] There is { $count } more aspiration or announcement
   *[other] There are { $count } more aspirations and announcements
 } at the address below.
notice-whole = All of it, with its sources:
notice-report = Is something wrong? Write to

## Aspirations, announcements, answers
kind-aspiration = Aspiration
kind-announcement = Announcement
kind-stop = Stop
kind-page = Page
asked-heading = What was raised
asker-unknown = Who asked is not stated
village = { $kind ->
    [kelurahan] Kelurahan
   *[desa] Desa
 } { $name }
setting-media = Told to reporters.
setting-elsewhere = Outside the forum, or not clear whether in the forum.
reported-by = Retold by:
according-to = According to { $by },
answers-heading = Answers
answers-label = Answered:
said-heading = What was said
answered-by = Answered by:
said-by = Said by:
speaker-unknown = The official is not named
at-the-time = (at the time)
office-page = All its answers
referred-to = Referred to:
answered-with = Answered:
said-with = Kind:
unreported-text = An answer on the spot is mentioned; the contents are not given.
outcome-promised = Answered with a promise
outcome-answered = Answered without a promise
outcome-unreported = An answer on the spot is mentioned; contents not given
outcome-not-found = No answer in what could be read
outcome-unanswered = No answer recorded
outcome-told-to-reporters = Told to reporters; no answer recorded
outcome-withheld = Withheld
means-outcome-not-found = There is no answer in what could be read of the sources. It may stand in a part that could not be read.
means-outcome-unanswered = No answer is recorded. That does not mean that officials did not answer.
means-outcome-told-to-reporters = Told to reporters. No answer is recorded.
withheld-why = Text, name and answers are not published:
no-commitment = no promise was made
answer-promised = a promise
answer-done = done on the spot
answer-to-study = to be studied
answer-referred = referred
answer-advised = advice
answer-explained = explanation
answer-conditional = on a condition
answer-limited = not possible for now (budget, quota, authority)
answer-declined = declined
answer-unreported = contents not given
again-heading = Also raised
again-earlier = earlier, at
again-later = later, at
entry-news-heading = News since

## Commitments
commitment-label = Commitment
status-label = Status
due-heading = Deadline
due-label = Deadline:
no-due = no deadline
first-due = First deadline
read-as = read by the editors as:
until-end = { $term }, to { $day }
no-day = no date
budget-heading = Budget
conditions-heading = Conditions
looked-for-heading = Search for news
looked-for = news looked for on { $day }, none found
never-looked-for = no search for news recorded
news-looked-for = News was last looked for on { $day }: none found.
news-related-only = related news only
whose-word = Since { $day }, according to
promised-here = recorded for this stop
no-news-yet = No news has been recorded yet.
quiet = no direct news since { $day }
replaced-by = Replaced by
replaces = Replaces
reopens = Open again: what was on record as done is not.
decided-by = Decided by

## Status, groups, deadlines
status-no-direct-news = No direct news
status-without-status = Direct news, no status given
status-planned = Planned or budgeted
status-in-progress = Under way
status-stalled = Stalled
status-partly-done = Partly delivered
status-done-reported = Reported done
status-done-verified = Verified done
status-superseded = Superseded
status-dropped = Not pursued
status-not-assessable = Not assessable
group-no-direct-news = No direct news
group-without-status = Direct news, no status given
group-under-way = Under way
group-done = Done
group-not-pursued = Not pursued
group-not-assessable = Not assessable
deadline-ahead = Due { $day }
deadline-passed-unknown = Deadline passed ({ $day }); no news of whether it was kept
deadline-late = Late since { $day }
deadline-done-in-time = Done { $done }, within the deadline ({ $day })
deadline-done-late = Done { $done }, after the deadline ({ $day })
deadline-reading = as the editors read it
deadline-state-ahead = Deadline ahead
deadline-state-passed-unknown = Deadline passed, no news of whether it was kept
deadline-state-late = Late
deadline-state-done-in-time = Done within the deadline
deadline-state-done-late = Done after the deadline
deadline-state-no-date = No deadline with a date
deadline-state-closed = Not pursued; the deadline no longer holds
list-ahead = Deadline ahead
list-due-soon = Due soon
list-passed-looked-for = Deadline passed, news looked for since and not found
list-passed-not-looked-for = Deadline passed, no search recorded since
list-late = Late
list-done-in-time = Done within the deadline
list-done-late = Done after the deadline
list-no-date = No deadline with a date
list-waiting = Depends on a condition or a budget
waiting = on a condition or a budget
list-related-news-only = Related news only
list-never-looked-for = No search recorded
list-quiet = 180 days without direct news

## News
news-intro = All news about commitments, aspirations and stops, newest first. Related news never moves a status.
news-related-commitment = Related news; not linked to this promise in what could be read
news-related-it = Related news; not linked to this matter in what could be read
news-check = Looked for, not found. That does not mean not kept.
new-due = New deadline:
disputed = Disputed:
note = Note:
notes = Editors' notes

## Sources
source-label = { $count ->
    [one] Source:
   *[other] Sources:
 }
no-source = No source is named.
undated = undated
untitled = title not seen
partial = Only part of it could be read.
partial-short = read in part
archived = archive
archived-copy = Archived copy
source-press = Press
source-office = The office's own statement
source-document = Document
source-citizen = Citizen's report
source-inspectorate = Inspectorate or auditor

## Lists of commitments
commitments-title = All commitments
commitments-of = Commitments: { $list }
commitments-are = A commitment: a promise, a plan, an attempt, a study or an order named in one answer or announcement.
lists-overlap = A commitment may be in several lists.
commitments-count = { $count } of { $all ->
    [one] one commitment
   *[other] { $all } commitments
 }
filters-label = Choose a list
filter-all = All
filter-group = By group
filter-deadline = By deadline
filter-news = By news
filter-status = By status
filter-office = By office or official
filter-district = By kecamatan of the visit
filter-topic = By topic
filter-beside = Besides
list-empty = This list is empty.
means-office = What was promised by
means-district = What was promised in Kecamatan
means-topic = What was promised about the topic
means-group-no-direct-news = No direct news has been recorded since the promise. That does not mean that nothing was done, nor that something was.
means-group-without-status = There is direct news, but it does not say how far things are.
means-group-under-way = According to sources it is planned, under way, stalled, or partly delivered.
means-group-done = Done according to the sources: the office itself, or verified by a source that is not the office.
means-group-not-pursued = It was decided not to pursue them, or to put another commitment in their place.
means-group-not-assessable = A word or a measure is missing, so it cannot be assessed yet.
means-status-no-direct-news = No direct news has been recorded since the promise. That does not mean that nothing was done, nor that something was.
means-status-without-status = There is direct news, but it does not say how far things are.
means-status-planned = According to a source it is in a plan or a budget.
means-status-in-progress = According to a source it is under way.
means-status-stalled = Something is in the way; the news says what.
means-status-partly-done = Some of it is done and some is not; the news says which.
means-status-done-reported = The office says that it is done; no other source does yet.
means-status-done-verified = Done according to a source that is not the office.
means-status-superseded = It was decided that another commitment takes its place; that one is named.
means-status-dropped = It was decided not to pursue it; who decided, and why, is named.
means-status-not-assessable = A word or a measure is missing, so it cannot be assessed yet.
means-list-ahead = The last day of the deadline has not passed. The nearest comes first.
means-list-due-soon = The deadline ends within 30 days.
means-list-passed-looked-for = The deadline has passed, and no news since says whether it was done, although it was looked for. That does not mean that it was not kept.
means-list-passed-not-looked-for = The deadline has passed, and no news since says whether it was done. Nobody is recorded to have looked for news since.
means-list-late = Direct news since the deadline says that it had not been done.
means-list-done-in-time = According to sources it was done on or before the last day of the deadline.
means-list-done-late = According to sources it was done after the last day of the deadline.
means-list-no-date = No deadline is recorded (a time that is only hoped for is not counted), or only a word such as “soon”, without a date.
means-list-waiting = It depends on a condition or a budget that the answer names; there is no news that it has begun.
means-list-related-news-only = There is news of the same subject, but not linked to this promise in what could be read.
means-list-never-looked-for = Nobody is recorded to have looked for news of this promise in particular. That there is none therefore means nothing.
means-list-quiet = No direct news is recorded for 180 days or more. The longest comes first.

## Kecamatan, offices, topics
district-title = Kecamatan { $name }
district-code = Home Ministry area code { $code }
district-no-stop = No stop of J-HUR has been recorded in this kecamatan yet.
villages-heading = Villages
villages-counted = Aspirations are counted by the village of whoever raised them, as their source names it; not every source names its district.
office-short = Short name on this site
office-site = Official site
office-means = The name of the office is that of this site’s list; posts are those held at the time.
office-no-answer = No answer or announcement by this office has been recorded yet.
topic-parent = Part of
topic-children = In more detail:
topic-empty = There are no records on this topic yet.
description-district = J-HUR in Kecamatan { $name }: { $aspirations ->
    [one] one aspiration
   *[other] { $aspirations } aspirations
 }, { $commitments ->
    [one] one commitment
   *[other] { $commitments } commitments
 }, and what came of it.
description-office = What { $name } answered and promised around J-HUR: { $commitments ->
    [one] one commitment
   *[other] { $commitments } commitments
 }, and what came of it.
description-topic = What was raised and promised on { $name } around J-HUR: { $aspirations ->
    [one] one aspiration
   *[other] { $aspirations } aspirations
 }, { $commitments ->
    [one] one commitment
   *[other] { $commitments } commitments
 }.
scorecard-heading = Figures
scorecard-caption = Counts, and out of how many
card-commitments = List of its commitments ({ $count })
card-rows-district = What was asked and said here
card-rows-office = What was answered and said
card-rows-topic = What was asked and said
groups-intro-districts = { $with } of { $all } kecamatan have a recorded stop of J-HUR.
groups-intro-offices = The offices (OPD) are the regency government's offices and agencies. { $with } of { $all } offices and officials are recorded as answering or announcing something.
groups-intro-topics = { $with } of { $all } topics have records. A topic's figures include the topics below it.
groups-without-districts = No stop recorded yet
groups-without-offices = No answer or announcement recorded (may never have been asked)
groups-without-topics = No records yet
group-name-districts = Kecamatan
group-name-offices = Office or official
group-name-topics = Topic
figure-aspirations = Aspirations
figure-answered-aspirations = Aspirations answered
figure-withheld = Withheld
figure-announcements = Announcements
figure-commitments = Commitments
figure-looked-for = News looked for: { $count } of { $all }.
figure-deadlines = Commitments by deadline
figure-passed-looked-for = news was looked for since
figure-news = Commitments by news
figure-news-direct = Direct news
figure-news-related = Related news only
figure-news-none = No news
figure-and-looked-for = , looked for
figure-and-never-looked-for = , no search recorded
figure-also = Besides
of = { $count } of { $all }

## Search, filter, sort
search-label = Search aspirations, answers, commitments
search-button = Search
search-hint = For example: road, fertiliser, market.
search-filters = Narrow the results
search-by-jawaban = Answer
search-by-status = Status
search-by-kecamatan = Kecamatan
search-by-opd = Office
search-by-topik = Topic
search-by-kunjungan = Stop
search-by-jenis = Kind
search-found = Results: { $count }
search-none = No results. Try another word, or the A–Z index below.
search-wait = Searching …
search-more = Show more
search-file = This site was opened from a file. Search needs a server; the A–Z index below still works.
search-failed = The search could not be loaded. The A–Z index below still works.
search-noscript = Search needs JavaScript. Without it, use the index and the lists below.
index-heading = A–Z index
index-what = All aspirations and announcements by the first letter of their titles.
letters-label = Letters
title-index = A–Z index
lists-heading = Lists
tools = Filter and sort on this page
tools-filter = Contains
tools-sort = Sort
tools-none = as before
tools-stop = by stop
tools-due = by deadline
tools-shown = { $shown } of { $all } rows shown.

## Corrections, data, 404
corrections-intro = What was once wrong here, and what is right.
no-corrections = There has been no correction yet.
late-entries-heading = Old news recorded late
late-entries-intro = News that moves a status or a deadline and was recorded more than 30 days after it happened.
redactions-heading = Struck out by law
redactions-intro = The line stays in the revision log; what it said does not.
clock-heading = Wrong days of release
clock-row = What was entered on { $wrong } counts as of this day.
data-intro = All records of this site as open data. Every figure on its pages can be counted again from these files.
data-licence = Free to reuse under { $licence }; name { $publisher } as the source.
data-whole = All in one file
data-workbook = Workbook (XLSX) for Excel and LibreOffice: one sheet for each table, one row of headings, the dictionary on the last sheet
data-package = Data package (Frictionless): the CSV tables with types, keys and sources
data-catalogue = Catalogue metadata (DCAT, with the fields of Satu Data Indonesia)
data-geojson = The kecamatan with their figures for maps (GeoJSON)
data-tables = Tables
data-table = Table
data-rows = Rows
data-files = Files
data-how = CSV files are UTF-8 with commas (RFC 4180). A cell that could be read as a formula starts with an apostrophe ('); JSON Lines has the text as it is. For Excel, take the workbook. Columns whose names end in the code of a language hold text in that language, if there is any; text in other languages, such as Javanese, is in JSON Lines. A cell never holds several keys: in CSV and XLSX they have a table of their own, in JSON a list. Several texts in one cell are separated by " | ".
data-each = Beside every page in the first language of this site there is a data.json, and beside every list a data.csv: for example { $example }. Pages that only lead to others (search, prints, quotations) have none. Their shape is described in the JSON Schema; its number (format) only grows when something that was there changes or goes.
data-schema = JSON Schema of the pages
data-dictionary-csv = Data dictionary (CSV, by the data standard of Satu Data Indonesia)
data-see-dictionary = Data dictionary: what each column means
data-see-format = Format of the records: the fields of the files that the office writes
table-kunjungan = Stops
table-aspirasi = Aspirations and announcements
table-aspirasi-topik = Topics of each aspiration and announcement
table-aspirasi-sebelumnya = The same aspiration at earlier stops
table-aspirasi-sumber = Sources of each aspiration and announcement
table-ditahan = Withheld aspirations, with the reasons
table-jawaban = Answers
table-jawaban-jenis = Kinds of each answer
table-jawaban-sumber = Sources of each answer
table-komitmen = Commitments with status and deadline
table-kabar = News
table-kabar-tentang = What each piece of news is about
table-nomor-resmi = Numbers of commitments and news in official systems
table-sumber = Sources
table-foto = Photographs
table-koreksi = Corrections
table-dicabut = Withdrawn records, with the reasons
table-dikutip = Who cites what
table-kecamatan = Kecamatan (districts)
table-desa = Villages
table-opd = Offices and officials
table-topik = Topics
dictionary-intro = The columns of the tables to download. One name means the same in every table.
dictionary-tables = Tables and their columns
dictionary-columns = What the columns mean
dictionary-key = Key of a row: { $columns }
dictionary-refers = { $column } refers to { $table }.{ $other }
dictionary-choices = Values: { $choices }
dictionary-unit = Unit: { $unit }
dictionary-code = Reference code: { $code }
kind-text = text
kind-url = address
kind-words = words by language
kind-integer = whole number
kind-boolean = true or false
kind-date = date (ISO 8601)
kind-list = several values; a table of its own in CSV and XLSX
kind-words-list = several texts by language
format-intro = The fields of the records, as they are written in their files.
dictionary-field = Field
dictionary-meaning = Meaning

## Quotations and feeds
citation-title = Cite: { $title }
citation-intro = How to cite this record and each of its commitments, to copy or to download.
citation-download = Download { $file }
block-heading = A block for other sites
block-intro = Copy the block below to another site. It is plain HTML text with the address of its source; it has no script, tracker or style.
block-copy = Code to copy
block-source = { $publisher }, “{ $title }”, { $stop }, recorded { $day }
block-source-undated = { $publisher }, “{ $title }”, { $stop }
block-status = Status: { $status } (recorded up to { $day })
block-status-undated = Status: { $status }
citation-back = The whole page
cited-by-heading = Cited by
feed-stop = Stop: { $title }
feed-aspiration = Aspiration: { $title }
feed-announcement = Announcement: { $title }
feed-news = News: { $title }
feed-related = Related news: { $title }
feed-status = { $status }: { $title }
feed-check = Looked for, not found: { $title }
feed-correction = Correction: { $title }
feed-revision-text = What changed: { $fields }.
feed-related-note = { $about ->
    [commitment] Related news; not linked to this promise in what could be read, and does not change its status.
   *[other] Related news; not linked to this matter in what could be read.
 }
feed-held = Held on { $day }.
feed-at-stop = { $stop }, { $day }.
feed-happened = Date of the news: { $day }.
feed-looked = Looked for on { $day }, not found. That does not mean not kept.
feed-corrected = Corrected on { $day }.
feed-recorded = Recorded { $day }.
feed-asker = Raised by: { $who }.
feed-said-by = { $who }: { $text }
feed-relayed = Retold by: { $who }.
feed-answered = Answered: { $kinds }
feed-promise = Promise: { $text }
feed-status-by = Status: { $status }, according to { $who }.
feed-reopens = What was recorded as done is open again.
feed-decided = Decided by { $who }.
feed-replaced = Replaced by: { $title }
feed-new-due = New deadline: { $term }.
feed-new-due-reading = New deadline: { $term }, as the editors read “{ $said }”.
feed-new-due-said = New deadline, without a date: “{ $said }”.
feed-disputed = Disputed: { $text }
feed-note = Editors' note: { $text }
feed-about = About: { $title }
feed-source = Source: { $publisher }, { $day }.
feed-source-titled = Source: “{ $title }”, { $publisher }, { $day }.
calendar-name = Deadlines · { $title }
calendar-summary = Deadline: { $title }
calendar-summary-reading = Deadline as the editors read it: { $title }
calendar-state = { $deadline }. Status: { $status }.

## Lost pages
lost = There is no page at this address. Perhaps a letter was mistyped. Try one of these: A list, an office or a topic that holds nothing yet has no page either.
lost-home = Home page

## Accessibility
accessibility-intro = This site is made to be read by anybody, with any device. Its measure is WCAG 2.2, level AA.
accessibility-can = What you can rely on
accessibility-can-script = All records, lists and downloads can be read without JavaScript.
accessibility-can-small = Pages fit a screen 320 pixels wide, and stay readable when letters are made four times as large.
accessibility-can-status = A status is always written as a word and a sign; colour only adds to them.
accessibility-can-keys = Everything can be reached with the keyboard, and you always see where you are.
accessibility-can-speech = Headings, lists, tables and words in other languages are marked for screen readers.
accessibility-can-looks = The site follows your settings: dark mode, contrast colours, text spacing and less motion.
accessibility-can-slow = A page and all that it needs for its looks is designed to have at most 14,600 bytes (compressed), so that it can be read over slow connections too; long lists are cut into parts.
accessibility-can-paper = Every stop and every kecamatan with a stop has a printable A4 notice for the notice board.
accessibility-cannot = Shortcomings that we know of
accessibility-cannot-search = The search field needs JavaScript. The index from A to Z on the same page does not.
accessibility-cannot-map = Areas on the map can be too small for a finger. The same links stand below the map and in the list of kecamatan.
accessibility-cannot-words = Some quotations exist only in their original language.
accessibility-cannot-sources = Sources on other sites are beyond our control.
accessibility-cannot-people = The site has not yet been tried with people who use screen readers, nor been assessed by anyone from outside.
accessibility-tested = How it is tested
accessibility-tests = The theme that comes with jhur is tested by programs at every change: axe-core, HTML_CodeSniffer, Lighthouse and the Nu HTML checker, in the browser Chromium at 360 and 320 pixels, light and dark, without JavaScript, and by keyboard alone. Programs find only part of the problems.
accessibility-write = Is there something you cannot read or use?

## Preview cards (WhatsApp and others). They do not name the day: a card changes only when its records change.
og-locale = en_GB
card-alt = Card: { $title }
card-stop = J-HUR stop
card-district = What was asked and promised here
card-office = What this office answered
card-group = { $name }: { $count }
card-late-of = { $count } of { $all } commitments late, according to news
card-passed-of = { $count } of { $all } past the deadline; no news of whether done
card-asked = Raised by: { $who }
card-asked-retold = Raised, according to { $by }, by: { $who }
card-answer = { $who }: { $text }
card-times = { $count } commitments: { $status }
card-due = due { $term }
card-passed = deadline passed ({ $term })
card-passed-unknown = deadline passed ({ $term }); no news of whether it was done
card-late = late, it was due { $term }
card-done-late = done after its deadline ({ $term })
card-more =
    { $count ->
        [one] and { $count } more commitment
       *[other] and { $count } more commitments
    }
card-no-news = Nothing recorded yet

## Revisions, histories, withdrawals
revision-label = Revision { $number }, recorded on { $day }
revision-changed = This page has changes that are not in the revision log yet.
revision-none = This record is not in the revision log yet: it may still change without trace.
revision-history = History of changes
past-title = Revision { $revision }: { $title }
past-is = This is revision { $number } of the record { $record }, as it was recorded on { $day }. It is not changed any more, unless a law has it struck out.
past-newest = It is the newest revision.
past-since = It was changed since:
past-what = what changed in revision { $number }
past-now = See the current version
past-withdrawn = The record was withdrawn later.
seal = Seal:
redacted-on = What this revision said was struck out on { $day }.
redacted-basis = Rule of law:
redacted-reason = Reason:
site-record = Settings and look of the site
history-title = History: { $title }
history-intro = Every revision of the record { $record }, the newest first. Words <del>removed</del> are struck through, words <ins>added</ins> are underlined.
ins-mark = added:
del-mark = removed:
history-first = Released for the first time.
history-blind = Cannot be compared: one of the two revisions was struck out.
history-earlier = History under its earlier names:
history-changed = There are changes that are not in the revision log yet.
withdrawn-title = Withdrawn: { $record }
withdrawn-is = This { $kind ->
    [stop] stop
    [aspiration] aspiration
    [announcement] announcement
   *[page] page
 } was withdrawn on { $day }. It is not counted on this site any more.
withdrawn-why = Reason:
withdrawn-history = What was published here
commitment-withdrawn = This commitment was withdrawn on { $day }:
moved-title = Moved: { $record }
moved-is = The record { $from } is now called { $to }.
moved-to = Open the address it has now
moved-anchors = Its commitments are now:
commitment-moved = The commitment { $from } is now at
revised-heading = Changes after release
revised-intro = Every change to a record that was released, other than news that was added; the newest first.
revised-row = revision { $number }:
revision-number = revision { $number }
no-revised = No record has been changed since its release.
title-verify = Check for yourself
verify-intro = How to check with common tools, nearly all of it without our program, that what was released is as it was; and what that proves.
verify-proves = What is proved
verify-proves-log = By what can be downloaded here alone: what each revision says fits its line in the revision log. If either was changed, they no longer fit.
verify-proves-kept = Only if somebody kept something from before – you the size and hash of the log, or the seal of a page; a witness the whole log: that what the log had then is still there and was not written anew (with a seal: that one revision). That others saw the same, only if what was kept is compared.
verify-proves-nothing = By nothing at all: that what is written is true, that everything was recorded, and that the days of release are right (they are as the publisher's clock had them). Nor do the commands below compare the words of a page with those of its revision; our program does, jhur verify, with the site's content files. The fixed words of the default theme and the pictures as published are not in the log. The publisher can also make the whole log anew; only those who kept something will see it.
verify-log = The revision log
verify-log-is = Each revision that was released is one line: the number of the line, the day, the record, the number of the revision, and the hash (sha256) of the line that has its words. Our program only adds to this file. The words are in other files, so that the law can have them struck out; that is a line of its own with day, rule of law and reason.
verify-log-now = { $entries } lines now, { $size } bytes, the last of { $day }. The hash (sha256) of the file:
verify-keep = Keep this size and this hash in a place of your own. At any time later, that many bytes from the start must give the same hash. Use the numbers that you kept, not those that this page shows by then:
verify-revision = What one revision says
verify-revision-is = Example: revision { $number } of { $record }. The command must give the hash that stands in its line of log.jsonl:
verify-all = All revisions in that file at once (Linux, with jq; log.jsonl is downloaded). Writes nothing if everything agrees:
verify-seal = The seal on the page of a record and on the notice, here { $seal }, is the first 80 bits of that hash in letters and digits. It stays the same while the revision is the newest. Whoever kept it can look for it later with: jhur verify { $url } --seal { $seal }
verify-files = Every file of the site
verify-files-is = manifest.json gives the sha256 of every file. In a complete copy of the site this command writes nothing if everything agrees:
verify-page = A single page: compare these two lines.
verify-struck = What has to be removed by law is struck out: its line stays, and another line gives the day, the rule of law and the reason. What each revision says has a random number in it that goes with it; so its words cannot be guessed from the hash.
verify-key = The manifest is signed with minisign. Public key:
verify-key-kept = This key is of use only if you kept it from before, or got it from elsewhere: whoever controls the server can change this page too.
verify-unsigned = This manifest is not signed: whoever controls the server can change a page and its line alike.
verify-commands = Commands
witness-heading = Who has seen this log
witness-is = A witness keeps the log that it saw, holds it against later ones, and may sign what it saw. The publisher of this site cannot make that signature. A witness's key is to be confirmed where the witness itself publishes, not here.
witness-none = No statement of a witness is recorded here yet.
witness-saw = saw { $entries } lines on { $day }
witness-statement = its statement
witness-become = To be a witness without any other program. Once, to keep what there is today (Linux, macOS):
witness-again = Every time after, in the same folder. It says “cocok” (it agrees) if what was there is still at its beginning; if not, the new one is saved as berbeda-….jsonl. Keep that and dilihat.jsonl:
witness-jhur = With the program jhur, which also tells what was added, and keeps the evidence if it differs:
witness-sign = To sign what you saw: make a key once, then run the second command. Put your own address in the place of koran.example, and a long password in that of …. The editors of this site can record here the file that it names.
checkpoint-is = The log is signed: data/log/checkpoint says how many lines it has, and the root of the Merkle tree over them (C2SP tlog-checkpoint and tlog-tiles). The key:
checkpoint-page = Whether the revision that a page names is in that signed log:
part-responses = Answer
part-commitments = Commitment
part-follow-ups = News
part-sources = Source
part-photos = Photograph
part-corrections = Correction
part-cited-by = Cited by
field-number = Number
field-number-basis = Basis of the number
field-inferred = inferred by the editors
field-district = Kecamatan
field-date = Date
field-until = Until
field-venue = Venue
field-title = Title
field-summary = Summary
field-withdrawn-date = Withdrawn on
field-withdrawn-reason = Reason for the withdrawal
field-withheld = Not published because
field-from-role = Who asked
field-from-village = Village
field-from-name = Name
field-official-name = Official
field-official-title = Post at the time
field-office = Office
field-answer = Kind of answer
field-to = Referred to
field-about = About
field-status = Status
field-bearing = Bearing
field-related = the same subject, not this very matter
field-check = Looked for, not found
field-text = Text
field-body = Text
field-due = Deadline
field-due-said = Deadline, as spoken
field-due-by = Deadline, as the editors read it
field-by = Decided by
field-budget = Budget
field-conditions = Conditions
field-replaced-by = Replaced by
field-reopens = Open again
field-disputed = Disputed
field-setting = Where it was said
field-reported-by = Retold by
field-topics = Topics
field-again = Also raised at
field-heard = Aspirations according to the minutes
field-services = Services on the spot
field-publisher = Publisher
field-url = Address
field-archived = Archived copy
field-partial = Read in part
field-notes = Editors' notes
field-sources = Sources
field-formerly = Earlier names
field-kind = Kind
field-record = Concerning
field-yes = yes
field-file = File
field-alt = What it shows
field-caption = Caption
field-credit = Photograph by
field-name = Name
field-sha256 = Hash of the file
past-moved = The record was renamed later.
