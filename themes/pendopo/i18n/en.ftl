# The site's words in English. The same keys, in the same order, are in id.ftl.

## The frame
site-description = What people in Jember asked for at J-HUR, what officials answered and promised, and what came of it.
skip = Skip to content
home = Home
language-id = Bahasa Indonesia
language-en = English
nav-label = Main menu
nav-about = About this site
nav-commitments = Commitments
nav-districts = Kecamatan
nav-offices = Offices
nav-topics = Topics
nav-news = Follow-ups
nav-search = Search
crumbs-label = Where this page is
parts-label = Parts of the list
parts-shown = { $first }–{ $last } of { $all }
part-of = { $title }, part { $part }
drafts-shown = Preview: this shows drafts that are not published.
draft = (draft)
as-of = As of { $day }: what became known later is not included.
cite-heading = Cite this page
cite = { $publisher }, “{ $title }”, { $site }, as of { $day }, { $url }
report-heading = Report an error
report = Is something wrong or missing? Tell us, and name the address of this page.
report-page = Report page
report-nobody = This site is a draft; there is no address for reports yet.
licence = Text: { $publisher }, { $licence }.

## Titles
home-title = What was promised, what happened
title-districts = Kecamatan (districts)
title-offices = Offices and officials who answered
title-topics = Topics
title-news = Follow-ups
title-corrections = Corrections
title-data = Data
title-search = Search
title-404 = No such page

## Home
home-heading = What was promised, what happened
home-what = J-HUR (Jember Hadir untuk Rakyat): the regent and heads of agency came to a kecamatan (district), listened to citizens and answered on the spot. This site records the requests, the answers, the promises and what came of them.
home-totals = { $stops ->
    [one] One stop
   *[other] { $stops } stops
 } with { $aspirations ->
    [one] one aspiration
   *[other] { $aspirations } aspirations
 } recorded: { $answered } answered, { $unanswered } without an answer that could be read. There { $commitments ->
    [one] is one commitment
   *[other] are { $commitments } commitments
 }.
home-overdue = { $count } of { $all } commitments { $count ->
    [one] is
   *[other] are
 } past the deadline.
home-quiet = For { $count } of { $all } there has been no news for 180 days or more.
home-checked = Someone last looked for news on { $day }.
stops-heading = Stops
no-stops = No stop has been recorded yet.
map-heading = Map of the kecamatan
map-visited = { $count } of { $all } kecamatan have a recorded stop (filled squares).
map-tile = { $stops ->
    [one] one stop
   *[other] { $stops } stops
 }, { $commitments ->
    [one] one commitment
   *[other] { $commitments } commitments
 }
map-how = Each square is one kecamatan, roughly where it lies: north is up.
moved-heading = Latest news
no-news = There is no news yet.
all-news = All news and checks ({ $count })
late-heading = Longest past the deadline
all-late = All that are past the deadline ({ $count })
nothing-late = No commitment with a date is past its deadline.
count-aspirations = { $count ->
    [one] one aspiration
   *[other] { $count } aspirations
 }
count-commitments = { $count ->
    [one] one commitment
   *[other] { $count } commitments
 }
count-unanswered = { $count } unanswered

## A stop
stop-name = J-HUR no. { $number }: { $district }
stop-description = J-HUR no. { $number } in Kecamatan { $district }, { $day }: { $aspirations } aspirations, { $commitments } commitments, and what came of them.
number-inferred = The editors inferred the number of this stop; no source states it.
stop-totals = { $aspirations ->
    [one] One aspiration
   *[other] { $aspirations } aspirations
 } recorded: { $answered } answered, { $unanswered } without an answer that could be read. { $commitments ->
    [one] One commitment
   *[other] { $commitments } commitments
 }.
stop-heard = The minutes count { $heard } aspirations; { $recorded } of them are recorded here.
stop-rests = This page rests on { $sources ->
    [one] one source
   *[other] { $sources } sources
 }; { $partial } could be read only in part, { $archived } { $archived ->
    [one] has
   *[other] have
 } an archived copy.
aspirations-heading = Aspirations
no-aspirations = No aspiration has been recorded.
announcements-heading = Announcements
announcements-are = What officials said, promised or gave unasked, or to everyone.
services-heading = Services on the spot
stop-news-heading = News about this stop
notes-heading = Editors' notes
sources-heading = Sources
neighbours-label = The stops before and after

## Aspirations, announcements, answers
kind-aspiration = Aspiration
kind-announcement = Announcement
kind-stop = Stop
kind-page = Page
asked-heading = What was asked
asker-unknown = Who asked is not stated
village = { $kind ->
    [kelurahan] Kelurahan
   *[desa] Desa
 } { $name }
setting-media = Said to a reporter, not in the forum.
setting-elsewhere = Said elsewhere, not in the forum.
reported-by = According to
answers-heading = Answers
said-heading = What was said
answered-by = Answered by
speaker-unknown = The official is not named
at-the-time = (at the time)
referred-to = Referred to:
unanswered = Not answered
unanswered-partial = No answer in what could be read of the sources
unanswered-long = No answer has been recorded.
unanswered-partial-long = There is no answer in what could be read of the sources. It may be in the part that could not be read.
withheld = Counted, not published
withheld-why = Text, name and answers are not published:
no-commitment = This answer holds no commitment.
answer-promised = Promised
answer-done = Settled on the spot
answer-to-study = To be studied
answer-referred = Referred
answer-advised = Advised
answer-explained = Explained
answer-limited = Limited
answer-declined = Declined
again-heading = Asked elsewhere too
again-earlier = earlier, at
again-later = later, at
entry-news-heading = News since

