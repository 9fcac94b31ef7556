### Every kind of record and every field, with an example: for text editors, new files, and the site's data dictionary.

Site = About the site: its name, address, publisher.
Site-format = The number of the record format; always 1.
Site-title = The site's name. Example: J-HUR
Site-base_url = Where the site will stand, from https:// to a slash at the end. Example: https://jhur.jemberkab.go.id/
Site-languages = The site's languages; the first is the main one. Example: [id] or [id, en]
Site-publisher = Who publishes the site. Example: Pemerintah Kabupaten Jember
Site-contact = Where readers report an error; at least one of email, whatsapp, page.
Site-licence = The licence of the site's texts, as an SPDX identifier. Example: CC-BY-4.0
Site-time_zone = The time zone that decides what "today" is: WIB, WITA or WIT. Without it: WIB.
Site-theme = The theme. Without it: pendopo.
Site-outputs = What is published beside the pages. Without it: everything.
Site-signing_key = The minisign public key with which the signature manifest.json.minisig is checked. Without it: unsigned. Example: RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3

Contact = Where readers report an error.
Contact-email = An office's e-mail address. Example: humas@jemberkab.example
Contact-whatsapp = An office's WhatsApp number with the country's code, between quotation marks. Example: "+6281200000000"
Contact-page = A page with a form or an address. Example: https://www.jemberkab.go.id/kontak

Outputs = What is published beside the pages; each line true or false.
Outputs-citations = Citations in the formats of reference managers. Example: false
Outputs-cards = Preview pictures for social media. Example: false
Outputs-search = Search. Example: false
Outputs-data = Downloads of the data. Example: false
Outputs-feeds = Feeds and calendars. Example: false
Outputs-twins = A JSON file beside each page. Example: false
Outputs-compress = Compressed copies of the files. Example: false

District = A kecamatan with its villages.
District-key = The kecamatan's key, part of its address (/kecamatan/wuluhan/). Never changed once published. Example: wuluhan
District-name = The kecamatan's name. Example: Wuluhan
District-code = Its code of the Ministry of Home Affairs, between quotation marks. Example: "35.09.11"
District-villages = The villages of this kecamatan.

Village = A village: desa or kelurahan.
Village-key = The village's key, unique within its kecamatan. Example: tanjungrejo
Village-name = The village's name. Example: Tanjungrejo
Village-code = Its code of the Ministry of Home Affairs, between quotation marks. Example: "35.09.11.2006"
Village-kind = desa or kelurahan. Example: desa
VillageKind-desa = A desa (rural village).
VillageKind-kelurahan = A kelurahan (urban ward).

Office = An office (OPD), or someone else who answers, such as the regent.
Office-key = The office's key, part of its address (/opd/dinas-koperasi/). Never changed once published. Example: dinas-koperasi
Office-name = Its official name. Example: Dinas Koperasi dan Usaha Mikro
Office-short = What people call it. Example: Dinkop
Office-url = The office's own site. Example: https://diskopum.jemberkab.go.id/

Topic = A topic of aspirations, responses and announcements.
Topic-key = The topic's key, part of its address (/topik/umkm/). Never changed once published. Example: umkm
Topic-name = The topic's name. Example: UMKM
Topic-parent = The key of the wider topic. Example: umkm, for the topic batik
Topic-description = What it covers, in a sentence. Example: Micro, small and medium-sized businesses.

