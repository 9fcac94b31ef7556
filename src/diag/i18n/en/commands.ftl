### The words of the command line: help, results, explanations in new files, and what was mistyped.

## Help

command = Makes a site from J-HUR records: what was asked, answered, promised, and what came of it.
command-after =
    Every day:
      jhur new stop --number 7 --district ambulu --date 2022-03-25
      jhur new follow-up 6/studi-banding/usul-p-apbd --status in-progress --date 2022-10-03
      jhur check
      jhur build

    Language of messages: --lang, or JHUR_LANG=en. Exit codes: 0 clean, 1 faults in the records, 2 could not do its work.
command-heading-usage = Usage
command-heading-commands = Commands
command-heading-options = Options
command-heading-arguments = Arguments
command-help = Show help
command-version = Show the version
command-root = The folder that holds content/ (usually: this folder)
command-lang = Language of messages: id or en (usually: id)
command-init = Set up a new site in an empty folder, with Jember's kecamatan, offices and topics
command-init-dir = A new or empty folder; with --ci also the folder of a site that is there already
command-init-ci = Add the workflow file that checks every change and publishes the main branch: github or gitlab
command-new = Make a new record
command-new-stop = Make a file for a stop, ready to be filled in, as a draft
command-new-stop-number = The stop's number, for example 7
command-new-stop-district = The kecamatan's key in content/districts.yaml, for example wuluhan
command-new-stop-date = The first day, for example 2022-03-25
command-new-follow-up = Add a follow-up to its month's file, ready to be filled in, as a draft
command-new-follow-up-reference = What it is about, written like its address: 6/studi-banding/usul-p-apbd
command-new-follow-up-status = The new status, only for a commitment; without it: news without a status. One of: planned, in-progress, stalled, partly-done, done-reported, done-verified, superseded, dropped, not-assessable
command-new-follow-up-date = The day it happened, for example 2022-10-03
command-check = Check all records; nothing is written
command-check-as-of = Check as if it were that day, for example 2022-12-31 (usually: today)
command-check-format = Form of the result: human to read, json, github or gitlab for other programs (usually: human)
command-check-deny-warnings = Warnings count as errors
command-check-privacy = Show all personal data that would be published, with its place and address
command-build = Check, then publish the site into a folder; if something is wrong, the old site is left as it is
command-build-as-of = The site as things stood that day, for example 2022-12-31 (usually: today)
command-build-out = The site's folder, counted from where the command is run (usually: public in the --root folder)
command-build-drafts = Drafts, what is held back and what is in no release yet are included, to be looked at by oneself; without --out in public-drafts
command-build-sign = Sign the manifest with the secret minisign key in this file; its password in JHUR_KEY_PASSWORD
command-build-yes = The day is right, although it is long after everything that is known here
command-serve = Shows the site at http://127.0.0.1:8000/ while you write: every change appears by itself, and so does every fault; records are written and changed with forms at /tulis/
command-serve-port = The number behind the address (usually: 8000; 0 takes any that is free)
command-serve-drafts = Include drafts and what is held back
command-serve-as-of = The site as things stood that day, for example 2022-12-31 (usually: today)
command-release = Adds what changed since the last release to the revision log (content/log.jsonl, the words in content/bodies.jsonl)
command-release-clock = Records that the last lines were made while the clock was wrong, and does nothing else; the words are published
command-release-dry-run = Only shows what would be published
command-release-yes = The day is right, although it is long after everything that is known here
command-redact = Strikes out of the revision log what one revision says, where the law demands it; its line stays, and a new line gives day, basis and reason
command-redact-record = The record, such as 6/studi-banding
command-redact-revision = The number of the revision, such as 2
command-redact-basis = The rule of law; it is published. Example: "Law 27/2022, article 8"
command-redact-reason = The reason; it is published. Example: "Request to delete personal data"
command-redact-word = Words that must never be published again, such as a name; may be given several times, also for a revision that was struck out before. Only a hash is kept, made with the secret key .jhur-key
command-verify = Checks that what was published is as it was: the revision log, content/, and a site's folder or a single page
command-verify-path = A site's folder, a downloaded page, or the address of a page or, for a seal or something kept, of a site (without it: only the log and content/)
command-verify-seal = A seal that somebody kept; it is looked for in the revision log, or in that of the site at the address or in the folder named
command-verify-kept = A revision log (log.jsonl), a checkpoint or a witness's statement that somebody kept; the log of now, here or at the address or in the folder named, must begin with the same lines
command-key = Makes a pair of keys: to sign a site, or the statements of a witness
command-key-file = The file of the secret key that is made, outside of the site's folder; its password is in JHUR_KEY_PASSWORD
command-key-witness = The witness's name, which is its address without https://. Example: news.example
command-witness = Holds a site's revision log against what was seen of it last time, keeps what is seen now, and signs it
command-witness-site = The site's address, or its folder
command-witness-key = The file of the witness's secret key (from jhur key --witness)
command-witness-name = The witness's name, as in its key
command-status = Shows whether the site has the newest content, and whether anything is not in the revision log yet
command-status-out = The site's folder (usually public in the folder of --root)
command-due = Show for each office the commitments that are past the deadline, due soon, waiting for a condition, or long without direct news; nothing is written
command-due-days = Include deadlines that are so many days away (usually: 30)
command-due-office = Only this office: its key in content/offices.yaml, for example dinas-koperasi
command-due-as-of = As things stood that day, for example 2022-12-31 (usually: today)
command-due-format = Form of the result: text to read, letter for a letter to each office (Markdown), json or csv for other programs (usually: text)
command-changes = Write a note for the press: what changed since a day; no file is written
command-changes-since = The first day that counts, for example 2022-10-01
command-changes-as-of = Up to how things stood that day, for example 2022-12-31 (usually: today)
command-links = Check whether the addresses of sources are still on the web: alive, dead, or cannot tell. Dead addresses are warnings, not errors
command-links-days = Use results again that are not this old, from links.jsonl (usually: 7; 0 checks everything again)
command-links-format = Form of the result: text to read, json for other programs (usually: text)
command-migrate = Bring records of an older format to the newest; format 1 is the first, so nothing needs it yet
command-migrate-dry-run = Only show what would change
command-export = Write all records to a workbook (.xlsx), to be read and filled in with Excel or LibreOffice
command-export-file = The workbook's name, such as records.xlsx; there must be no such file yet
command-import = Read a workbook (.xlsx, .ods) or one of its sheets (.csv) back and show what would change
command-import-file = The file, such as records.xlsx
command-import-write = Write the changes to content/, if nothing is wrong
command-schema = Write schemas for text editors, so that fields are checked and explained while you type
command-schema-dir = The folder of schemas (usually: schema in the --root folder)
command-explain = Explain a rule with an example; without a code: list all rules
command-explain-code = The code in a message, for example J301
command-completions = Write what a shell needs to complete commands
command-completions-shell = One of: bash, elvish, fish, powershell, zsh
command-man = Write the manual page for man
command-help-command = The command's name, for example new stop
value-options = OPTIONS
value-command = COMMAND
value-root = FOLDER
value-lang = LANGUAGE
value-dir = FOLDER
value-ci = HOST
value-number = NUMBER
value-district = KECAMATAN
value-date = DATE
value-reference = REFERENCE
value-status = STATUS
value-as-of = DATE
value-format = FORM
value-out = FOLDER
value-sign = FILE
value-port = NUMBER
value-record = RECORD
value-revision = NUMBER
value-basis = RULE
value-clock = REASON
value-seal = SEAL
value-kept = FILE
value-witness = NAME
value-site = SITE
value-key = FILE
value-name = NAME
value-reason = REASON
value-word = WORDS
value-path = PATH
value-file = FILE
value-code = CODE
value-shell = SHELL
value-days = DAYS
value-office = OFFICE
value-since = DATE