## Commitments
commitment-label = Commitment:
status-label = Status
due-heading = Deadline
due-label = Deadline:
budget-heading = Budget
conditions-heading = Conditions
checked-heading = Last looked for
first-due = First deadline:
quoted = “{ $text }”
read-as = read by the editors as
no-day = these words name no date
recorded-means = By the stop's own record; there is no direct news since.
whose-word = As of { $day }, according to
promised-here = said at J-HUR
no-news-yet = No news has been recorded yet.
quiet = { $days ->
    [one] one day
   *[other] { $days } days
 } without news
checked = Someone last looked for news on { $day }; none was found.
replaced-by = Replaced by
replaces = Replaces
decided-by = Decided by

## Status, groups, time (records.md)
status-recorded = Recorded
status-planned = Planned or budgeted
status-in-progress = Under way
status-stalled = Stalled
status-partly-done = Partly delivered
status-done-reported = Reported done
status-done-verified = Verified done
status-superseded = Replaced by another commitment
status-dropped = Not pursued
status-not-assessable = Not assessable
group-not-started = Not started
group-under-way = Under way
group-done = Done
group-not-pursued = Not pursued
time-on-time = On time
time-due-soon = Due soon
time-overdue = Past the deadline
time-done-late = Done late
time-no-deadline = No deadline with a date
time-waiting = Waiting for a condition
time-quiet = No news for 180 days
time-days-due-soon = { $days ->
    [0] due today
    [one] due tomorrow
   *[other] due in { $days } days
 }
time-days-overdue = { $days ->
    [one] one day
   *[other] { $days } days
 } late
time-days-done-late = done { $days ->
    [one] one day
   *[other] { $days } days
 } late

## Follow-ups
news-intro = All news, newest first. Related news is on the same subject but not about the commitment itself; it moves no status.
news-related = Related news, not about this very matter
news-check = Check: looked for, not found
check-means = Not found does not mean not kept.
new-due = New deadline:
disputed = Disputed:
note = Note:

## Sources
source-label = { $count ->
    [one] Source:
   *[other] Sources:
 }
no-source = No source is named.
undated = undated
untitled = title not seen
partial = Only part of it could be read.
archived = Archived copy
source-press = Press
source-office = The office's own statement
source-document = Document
source-citizen = Citizen's report
source-inspectorate = Inspectorate or auditor

## Lists of commitments
commitments-title = All commitments
commitments-of = Commitments: { $list }
commitments-count = { $count } of { $all } commitments.
filters-label = Filter
filter-all = All
filter-status = By status
list-empty = There is nothing in it.

## Kecamatan, offices, topics
district-title = Kecamatan { $name }
district-code = Home Ministry area code { $code }
district-no-stop = No J-HUR stop has been recorded in this kecamatan yet.
villages-heading = Villages
office-site = Official site
office-means = The office's name is today's; the official's post is that at the time of the answer.
topic-parent = Part of
topic-children = Divided into:
scorecard-heading = Figures
scorecard-caption = How many, and of how many
card-rows-district = What was asked and said here
card-rows-office = What this office answered
card-rows-topic = What was asked and said about it
groups-intro-districts = { $with } of { $all } kecamatan have a recorded J-HUR stop.
groups-intro-offices = { $with } of { $all } offices and officials are recorded as answering.
groups-intro-topics = { $with } of { $all } topics have records. A topic's figures include the topics below it.
groups-without-districts = No recorded stop yet
groups-without-offices = No recorded answer yet
groups-without-topics = No records yet
group-name-districts = Kecamatan
group-name-offices = Office or official
group-name-topics = Topic
figure-aspirations = Aspirations
figure-answered = Answered
figure-unanswered = Unanswered
figure-withheld = Not published
figure-announcements = Announcements
figure-commitments = Commitments
of = { $count } of { $all }

## Search, filter, sort
search-label = Search aspirations, answers, commitments
search-button = Search
search-hint = For example: road, fertiliser, clinic. Other forms of a word are found too.
search-by-status = Status
search-by-kecamatan = Kecamatan
search-by-opd = Office
search-by-topik = Topic
search-by-perhentian = Stop
search-by-jenis = Kind
search-found = Results: { $count }
search-none = No results. Try another word, or the A–Z index below.
search-wait = Searching …
search-more = Show more
search-file = This site was opened from a file. Search needs a server; the A–Z index below works.
search-failed = The search could not be loaded. The A–Z index below works.
search-noscript = Search needs JavaScript. Without it, use the index and the lists below.
index-heading = Index A–Z
index-what = All aspirations and announcements by the first letter of their titles.
letters-label = Letters
letter-title = Titles starting with { $letter }
lists-heading = Lists
tools = Filter and sort on this page
tools-filter = Contains
tools-sort = Sort
tools-none = as before
tools-stop = by stop
tools-due = by deadline
tools-late = longest overdue first
tools-shown = { $shown } of { $all } rows shown.

## Corrections, data, 404
corrections-intro = What was once wrong here, and what is right.
no-corrections = There has been no correction yet.
data-intro = Every figure on this site can be counted again from these files. Licence: { $licence }.
download-entries = Aspirations and announcements
download-commitments = Commitments with status and deadline
download-news = Follow-ups
dictionary-heading = Data dictionary
dictionary-intro = The fields of the records, as they are written in their files.
dictionary-field = Field
dictionary-meaning = Meaning
lost = There is no page at this address. Perhaps a letter was mistyped.
lost-home = To the first page