Stop = One J-HUR stop: the regent and the heads of agency came to a kecamatan.
Stop-number = The stop's number (the 6th): 6. Used only once; it becomes the address /6/.
Stop-number_basis = What the number rests on: stated (a source says so) or inferred (counted by the editor from the order of the visits). Without it: stated.
Stop-district = The kecamatan's key from districts.yaml. Example: wuluhan
Stop-date = The first day, as year-month-day. Example: 2022-03-18
Stop-until = The last day, if there were several. Example: 2022-03-19
Stop-venue = Where it was held. Example: Pendopo Kecamatan Wuluhan
Stop-summary = What happened, in a few sentences. Example: People raised marketing, waste, and road classes.
Stop-heard = How many aspirations the minutes count; the page shows how many of them are recorded. Example: 34
Stop-notes = The editor's notes on what is doubtful or only partly known; they are shown. Example: ["No source mentions a second day."]
Stop-draft = A draft: not published until this line is removed. Example: true
Stop-publish_on = Not published before this day. Example: 2022-03-21
Stop-photos = Photographs from content/media; each needs file and alt.
Stop-sources = The sources of this record: minutes, news, documents. Each has an id, so that aspirations and responses can refer to it.
Stop-corrections = Corrections of what was published: what was wrong and what is right.
Stop-cited_by = Who cites this record: articles, theses, reports.
Stop-aspirations = What citizens asked for, one by one.
Stop-services = What was offered beside the forum. Example: [Civil registration, Vaccination]
Stop-announcements = Announcements: what officials said or promised unasked, or to all.
Stop-withdrawn = If what was published no longer stands: since when and why. Its address stays and gives the reason. Example: {"{"}date: 2022-10-04, reason: Recorded twice{"}"}
Stop-formerly = Names under which it was published before, if its key was changed; the old addresses lead here. Example: [5]
NumberBasis-stated = A source says so.
NumberBasis-inferred = Counted by the editor from the order of the visits.

Citing = Something by others that cites a record.
Citing-title = Its title. Example: J-HUR promises a year later
Citing-publisher = Who published it. Example: Radar Jember
Citing-date = The day it was published; without it: undated. Example: 2023-03-20
Citing-url = Its address. Example: https://contoh.example/artikel

Correction = A correction of a published record.
Correction-date = When it was corrected. Example: 2022-04-01
Correction-text = What was wrong and what is right. Example: "It said 2022; 2023 is right."
Correction-record = The key of the aspiration or announcement it concerns; without it: the stop. Example: studi-banding

Aspiration = One aspiration with its responses.
Aspiration-id = The aspiration's key, part of its address (/6/studi-banding/). Never changed once published. Example: studi-banding
Aspiration-title = A short title, at most 90 characters. Example: A study visit for small business owners
Aspiration-topics = Keys of topics from topics.yaml. Example: [umkm]
Aspiration-from = Who asked: their role, and their village. Example: {"{"}role: Small business owner, village: tanjungrejo{"}"}
Aspiration-text = What was asked for, as close to the words as possible. Example: Asked for a study visit to learn how to market products.
Aspiration-setting = Where it was said: forum, media (to a reporter) or elsewhere. Without it: forum.
Aspiration-reported_by = Who relays it, if the source did not hear it first hand. Example: the regent
Aspiration-sources = Keys of the stop's sources that have it. Example: [notula]
Aspiration-again = The same wish at an earlier stop. Example: [3/pemasaran]
Aspiration-withheld = Why text, person and responses are not published; the aspiration still counts. Example: It concerns a child
Aspiration-responses = What officials answered; there may be several. Without it, the site says that it is unanswered.
Aspiration-notes = The editor's notes on what is doubtful; they are shown. Example: ["The village is inferred by the editor."]
Aspiration-cited_by = Who cites this record: articles, theses, reports.
Aspiration-withdrawn = If what was published no longer stands: since when and why. Its address stays and gives the reason. Example: {"{"}date: 2022-10-04, reason: Recorded twice{"}"}
Aspiration-formerly = Names under which it was published before, if its key was changed; the old addresses lead here. Example: [6/studi-banding-umkm]

Announcement = What officials said or promised unasked, or to all.
Announcement-id = The announcement's key, part of its address (/6/jadwal-pupuk/). Never changed once published. Example: jadwal-pupuk
Announcement-title = A short title, at most 90 characters. Example: When fertiliser is handed out
Announcement-topics = Keys of topics from topics.yaml. Example: [pupuk]
Announcement-setting = Where it was said: forum, media (to a reporter) or elsewhere. Without it: forum.
Announcement-reported_by = Who relays it, if the source did not hear it first hand. Example: the head of the kecamatan
Announcement-sources = Keys of the stop's sources that have it. Example: [berita]
Announcement-responses = What was said, and by whom.
Announcement-notes = The editor's notes on what is doubtful; they are shown. Example: ["Said on the sidelines."]
Announcement-cited_by = Who cites this record: articles, theses, reports.
Announcement-withdrawn = If what was published no longer stands: since when and why. Its address stays and gives the reason. Example: {"{"}date: 2022-10-04, reason: Recorded twice{"}"}
Announcement-formerly = Names under which it was published before, if its key was changed; the old addresses lead here. Example: [6/bantuan-lama]
Setting-forum = In the forum, before the regent and the heads of agency.
Setting-media = To a reporter.
Setting-elsewhere = Somewhere else.