## Manual page and version

man-manual = The manual of jhur
man-name = Name
man-examples = Examples
version =
    { $commit ->
        [none] { $number } (record format { $format })
       *[other] { $number } (record format { $format }, commit { $commit })
    }

## What was typed cannot be used

J909 =
    { $case ->
        [command] there is no command `{ $found }`
        [no-command] the command is not complete
        [flag] there is no option `{ $found }` here
        [surplus] `{ $found }` is not expected here
        [missing] missing: { $found }
        [no-value] { $found } has no value
        [value] `{ $found }` cannot be used for { $argument }
        [twice] { $found } is there twice
        [not-text] there are characters on the command line that cannot be read
        [env-lang] JHUR_LANG holds `{ $found }`, which is no known language
        [epoch] SOURCE_DATE_EPOCH holds `{ $found }`, which is no number of seconds
        [day] `{ $found }` for { $argument } is not a date
        [number] `{ $found }` is not the number of a stop
        [number-taken] stop number { $found } is there already, in { $path }
        [district] the kecamatan `{ $found }` is not in the list
        [districts-broken] the kecamatan `{ $found }` cannot be looked up: content/districts.yaml is missing or something in it is wrong
        [reference] `{ $found }` is not a reference
        [reference-unknown] there is no `{ $found }`
        [reference-lost] `{ $found }` may be there, but its file cannot be read yet
        [follow-up-early] the date { $found } is before its stop ({ $since })
        [status-without-commitment] only commitments have a status, and { $reference } is not a commitment
        [reason] --{ $option } is empty
        [reason-word] --{ $option } holds the very words that must not be published again
        [reason-unseen] there is an invisible character in --{ $option } ({ $found })
        [seal] `{ $found }` is no seal
        [verify-needs-content] there is no content/ in { $found }, so a folder or a downloaded page cannot be compared
        [witness-damaged] what was seen before, in { $found }, is incomplete or damaged
        [key-in-site] the key { $found } would lie in the site's folder
        [key-password] a key needs a password
        [key-name] `{ $found }` is no name of a witness
        [clock-behind] today ({ $day }) is before the lines from before that wrong day
        [clock] the last line of the revision log is not after today ({ $day })
        [word] `{ $found }` has no letter and no digit
        [redaction-key] { $why ->
            [missing] words cannot be added to content/redacted.jsonl: its key .jhur-key is missing
            [unreadable] words cannot be added to content/redacted.jsonl: .jhur-key cannot be read, or is not a key
           *[other] words cannot be added to content/redacted.jsonl: it has lines that were made with another key than .jhur-key
        }
        [revision] there is no revision { $found } in the revision log
        [export-name] `{ $found }` is no name of a workbook
        [no-list] { $path } cannot be added to: it does not hold a list of entries that start with -
        [office] there is no office `{ $found }` in the list
        [since] { $found } comes after the day chosen ({ $day })
        [privacy-format] --privacy knows only --format human or json
       *[other] this command cannot be understood { $found }
    }
    .help =
        { $case ->
            [export-name] The name of a workbook ends in .xlsx, such as records.xlsx
            [command] { $near ->
                [none] All commands: jhur help
               *[other] Did you mean `{ $near }`?
            }
            [reason] { $option ->
                [basis] Give the rule of law, such as Law 27/2022, article 8; readers see it in the place of what was struck out.
               *[other] Give the reason in one sentence; readers see it.
            }
            [reason-word] Give the reason without those words: it is published.
            [reason-unseen] Type it again: it is published, and readers do not see that character.
            [seal] A seal has 16 letters and digits, such as K7QM-2XDP-9F4T-HW6A.
            [verify-needs-content] Run it in the folder that holds the content/ of that site, or with --root; without that, give the address of the page, as in jhur verify https://site.example/6/
            [witness-damaged] Bring that folder back from a backup. If there is none, move it away and begin again: what was seen before can no longer be compared.
            [key-in-site] Put it somewhere else, such as your own folder: what is beside content/ gets into Git and into backups, and a secret key must not.
            [key-password] Put it in JHUR_KEY_PASSWORD, and run again.
            [key-name] It is your address without https://, such as news.example; readers look there for your key.
            [clock-behind] Look at this computer's date, or at SOURCE_DATE_EPOCH: it seems that today is wrong, and not the log.
            [clock] Nothing has to be mended; run jhur release without --clock.
            [word] Give the words or the number that must never be published again.
            [redaction-key] Copy .jhur-key from your backup, or from the computer where words were struck out before, into this folder: with another key the words in the list would not be found any more. If no copy is left, delete content/redacted.jsonl (and .jhur-key, if there is one) and give all words again, revision by revision: a new key is made then.
            [revision] { $near ->
                [none] The numbers of revisions stand in the history of each record.
               *[other] The numbers of revisions stand in the history of each record. Do you mean the record { $near }?
            }
            [no-command] Choose one; see jhur help new
            [flag] { $near ->
                [none] The command's help lists its options: add --help
               *[other] Did you mean `{ $near }`?
            }
            [surplus] { $near ->
                [none] Remove it, or put quotation marks around a value that has spaces in it.
               *[other] Did you mean `{ $near }`?
            }
            [missing] Add it as in the usage line below.
            [no-value] Write the value after it, for example --date 2022-03-18
            [value] { $near ->
                [none] Known: { $allowed }
               *[other] Did you mean `{ $near }`? Known: { $allowed }
            }
            [twice] Write it only once.
            [not-text] Type the command again; avoid pasting from other documents.
            [env-lang] Set it to id or en, or to nothing.
            [epoch] Set it to the seconds since 1970, for example 1647561600, or use --as-of 2022-03-18
            [day] { $near ->
                [none] Write year-month-day: 2022-03-18
               *[other] Write year-month-day: { $near }
            }
            [number] Write digits only, from 1: --number 7
            [number-taken] Open that file to change it, or use another number.
            [district] Most alike: { $nearest }. All keys are in content/districts.yaml.
            [districts-broken] Run jhur check, put that file right first, then try again.
            [reference] Write number/aspiration/commitment like the page's address: 6/studi-banding/usul-p-apbd
            [reference-unknown] { $near ->
                [none] { $list ->
                    [none] Write number/aspiration/commitment like the page's address, or make the stop first.
                   *[other] There are:
                            { $list }
                }
               *[other] Did you mean `{ $near }`?
            }
            [reference-lost] Run jhur check and put the stop's file right first.
            [follow-up-early] Look at the date and the reference again.
            [status-without-commitment] { $list ->
                [none] Leave out --status: it is then news without a status.
               *[other] Leave out --status, so that it is news without a status, or choose the commitment:
                        { $list }
            }
            [no-list] Open that file: every follow-up starts with - at the left edge.
            [since] Write an earlier day: --since 2022-10-01
            [office] { $near ->
                [none] All keys are in content/offices.yaml.
               *[other] Did you mean `{ $near }`? All keys are in content/offices.yaml.
            }
           *[other] How it is used: jhur help
        }
    .why = What was typed after `jhur` cannot be used, so nothing was done and no file was changed. Dates are written year-month-day, references like the page's address (6/studi-banding), kecamatan by their key. `jhur help` and `jhur help new stop` show how each command is used.

## Results

checked =
    Checked: { $stops ->
        [one] { $stops } stop
       *[other] { $stops } stops
    }, { $aspirations ->
        [one] { $aspirations } aspiration
       *[other] { $aspirations } aspirations
    }, { $commitments ->
        [one] { $commitments } commitment
       *[other] { $commitments } commitments
    }, { $follow-ups ->
        [one] { $follow-ups } follow-up
       *[other] { $follow-ups } follow-ups
    }.
later =
    { $count ->
        [one] { $count } record is left out, as it became known after the chosen day.
       *[other] { $count } records are left out, as they became known after the chosen day.
    }
clean = No errors and no warnings.
build-progress = Making pages
build-failed = The site was not made; the old site is unchanged.
build-unreleased =
    { $count ->
        [one] This site shows one record whose words are not in the revision log yet. If they are right, run: jhur release
       *[other] This site shows { $count } records whose words are not in the revision log yet. If they are right, run: jhur release
    }
build-unsigned = This site is not signed, though site.yaml names a key. Sign it with: jhur build --sign KEY-FILE
build-drafts = This site shows drafts: do not upload it.
build-empty = No stop is published yet. Drafts can be seen with: jhur build --drafts
build-warnings =
    { $count ->
        [one] { $count } warning; to see it, run: jhur check
       *[other] { $count } warnings; to see them, run: jhur check
    }
build-open = The site is at { $path }; open that file in a browser.
day-taken =
    { $origin ->
        [as-of] The day is { $day }, from --as-of.
        [epoch] The day is { $day }, from SOURCE_DATE_EPOCH.
       *[clock] The day is { $day }.
    }
serve-open = The site is at http://127.0.0.1:{ $port }/ as long as this program runs; Ctrl-C ends it. Only this computer can see it. Forms for writing records: /tulis/
serve-made = { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } ready in { $milliseconds } ms
serve-faults = The page shows what stood before; save the file again when it is right.
serve-fault-title = Something is wrong
serve-fault-below = Below is the site as it was before.
serve-fault-alone = Once it is right and saved, the page appears by itself.
serve-close = Close
built-many-files = This site has { $files } files. Cloudflare Pages takes at most 20,000; the limits of other hosts are in docs/MEMASANG.md.
built =
    { $stops ->
        [one] { $stops } stop
       *[other] { $stops } stops
    }, { $aspirations ->
        [one] { $aspirations } aspiration
       *[other] { $aspirations } aspirations
    }, { $commitments ->
        [one] { $commitments } commitment
       *[other] { $commitments } commitments
    }, { $follow-ups ->
        [one] { $follow-ups } follow-up
       *[other] { $follow-ups } follow-ups
    } → { $pages } pages; files: { $written } written, { $unchanged } unchanged, { $removed } removed; { $seconds } seconds.