From = Who voiced the aspiration.
From-role = Their role, not their name. Example: Small business owner
From-village = The key of their village in this kecamatan. Example: tanjungrejo
From-name = A citizen's name, only with their consent. Example: Siti
From-consent = The citizen's consent to being named. Example: {"{"}date: 2022-03-18, form: "012"{"}"}

Consent = A citizen's consent to being named.
Consent-date = When it was given. Example: 2022-03-18
Consent-form = The number of the form, between quotation marks; it is not published. Example: "012"

Response = One official's response.
Response-office = The office's key from offices.yaml; left out if the source names none. Example: dinas-koperasi
Response-official = The official who spoke. Example: {"{"}name: Arismaya Parahita, title: Head of the Cooperatives Office{"}"}
Response-answer = What kind of answer it is; there may be several: promised, done, to-study, referred, advised, explained, limited, declined. Example: [limited, promised]
Response-to = To whom it was referred; needed if the answer is referred. Example: the river basin authority
Response-text = What was answered. Example: There is no budget this year; it will be proposed for the next.
Response-sources = Keys of the stop's sources that have it. Example: [notula]
Response-setting = Where it was answered: forum, media (to a reporter) or elsewhere. Without it: forum.
Response-reported_by = Who relays it, if the source did not hear it first hand. Example: the regent
Response-notes = The editor's notes on what is doubtful; they are shown. Example: ["Perhaps said on the sidelines."]
Response-commitments = Commitments: what was promised. Needed if the answer is promised or to-study.
Answer-promised = Promised: it will be done. Needs commitments.
Answer-done = Settled on the spot.
Answer-to-study = It will be studied. Needs commitments.
Answer-referred = Passed on to someone else. Needs to.
Answer-advised = Advice was given.
Answer-explained = It was explained.
Answer-limited = Limited: budget, quota or authority do not reach.
Answer-declined = Declined.

Official = The official who answered, with the post held at the time.
Official-name = The name. Example: Arismaya Parahita
Official-title = The post held at the time. Example: Head of the Cooperatives Office

Commitment = One commitment: what was promised. What came of it is written as a follow-up, not here.
Commitment-id = The commitment's key, part of its address (/6/studi-banding/#usul-p-apbd). Never changed once published. Example: usul-p-apbd
Commitment-text = The promise, in one sentence. Example: Propose a budget for a study visit
Commitment-due = The deadline: a day, month, quarter or year. Example: 2022-12-31, 2022-12, 2022-Q4, 2022; or with the words spoken: {"{"}said: next year, by: 2023{"}"}. Without it: no deadline given.
Commitment-budget = The budget on which it depends. Example: P-APBD
Commitment-conditions = Its conditions. Example: [the business has its papers, it is selected]
Commitment-withdrawn = If what was published no longer stands: since when and why. Its address stays and gives the reason. Example: {"{"}date: 2022-10-04, reason: Recorded twice{"}"}
Commitment-formerly = Names under which it was published before, if its key was changed; the old addresses lead here. Example: [6/studi-banding/usul-lama]

Due = A deadline with the words that were spoken.
Due-said = The words that were spoken. Example: next year, through the P-APBD
Due-by = The deadline as the editor reads it: a day, month, quarter or year. Left out if the words name no time ("soon"). Example: 2023