released =
    { $count ->
        [one] One revision added to content/log.jsonl and content/bodies.jsonl. Keep both files with the others; never edit them.
       *[other] { $count } revisions added to content/log.jsonl and content/bodies.jsonl. Keep both files with the others; never edit them.
    }
clock-corrected = Recorded: the lines of { $last } were made while the clock was wrong. Now: jhur release
release-would =
    { $count ->
        [one] One revision would be added. Nothing was written.
       *[other] { $count } revisions would be added. Nothing was written.
    }
release-nothing = Nothing changed since the last release.
release-refused = Nothing was released; the revision log is as it was.
release-new = new: { $record }
release-seal = { $record }: seal { $seal }
release-changed = changed: { $record }, revision { $revision }
redacted =
    What revision { $revision } of { $record } said was struck out; a new line of the log gives day, basis and reason. Still to do:
      1. Remove it from the record if it is still there; then jhur release, jhur build, and upload: the old site still has it.
      2. Remove it from old copies too: backups, search engines, web archives, and Git: its history still has it. docs/PANDUAN.md has the two commands.
redact-same = Other revisions of { $record } say the same and are not struck out: { $numbers }. Strike them out too, each with jhur redact.
redact-already = Revision { $revision } of { $record } was struck out already. To forbid words that were in it, add --word.
redact-words-added = Revision { $revision } of { $record } was struck out already; the words must not be published again from now on. The reason given then stays.
redaction-key-made =
    A new key is in { $path }. Without it nobody can look for the words, here neither:
      keep a copy in a safe place, not in Git and not beside the records. It was added to .gitignore.
verified = Everything agrees. Revision log: { $entries } lines, the last of { $day }; { $size } bytes, sha256 { $sha256 }
verify-no-log = There is no revision log yet. Make the first lines with: jhur release
seal-newest = Seal { $seal }: revision { $revision } of { $record }, recorded on { $day }. It is the newest.
seal-older = Seal { $seal }: revision { $revision } of { $record }, recorded on { $day }. There are newer ones; the newest is { $newest }.
seal-redacted = Seal { $seal }: revision { $revision } of { $record }, recorded on { $day }. What it said was struck out on { $redacted }.
seal-unknown = The seal { $seal } is not in this revision log. If it ever stood on a page, this log does not go on from the one of then.
kept-agrees = Agrees: this log begins with the { $lines } lines that were kept, and has { $more } more.
kept-differs =
    { $line ->
        [0] DOES NOT AGREE: this log does not begin with the { $lines } lines of which the kept checkpoint speaks. Keep both.
       *[other] DOES NOT AGREE: from line { $line } on this log is not the one that was kept. Keep both.
    }
## jhur key, jhur witness, and jhur verify ADDRESS

key-site =
    The secret key is in { $path }. Keep a copy in a safe place, with its password; neither can be made again.
    Write into content/site.yaml, and run jhur release:
    signing_key: { $public }
    From then on build with: jhur build --sign { $path }
key-witness =
    The secret key of the witness { $name } is in { $path }. Keep a copy in a safe place, with its password; neither can be made again.
    The public key, to be announced on your own site:
    { $key }
    Use it with: jhur witness ADDRESS --key { $path } --name { $name }
witness-no-log = { $site } has no revision log, so that there is nothing to witness.
witness-first = Seen for the first time: { $entries } lines. From now on this site's log must begin with the same lines.
witness-site-key =
    The site's key, as the site itself says:
    { $key }
    Ask its editors in another way whether it is theirs.
witness-grown =
    { $added ->
        [0] It agrees. No new line since { $day }; there are { $entries } lines.
       *[other] It agrees: it begins with the { $before } lines that were seen on { $day }, then { $added } new ones:
    }
witness-more = … and { $count } more lines.
witness-revision = { $day }: { $record } revision { $revision }
witness-redaction = { $day }: what { $record } revision { $revision } said was struck out. Basis: { $basis }. Reason: { $reason }
witness-clock = { $day }: the lines before were made while the clock was wrong. { $reason }
witness-late = { $late } of them are dated before { $day }, and were not on the site on that day.
witness-new-key = The site's key has changed since { $day }; the change is recorded as a revision of `site`.
witness-kept = What was seen is kept in { $path }.
witness-unsigned = This site does not sign its log, so that there is nothing to sign. What was seen is kept in { $path }.
witness-signed =
    Signed as { $name }. Send this file to the site's editors, who put it into content/witnessed/:
    { $path }
    The witness's public key: { $key }
witness-broken =
    { $case ->
        [rewritten] IT DIFFERS: from line { $line } on this log is another than was seen on { $day }.
        [shortened] IT DIFFERS: this log is shorter than was seen on { $day }: line { $line } and what follows are gone. Perhaps an old copy is served; look again later.
        [unreadable] IT DIFFERS: line { $line } of this log is none that jhur writes.
        [unsigned] IT DIFFERS: this log was signed on { $day }, and no longer is.
        [key] IT DIFFERS: this site's key is another than was seen before, and not the one that the newest revision of `site` in the log names.
       *[checkpoint] IT DIFFERS: what this site signed is not the log that it shows, or the key is another.
    }
witness-proof-signed =
    Both are kept as evidence in { $path }: two checkpoints with the site's signature. Whoever gets that folder can check it, without having to trust you:
    jhur verify { $path }
witness-proof-shortened = Both are kept in { $path }. That a log is shorter proves nothing to others: an honest site, too, once signed both.
witness-not-kept = The evidence is NOT kept. Save data/log/log.jsonl and data/log/checkpoint of that site yourself, now and elsewhere: they may be replaced later.
evidence-proves =
    Proven: two checkpoints in this folder are signed with one key, each for the log beside it, and from line { $line } on the logs differ.
    Confirm elsewhere that this is the site's key: { $key }
evidence-agrees = The later log begins with the earlier one: nothing in this folder contradicts itself.
evidence-shortened = The later log is shorter, and else the same. That proves nothing: an honest site, too, once signed both.
evidence-unsigned = The two logs differ, but these are no two checkpoints signed with one key: whoever shows them has to be trusted that it was so.
witness-proof-unsigned = Both are kept in { $path }. These are no two checkpoints that the site signed with one key, so that others have to trust you that it was so.
witness-proof-none = What was seen is kept in { $path }. Nothing was seen before, so that there is nothing to compare it with.
page-missing = There is no page at { $address }.
page-no-revision = The page { $address } is not that of one recorded record (but a list, for example), and so names no revision.
page-in-log =
    The page names revision { $revision } of { $record } (seal { $seal }), recorded on { $day }: that is line { $line } of { $size } in the log that the site signed. Fetched { $fetched } bytes.
    The site's key, as the site itself says: { $key }
    This does not show that the log was not written anew; a witness sees that (jhur witness).
page-unsigned = The page names revision { $revision } of { $record } (seal { $seal }), recorded on { $day }: that is line { $line } of the log, which is not signed. Fetched { $fetched } bytes.
page-not-in-log = IT DIFFERS: the page names revision { $revision } of { $record } (seal { $seal }) as line { $line } of the log, and the site's log does not have it there, or its signature is wrong.
page-not-compared = The words on the page were not compared: there are no records (content/) in this folder.
page-compared = Its words are what content/ in this folder makes.
verify-differs = Something does not agree.
status-no-site = Site: there is none at { $path } yet. Make it with: jhur build
status-site = Site at { $path }: as of { $day }.
status-current = It is what content/ makes for that day.
status-older = content/ or themes/ changed since that site was made ({ $count } files would differ). Renew it with: jhur build
status-day-passed = That day has passed: deadlines that passed since then do not show on the site yet. Renew it with: jhur build
status-no-release = Revision log: none yet. Make the first lines with: jhur release
status-release = Revision log: { $entries } lines, the last of { $day }.
status-unreleased =
    { $count ->
        [one] One record has changes that are not in the revision log yet. See them with: jhur release --dry-run
       *[other] { $count } records have changes that are not in the revision log yet. See them with: jhur release --dry-run
    }
status-faults =
    { $count ->
        [one] One error in content/. See it with: jhur check
       *[other] { $count } errors in content/. See them with: jhur check
    }
said-stop = stop { $number }, Kecamatan { $district }, { $day }
said-due-both = "{ $said }", read as { $day } at the latest
said-due-words = "{ $said }", without a date
due-nothing = No commitment is past its deadline, due within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, waiting for a condition, or long without direct news.
due-nothing-office = This office has no commitment that is past its deadline, due within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, waiting for a condition, or long without direct news.
due-no-office = Commitments without an office
due-counts = As of { $day }, of { $commitments ->
        [one] { $commitments } commitment
       *[other] { $commitments } commitments
    }: { $figures }. A commitment can count more than once, but is listed once.
due-figures = { $passed } past the deadline, { $soon } due within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, { $waiting } waiting for a condition or a budget, { $quiet } without direct news for 180 days or more
due-passed = Past the deadline; not known to be done
due-due-soon = Due within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
due-waiting = Waiting for a condition or a budget
due-quiet = Without direct news for 180 days or more
due-deadline = Deadline: { $due }.
due-deadline-moved = { $now } First deadline: { $first }.
due-no-deadline = Deadline: not stated.
due-place = Made at { $stop }: { $title }.
due-waits = Depends on: { $on }.
due-known = Status: { $status }. Last direct news on { $last }.
due-known-nothing = { $status }.
due-looked-for = News was last looked for on { $day }: none found.
due-never-looked-for = News was never looked for.
letter-subject = Request for news on J-HUR commitments
letter-to =
    To { $head }

    Dear Sir or Madam,
letter-head = the head of { $office }
letter-opening = At J-HUR (Jember Hadir untuk Rakyat), { $office } made commitments to citizens. They are recorded and published with what became of them. As of { $day } there are { $commitments ->
        [one] { $commitments } commitment
       *[other] { $commitments } commitments
    } of { $office } on record: { $figures }. With this letter we ask for news on the { $asked ->
        [one] commitment
       *[other] { $asked } commitments
    } below. All we know is what has been reported: work that is finished without our knowing still counts here.
letter-passed = The deadline of the following has passed. Please tell us whether it was kept, and since when. If not, please name what stands in the way, and the new deadline.
letter-due-soon = The deadline of the following is near. Please tell us how far the work is, and whether it will be finished in time.
letter-waiting = The following depends on a condition or a budget. Please tell us whether the condition is met or the budget there, and when work will begin.
letter-quiet = For a long time we have seen no direct news of the following. Please tell us how it stands now.
letter-place = Made at { $stop }: { $title }
letter-official = By: { $official }
letter-answer = How to answer
letter-how = { $route } For each commitment, please give its number, what was done and when, and documents or links that may be published as sources. Answers appear on the site as the office's word. Please leave out personal data of citizens.
letter-route-email = e-mail to { $to }
letter-route-whatsapp = WhatsApp to { $to }
letter-route-page = the page { $to }
letter-route-or = {" "}or{" "}
letter-route = Please answer by { $routes }.
letter-route-none = Please answer to whoever sent you this letter.
letter-closing = Thank you for your attention and your answer.
letter-no-office = The sources of the following commitments ({ $asked }) name no office, so there is no letter about them. Find out first who is in charge.
letter-no-contact = The letters do not say where to send the answer, because site.yaml has no `contact` yet.
said-press = press
said-office = the office's own statement
said-document = document
said-citizen = citizen's report
said-inspectorate = inspectorate or auditor
changes-title = Changes in { $site }, { $since } to { $day }
changes-nothing = Nothing changed since { $since }.
changes-stops = New stops: { $count } of { $all }
changes-commitments = New commitments: { $count } of { $all }
changes-status = Changes of status: { $count }, on { $about } of { $all ->
        [one] { $all } commitment
       *[other] { $all } commitments
    }