Source = A source: news, a document, or a statement on which a record rests.
Source-id = The source's key, so that records of the same stop can refer to it; a follow-up's sources need none. Example: notula
Source-title = Its title; left out if it could not be seen. Example: Minutes of J-HUR in Wuluhan
Source-publisher = Who published or said it. Example: News Indonesia
Source-date = The day it was published; left out if undated. Example: 2022-03-18
Source-url = Its address on the internet. Example: https://contoh.id/berita
Source-archived = The address of an archived copy. Example: https://web.archive.org/web/2022/https://contoh.id/berita
Source-kind = Its kind: press, office, document, citizen or inspectorate. Example: press
Source-partial = Only part of it could be read. Example: true
Source-notes = The editor's notes on this source; they are shown. Example: ["The date is from the page's address."]
SourceKind-press = The press: a newspaper, a radio station, a news site.
SourceKind-office = The office that made the promise.
SourceKind-document = A document: a decree, a budget, minutes.
SourceKind-citizen = A citizen's own report.
SourceKind-inspectorate = The inspectorate or the state auditor.

FollowUp = One follow-up: what happened afterwards. News is added; what stands there is not changed.
FollowUp-about = What it follows up, like its address: a commitment; or an aspiration, an announcement or a stop, for news without a status. There may be several. Example: 6/studi-banding/usul-p-apbd
FollowUp-date = When it happened. Example: 2022-10-03
FollowUp-status = Where the commitment stands now; without it: news only. Example: in-progress
FollowUp-bearing = direct (on this very matter) or related (the same subject elsewhere; it never moves a status). Without it: direct.
FollowUp-check = Someone looked and found nothing new; text says where. Example: true
FollowUp-due = A new deadline; text gives the reason. The old deadline stays visible. Example: 2023-03
FollowUp-text = What happened, in a few sentences. Example: Paving of the village road began on 3 October.
FollowUp-by = Who decided; needed for superseded and dropped. Example: Cooperatives Office
FollowUp-replaced_by = The commitment that took its place; needed for superseded. Example: 9/pelatihan/kelas-umkm
FollowUp-disputed = Who contests this and why; shown beside it. Example: The village head says the road is not paved.
FollowUp-sources = Its sources, at least one; a check needs none.
FollowUp-photos = Photographs from content/media; each needs file and alt.
FollowUp-notes = The editor's notes on what is doubtful; they are shown. Example: ["Sources differ on the river's name."]
FollowUp-draft = A draft: not published until this line is removed. Example: true
FollowUp-publish_on = Not published before this day. Example: 2022-10-10
Status-planned = Planned or budgeted. Needs a source.
Status-in-progress = Under way. Needs a source.
Status-stalled = Stalled. Name the obstacle in text.
Status-partly-done = Partly delivered. Say in text what is done and what is not.
Status-done-reported = Reported done by the office. Needs a source.
Status-done-verified = Verified done. Needs a source other than the office.
Status-superseded = Superseded by another commitment. Needs by and replaced_by.
Status-dropped = Not pursued. Needs by, and the reason in text.
Status-not-assessable = Not assessable. Say in text which word or measure is missing.
Bearing-direct = On the very road, decree, village or group.
Bearing-related = The same subject, wider or elsewhere; it never moves a status.

Photo = A photograph from content/media.
Photo-file = The file's name in content/media. Example: wuluhan.jpg
Photo-alt = What it shows, for whoever cannot see it. Example: A citizen speaks before the regent
Photo-caption = The line below it. Example: The forum in the pendopo
Photo-credit = Who took it. Example: Prokopim

FrontMatter = The head of a page: between two lines that hold only ---
FrontMatter-title = The page's title. Example: About
FrontMatter-summary = What the page says, in a sentence, for search engines and previews. Example: What J-HUR is and who records it.
FrontMatter-order = Its place in the list at the foot of the site, from 1. Example: 1
FrontMatter-withdrawn = If what was published no longer stands: since when and why. Its address stays and gives the reason. Example: {"{"}date: 2022-10-04, reason: Recorded twice{"}"}
FrontMatter-formerly = Names under which it was published before, if its key was changed; the old addresses lead here. Example: [tentang-lama]

TimeZone-WIB = Western Indonesian time (UTC+7), Jember's.
TimeZone-WITA = Central Indonesian time (UTC+8).
TimeZone-WIT = Eastern Indonesian time (UTC+9).

Withdrawn = Withdrawal: what was published and no longer stands.
Withdrawn-date = Since when it is withdrawn. Example: 2022-10-04
Withdrawn-reason = Why; it is published. Example: Recorded twice; see 6/studi-banding