changes-due = Deadlines moved: { $count }, on { $about } of { $all ->
        [one] { $all } commitment
       *[other] { $all } commitments
    }
changes-passed = Deadlines that passed: { $count } of { $all ->
        [one] { $all } commitment
       *[other] { $all } commitments
    }
changes-deadline-passed-unknown = Deadline: { $due }; it has passed, and there is no news of whether it was kept.
changes-deadline-late = Deadline: { $due }; it has passed, and news since then says that it was not kept.
changes-corrections = Corrections: { $count }
changes-withdrawn = Withdrawn: { $count }
changes-stop = { $stop }: { $aspirations ->
        [one] { $aspirations } aspiration
       *[other] { $aspirations } aspirations
    } ({ $outcomes }), { $commitments ->
        [one] { $commitments } commitment
       *[other] { $commitments } commitments
    }.
changes-promise = "{ $promise }" ({ $office })
changes-promise-nobody = "{ $promise }" (no office named)
changes-move = { $day }, { $promise }: { $status }.
changes-moved = { $day }, { $promise }: the deadline is now { $due }; at first { $first }.
changes-no-due = no deadline
changes-by = Decided by: { $by }.
changes-source = According to: { $source }
changes-disputed = Disputed: { $text }
changes-correction = { $day }, { $record }: { $text }
changes-revision = { $day }, { $record }: changed in revision { $revision }; its history shows the words that went and came.
changes-gone = { $day }, { $record }: { $reason }
changes-news = Besides: { $count ->
        [one] { $count } piece of news
       *[other] { $count } pieces of news
    } without a change of status, and { $checks ->
        [one] { $checks } search
       *[other] { $checks } searches
    } that found nothing new. The list: { $url }
changes-standing = As of { $day }: { $aspirations ->
        [one] { $aspirations } aspiration
       *[other] { $aspirations } aspirations
    } ({ $outcomes }). { $commitments ->
        [one] { $commitments } commitment
       *[other] { $commitments } commitments
    }: { $groups }.
count-outcome-promised = { $count } answered with a promise
count-outcome-answered = { $count } answered without a promise
count-outcome-unreported = { $count } an answer on the spot is mentioned, contents not given
count-outcome-not-found = { $count } with no answer in what could be read
count-outcome-unanswered = { $count } with no answer recorded
count-outcome-told-to-reporters = { $count } told to reporters
count-outcome-withheld = { $count } withheld
count-group-no-direct-news = { $count } with no direct news
count-group-without-status = { $count } with direct news that gives no status
count-group-under-way = { $count } under way
count-group-done = { $count } done
count-group-not-pursued = { $count } not pursued
count-group-not-assessable = { $count } not assessable
count-group-withheld = { $count } withheld
links-progress = Checking addresses
links-offline = Not one address could be reached: check first whether this computer is online.
links-none = The records hold no address of a source.
links-summary = { $all ->
        [one] { $all } address
       *[other] { $all } addresses
    }: { $alive } alive, { $dead } dead, { $unsure } cannot tell. { $fresh } checked now; the rest from links.jsonl.
migrate-nothing = Nothing to do: the records have format { $format } already, the newest.
migrate-nothing-dry = Nothing would change: the records have format { $format } already, the newest.
editor-failed = The editor `{ $editor }` could not be started or ended with an error; open the file yourself.
new-stop-next =
    The file of stop { $number } was made, as a draft. Next:
      1. Fill it in: remove the # before the lines you use, and replace the examples.
      2. Run jhur check until it is clean.
      3. Remove the line `draft: true` to have it published.
new-follow-up-next =
    A follow-up to { $reference } ({ $words }) was added at the end of the file, as a draft. Next:
      1. Fill in the lines that are empty: `text` (what happened) and `publisher` (who wrote or said it).
      2. Run jhur check; it names everything that is still missing. Repeat until it is clean.
      3. Remove the line `draft: true` to have it published.
follow-up-broken = Nothing was added: put that month's file right first, so that the new follow-up is not broken with it.
schema-done = { $count } schemas written to { $path }
schema-site = Site (content/site.yaml)
schema-districts = Kecamatan (content/districts.yaml)
schema-offices = Offices (content/offices.yaml)
schema-topics = Topics (content/topics.yaml)
schema-stop = J-HUR stop (content/stops/)
schema-follow-ups = Follow-ups (content/follow-ups/)
schema-page = A page's head (content/pages/)
explain-bad = An example that is wrong, { $path }:
explain-bad-bytes = An example that is wrong, { $path }, written as bytes:
explain-says = jhur says (in Indonesian):
explain-good = An example that is right, { $path }:
init-done =
    A new site was set up in { $path }. Next, in that folder:
      1. Look through content/site.yaml: name, address, publisher, contact.
      2. Look at the example in content/stops/999-contoh.yaml.
      3. Make the first stop: jhur new stop --number 1 --district silo --date 2022-02-11
         After that the example may be deleted, together with content/follow-ups/contoh.yaml.
      4. jhur check, then jhur build
init-ci-added = There is a site in that folder already; only the workflow file was added.
init-ci =
    The workflow is in { $path }. Still to do:
      1. The repository must be private: content/ also holds drafts, withheld words and consent, and Git keeps what jhur redact
         strikes out. { $host ->
            [github] GitHub Pages from a private repository needs a paid plan; if you have none, see docs/MEMASANG.md.
           *[gitlab] On GitLab: Settings, General, Visibility: project Private, Pages Everyone.
         }
      2. Fill in JHUR_ARCHIVE and JHUR_SHA256 in that file: the address of the jhur archive for Linux
         (jhur-…-x86_64-unknown-linux-gnu.tar.gz) on the release page of the jhur you use, and its sha256. This program cannot guess it.
      3. { $host ->
            [github] On GitHub: Settings, Pages, Source: GitHub Actions.
           *[gitlab] On GitLab: Build, Pipeline schedules: make a daily one, so that deadlines that have passed show at once.
         }
      4. Push the main branch. Faults in a proposed change appear { $host ->
            [github] beside the lines (pull request).
           *[gitlab] in the Code Quality report (merge request).
         }
      5. The workflow does not have .jhur-key and cannot look for words that were struck out (J609): before you push, run jhur check
         on the computer that has it.
      6. The first publication is started by hand, once: { $host ->
            [github] Actions, situs, Run workflow, and tick the question about the first publication.
           *[gitlab] Build, Pipelines, New pipeline, with JHUR_FIRST set to true.
         }
init-readme =
    # A site of J-HUR records

    Four commands for every day, run in this folder:

    | To | Command |
    |---|---|
    | record a stop | `jhur new stop --number 1 --district silo --date 2022-02-11` |
    | record a follow-up | `jhur new follow-up 1/jalan-dusun/perbaikan-jalan --status in-progress --date 2022-10-03` |
    | check | `jhur check` |
    | make the site | `jhur build`, then open `public/index.html` |

    The records are in `content/`. Every message has a code; `jhur explain J301` explains it with an example.
    The examples in `content/stops/999-contoh.yaml` and `content/follow-ups/contoh.yaml` are drafts and are not published;
    delete both when you no longer need them. The folder `public/` is made by the program: do not change what is in it.

    If this folder is in a Git repository, that repository must be private: `content/` also holds drafts, withheld words and consent.
    The file `.jhur-key`, once `jhur redact --word` has made it, is never given to Git: keep a copy of it in a safe place.

    In Visual Studio Code, install the extension that is offered (YAML, Red Hat): fields are explained and checked while you type.

## Explanations in new files

scaffold-ci = Made by jhur init --ci: records are checked on every change, and the site is published from the main branch. The repository must be private: content/ also holds drafts, withheld words and consent. The secret key .jhur-key does not belong in it.
scaffold-ci-archive = TO BE FILLED IN: the address of the jhur archive for Linux on jhur's release page, and its sha256 (in the .sha256 file beside it).
scaffold-ci-daily = Every day at 00:10 WIB, so that deadlines that have passed show at once.
scaffold-ci-report = A report for the proposed change; the next command shows the same on the screen and decides.
scaffold-ci-first = Tick this for the first publication only, while there is nothing at the address of the site
scaffold-ci-first-gitlab = Write true for the first publication only, while there is nothing at the address of the site
scaffold-ci-live = The revision log that is live has to be the beginning of the one that is about to be uploaded.
ci-first = There is nothing at the address of the site. If this is the first publication, run this workflow by hand and answer its question about that. If it is not, look at base_url and the host first.
ci-unreachable = The site that is live cannot be read, so that its revision log cannot be compared. Look at base_url, wait until the site opens, then run again.
ci-older = The revision log that is live is not the beginning of the one that is about to be uploaded: this branch is older than what is published, or was changed. Bring the newest content/, then run again.
ci-empty = Fill in JHUR_ARCHIVE and JHUR_SHA256 in the workflow file: the address of the jhur archive and its sha256.
scaffold-stop =
    A J-HUR stop. Lines that start with ## are explanations. Lines that start with # are examples: to use one, remove the # and the space after it, and replace what it says.
    A text with a colon or a hash in it goes between quotation marks: "Jalan: rusak".
scaffold-draft =
    A draft: read and checked, but not published. Remove this line when it is ready.
scaffold-site = About this site. Lines that start with ## are explanations; remove the # before another line to use it.
scaffold-example-stop =
    AN EXAMPLE, no real record. This is what a stop looks like when it is filled in. As draft: true is set, it is not published.
    Delete this file and content/follow-ups/contoh.yaml when you no longer need them (once there is a real stop).
scaffold-example-follow-up =
    AN EXAMPLE, no real record. Follow-ups are added at the end and old ones are not changed. One file a month, for example 2022-10.yaml; jhur new follow-up makes it.
scaffold-follow-ups = News dated { $month }. New entries are added at the end; what stands here is not changed.
scaffold-about = About: $words$
scaffold-text = TO BE FILLED IN: what happened, in one to three sentences. Example: Jalan dusun mulai diaspal pada 3 Oktober.
scaffold-sources = TO BE FILLED IN: who wrote or said it. Example: Radar Jember, or the name of an office.
scaffold-verified = TO BE FILLED IN: press, document, citizen or inspectorate. Verified means confirmed by someone other than the office.
scaffold-status-planned = Planned or budgeted.
scaffold-status-in-progress = Under way.
scaffold-status-stalled = Stalled: name the obstacle in text.
scaffold-status-partly-done = Partly delivered: say in text what is done and what is not.
scaffold-status-done-reported = Reported done by the office.
scaffold-status-done-verified = Done, and confirmed by someone other than the office.
scaffold-status-superseded = Another commitment took its place.
scaffold-status-dropped = Not pursued: give the reason in text.
scaffold-status-not-assessable = Not assessable: say in text which word or measure is missing.
scaffold-reopens = The promise is on record as done: this news opens it again. Give the reason in text.

## Spreadsheets

sheet-instructions = Instructions
sheet-instructions-text =
    Filling in J-HUR records with a spreadsheet
    1. Each sheet holds one kind of record, each row one record. Change what stands in a cell, or add rows below.
    2. Columns with a yellow heading must be filled in. Click on a cell to see what belongs there; what can be chosen is in the sheet Lists.
    3. A row is known by its leftmost columns: the number of the stop, the key of the aspiration, which response it is. Keys have small letters, digits and hyphens, such as studi-banding, and never change once published.
    4. A new stop: add a row to the sheet Stops. Its aspirations go into Aspirations, with the same number of the stop; their responses into Responses; what was promised into Commitments.
    5. Follow-ups: add a row to the sheet Follow-ups. About holds a reference such as 6/studi-banding/usul-p-apbd: the number of the stop, the key of the aspiration, the key of the commitment.
    6. Dates are year-month-day, such as 2022-03-18. Several keys in one cell are separated by commas.
    7. More room needed, say for a third source? Add columns at the right with the same heading and the next number: Source 3: publisher.
    8. A cell that is emptied removes its field. A row that is deleted from a sheet does not remove its record.
    9. Never write a citizen's name without consent, a telephone number, a NIK or a home address.
    10. Save, then run: jhur import NAME.xlsx. What would change is shown first. If it is right: jhur import NAME.xlsx --write
    11. Do not rename sheets or headings. Other sheets may be added; they are not read.
sheet-lists = Lists
sheet-meaning = Meaning
sheet-refused = What can be chosen is in the sheet Lists; dates are year-month-day, such as 2022-03-18.
sheet-stops = Stops
sheet-sources = Sources
sheet-aspirations = Aspirations
sheet-announcements = Announcements
sheet-responses = Responses
sheet-commitments = Commitments
sheet-follow-ups = Follow-ups
sheet-stop = The number of its stop, as in the sheet Stops. Example: 6
    .label = Stop
sheet-entry = The key of its aspiration or announcement. Example: studi-banding
    .label = Aspiration or announcement
sheet-response = Which response: 1 for the first. If empty: the next.
    .label = Response no.
sheet-source = Only for a source without a key: which of the stop's sources it is. If empty: a new one.
    .label = Source no.
sheet-turn = Which follow-up about it on that day: 1 for the first. If empty: the next.
    .label = Follow-up no.
sheet-broken = Put that file right first; until then nothing is exported or imported.
export-done = { $path } is done. Fill it in with Excel or LibreOffice, then: jhur import { $path }
import-changed = { $path }
import-new = { $path } (new)
import-nothing = Nothing changes.
import-would =
    { $count ->
        [one] One file would change; nothing is written yet.
       *[other] { $count } files would change; nothing is written yet.
    } If it is right, run it again with --write
imported =
    { $count ->
        [one] One file was written.
       *[other] { $count } files were written.
    } Look at them with: jhur check
import-refused = Nothing was written.
import-kept =
    { $more ->
        [0] { $sheet }: no row in the sheet, stay as they are: { $names }
       *[other] { $sheet }: { $count } have no row in the sheet and stay as they are: { $names }, and { $more } more
    }

## The forms of `jhur serve`

form-title = Writing records
form-all = All records
form-site = See the site
form-lead = Records are written and changed here without knowing YAML. Everything is checked before it is saved; what is wrong is explained beside it.
form-stops = Stops
form-follow-ups = Follow-ups
form-nothing = None yet.
form-new-Stop = New stop
form-new-Aspiration = New aspiration
form-new-Announcement = New announcement
form-new-FollowUp = New follow-up
form-change-Stop = Stop { $name }
form-change-Aspiration = Aspiration: { $name }
form-change-Announcement = Announcement: { $name }
form-change-FollowUp = Follow-up: { $name }
form-add-aspiration = Add an aspiration
form-add-announcement = Add an announcement
form-to-stop = Stop { $number }
form-follow = Write a follow-up: { $name }
form-next = Related records and next steps
form-save = Save
form-check = Check and see the result
form-saved = Saved.
form-wrong = Something has to be put right
form-wrong-what = Nothing has been saved yet; what you typed is still there. Each link leads to its field.
form-missing = { $label }: not filled in yet
form-message = Put right:
form-note = Note:
form-others = Other errors that were there before
form-others-what = They do not stand in the way of saving, but the site can only be published once all are put right.
form-required = * has to be filled in, in the parts that are used. All else may stay empty.
form-none = Nothing to choose from yet.
form-preview = Preview
form-preview-none = The page appears here as soon as nothing is wrong any more.
form-rare = Other fields that are rarely needed
form-row = { $label } { $number }
form-row-new = { $label } { $number } (new)
form-add = One more: { $label }
form-example = Example:
form-in-id = Indonesian
form-in-en = English
form-in-jv = Javanese
form-in-mad = Madurese
form-changed = The file was changed by somebody else after this form was opened
form-changed-what = Nothing has been saved yet; what you typed is still there below. Compare first, then save once more.
form-changed-unknown = Nothing is saved yet; what you typed is still below. jhur no longer knows what the file said when this form was opened: first open the record as it is now in another tab and compare, then save.
form-changed-anew = The record that this form was to change is not known any more. If you save, what you typed becomes a new record and the old one stays.
form-changed-lines = What changed (− removed, + added):
form-broken = The file { $path } cannot be changed by a form before this is put right with a text editor:
form-cannot = The file { $path } is written in a way that a form cannot change; change it with a text editor. What you typed is still there.
form-no-form = Cannot be shown as a form
form-no-record = There is no such record, or it was moved.
form-no-file = There is no file { $path }: perhaps it was removed or renamed.
form-other-token = jhur serve was started again after this form was opened. Read once more what you typed, then save.
form-edit = Change

## Personal data (check --privacy)

privacy-intro =
    Personal data that would be published. Read it line by line: may everybody read all of this?
    Names are known by capital letters, forms of address, degrees or ages; what is written otherwise is not found.
privacy-name = Names of citizens, with consent: { $count }
privacy-role = Roles with a village, by which a person may be known: { $count }
privacy-number = What looks like a telephone number, e-mail address or NIK and was let pass (web addresses, offices' e-mail): { $count }
privacy-withheld = Names in what is withheld that stand in something published, too: { $count }
privacy-photo = Names beside photographs: { $count }
privacy-person = What looks like a person's name in texts, keys and names of photographs: { $count }
privacy-home = What looks like a home address: { $count }
privacy-health = What looks like information on somebody's health: { $count }
privacy-refused = NIK, telephone numbers and e-mail addresses to be deleted first: { $count }
privacy-official = Officials, who speak for their offices: { $count }
privacy-consent = consent { $day }, form { $form }
privacy-revision = in a revision that was published
privacy-unseen = While there are faults, it cannot be seen what would be published.
