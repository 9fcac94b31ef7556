"""`attacks.py JHUR CONTENT`: what a hostile publisher, host or reader tries against a made-up site, and what is answered.

CONTENT is tests/history/content: made up (rekaan), with thirty releases. Each attack is a function; its text says who attacks,
and what must be noticed by whom. It works on copies in a folder of its own. One line is printed for each; ends with 1 if an
answer is not the promised one. What is known to pass unseen is not asserted: it is printed as `open`.
"""
import base64
import collections
import concurrent.futures
import contextlib
import datetime
import hashlib
import hmac
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

JHUR = pathlib.Path(sys.argv[1]).resolve()
CONTENT = pathlib.Path(sys.argv[2]).resolve()
# Every build waits for the disk; in memory there is none.
MEMORY = pathlib.Path("/dev/shm")
WORK = MEMORY if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) else None
# The made-up content was last released on 2025-01-20.
DAY = "2025-02-01"
# The key of its content/redacted.jsonl, see tests/history/make.rs.
KEY = "0f" * 32
# Pages and the log, and what takes no time beside them.
BARE = "cards: false, search: false, citations: false, data: false, feeds: false, twins: false"
FAST = "cards: false, search: false"
LOG, BODIES, LIST = "content/log.jsonl", "content/bodies.jsonl", "content/redacted.jsonl"
SITE, STOP, NEWS = "content/site.yaml", "content/stops/001-melati.yaml", "content/follow-ups/2024.yaml"
RECORD = "1/jalan"
TITLE = ("title: {id: Jalan dusun", "title: {id: Jalan setapak (rekaan)")
DEADLINE = ("due: 2024-09-30}", "due: 2033}")
WORDS = "Warga meminta jalan ditambal."
WITHHELD = ("  - id: jalan\n", "  - id: jalan\n    withheld: Alasan rekaan.\n")
PICTURE = "content/media/rekaan-1.png"
# What a reader kept.
KEPT = "disimpan.jsonl"
NEWLINE = "\n"
BASIS, REASON = "UU 27/2022 pasal 8 (rekaan)", "Alasan rekaan yang diterbitkan."


class Unprepared(Exception):
    """An attack could not even be prepared."""


class Run(collections.namedtuple("Run", "command code text")):
    """A command, how it ended, and what it printed."""

    def __str__(self):
        return f"`{self.command}` ended with {self.code}:\n{self.text.strip()}"


class Site:
    """A copy of the made-up content, in a folder of its own."""

    def __init__(self, folder, outputs):
        self.folder = folder
        self.public = folder / "public"
        shutil.copytree(CONTENT, folder / "content")
        self.write(SITE, self.read(SITE) + f"outputs: {{{outputs}}}\n")
        self.write(".jhur-key", KEY + "\n")

    def read(self, file):
        return (self.folder / file).read_text()

    def write(self, file, text):
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def replace(self, file, old, new):
        text = self.read(file)
        if old not in text:
            raise Unprepared(f"{file} no longer has {old}")
        self.write(file, text.replace(old, new, 1))

    def lines(self, file):
        return self.read(file).splitlines()

    def write_lines(self, file, lines):
        self.write(file, "".join(line + "\n" for line in lines))

    @contextlib.contextmanager
    def kept(self, *files):
        """Whatever is done to these files is undone afterwards."""
        before = {file: (self.folder / file).read_bytes() if (self.folder / file).exists() else None for file in files}
        yield
        for file, text in before.items():
            if text is None:
                (self.folder / file).unlink(missing_ok=True)
            else:
                self.write(file, text)

    def run(self, *words, day=DAY, epoch=None, **more):
        """A command at noon of a day; `epoch` is another second."""
        noon = datetime.datetime.fromisoformat(f"{day}T05:00:00+00:00").timestamp()
        env = {name: value for name, value in os.environ.items() if not name.startswith("JHUR_")}
        env |= {"SOURCE_DATE_EPOCH": str(int(noon) if epoch is None else epoch), "NO_COLOR": "1", **more}
        command = [str(JHUR), "--lang", "en", *map(str, words)]
        done = subprocess.run(command, cwd=self.folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return Run(" ".join(["jhur", *map(str, words)]) + f" (on {day})", done.returncode, done.stdout + done.stderr)

    def do(self, *words, **more):
        """A command that has to work for the attack to be tried at all."""
        done = self.run(*words, **more)
        if done.code != 0:
            raise Unprepared(str(done))
        return done

    def redact(self, record, revision, *words, **more):
        words = [word for phrase in words for word in ("--word", phrase)]
        return self.do("redact", record, revision, "--basis", BASIS, "--reason", REASON, *words, **more)

    def keep_log(self, log=None):
        """A reader keeps the published log."""
        shutil.copy(log or self.public / "data/log/log.jsonl", self.folder / KEPT)

    def published(self):
        """Every published file with its bytes."""
        return {str(p.relative_to(self.public)): p.read_bytes() for p in self.public.rglob("*") if p.is_file()}

    def state(self):
        """What changes when a published file is written, put in its place or taken away."""
        stats = ((path, path.stat()) for path in self.public.rglob("*"))
        return {path: (stat.st_ino, stat.st_mtime_ns, stat.st_size) for path, stat in stats}

    def revisions(self, record):
        """The numbers of a record's revisions in the log."""
        return [e["revision"] for e in map(json.loads, self.lines(LOG)) if e.get("record") == record]

    def line_of(self, file, revision):
        """The number, from 1, of a revision's line in the log or among the bodies."""
        name = (revision["record"], revision["revision"])
        lines = enumerate(map(json.loads, self.lines(file)), 1)
        return next(number for number, line in lines if (line.get("record"), line.get("revision")) == name)

    def digest(self, record, revision):
        line = self.line_of(LOG, {"record": record, "revision": revision})
        return json.loads(self.lines(LOG)[line - 1])["digest"]

    def seal(self, record, revision):
        return seal(self.digest(record, revision))

    @contextlib.contextmanager
    def other_content(self, folder):
        """With this folder in the place of content/."""
        content, other, aside = (self.folder / name for name in ("content", folder, "disisihkan"))
        content.rename(aside)
        other.rename(content)
        yield
        content.rename(other)
        aside.rename(content)


class Attack:
    """One attack: its folders, and each answer that was not the promised one."""

    def __init__(self, folder):
        self.folder, self.wrong, self.open, self.count = folder, [], [], 0
        # What is tried at the moment, where an attack tries several things.
        self.case = ""

    def site(self, outputs=BARE):
        self.count += 1
        return Site(self.folder / str(self.count), outputs)

    def cases(self, cases):
        """The cases, each named by its first part."""
        for self.case, *case in cases:
            yield case
        self.case = ""

    def claim(self, holds, what):
        if not holds:
            self.wrong.append(f"{self.case}: {what}" if self.case else what)

    def expect(self, run, code, *texts):
        """Claims how a command ended, and that what it printed has all of these texts."""
        missing = [text for text in texts if text not in run.text]
        self.claim(run.code == code and not missing, f"{run}\n-- expected: {code}, and {missing or list(texts)}")

    def refused(self, site, *texts, words=("build",), code=1, **more):
        """Claims that a command is refused with these texts, and that site and log stay as they were."""
        before, log = site.state(), site.read(LOG)
        run = site.run(*words, **more)
        self.expect(run, code, *texts)
        self.claim(site.state() == before, f"`{run.command}` changed the published site")
        self.claim(site.read(LOG) == log, f"`{run.command}` changed the log")
        return run


def body_line(record, revision, nonce, body):
    """A line of bodies.jsonl; for these bodies this is RFC 8785."""
    body = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f'{{"record":"{record}","revision":{revision},"nonce":"{nonce}","body":{body}}}'


def sha256(text):
    return hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()


def seal(digest):
    """The first 80 bits of a digest in Crockford's base32."""
    plain = base64.b32encode(bytes.fromhex(digest[:20])).decode()
    digits = plain.translate(str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
    return "-".join(digits[at:at + 4] for at in range(0, 16, 4))


def names(cases):
    return ", ".join(what for what, *_ in cases)


def png(shade):
    """A made-up picture: 64 by 48 grey dots."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    dots = b"".join(b"\0" + bytes((shade + 3 * x + 5 * y) % 256 for x in range(64)) for y in range(48))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 48, 8, 0, 0, 0, 0)) \
        + chunk(b"IDAT", zlib.compress(dots)) + chunk(b"IEND", b"")


def with_photographs(site):
    """Two made-up photographs at the first stop, released."""
    for n in (1, 2):
        site.write(f"content/media/rekaan-{n}.png", png(60 * n))
    photos = ", ".join(f"{{file: rekaan-{n}.png, alt: Gambar rekaan {n}}}" for n in (1, 2))
    site.replace(STOP, "heard: 10\n", f"heard: 10\nphotos: [{photos}]\n")
    site.do("release")
    site.do("build")


def published_newer(site):
    """Publishes a release more than content/ has, which is then in `terbaru`; gives the number of the line that it lacks."""
    older = site.folder / "cadangan"
    shutil.copytree(site.folder / "content", older)
    site.replace(STOP, *TITLE)
    site.do("release")
    site.do("build")
    (site.folder / "content").rename(site.folder / "terbaru")
    older.rename(site.folder / "content")
    return len(site.lines(LOG)) + 1


class Guesser:
    """A program that has all that is published, and tries whether a guess gives any of the numbers in it."""

    def __init__(self, site, record, revision):
        self.record, self.revision = record, revision
        texts = [bytes.decode(errors="replace") for bytes in site.published().values()]
        bodies = [json.loads(line) for file in (site.public / "data/log/bodies").iterdir() for line in file.open()]
        # The list of words that were struck out is not published; this reader got hold of it all the same.
        texts.append(site.read(LIST))
        self.hashes = {found.lower() for text in texts for found in re.findall(r"\b[0-9a-fA-F]{32,}\b", text)}
        self.seals = {found for text in texts for found in re.findall(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b", text)}
        self.nonces = [body["nonce"] for body in bodies] + ["", "0" * 64]
        self.keys = sorted(h for h in self.hashes if len(h) == 64)
        self.bodies = [body["body"] for body in bodies if body["record"] == record]

    def is_there(self, digest):
        return digest in self.hashes or digest[:32] in self.hashes

    def finds(self, guesses, put):
        """The guesses that give a known number; `put` writes one into a body where the secret stood."""
        return [guess for guess in guesses if self.fits(guess, put)]

    def fits(self, guess, put):
        for known in self.bodies:
            body = json.loads(json.dumps(known))
            put(body, guess)
            plain = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            for nonce in self.nonces:
                line = body_line(self.record, self.revision, nonce, body)
                tries = [sha256(line), sha256(nonce + plain), hmac.digest(nonce.encode(), plain.encode(), "sha256").hex()]
                if any(map(self.is_there, tries)) or seal(tries[0]) in self.seals:
                    return True
        letters = re.sub(r"[\W_]", "", guess).lower().encode()
        if any(self.is_there(sha256(salt.encode() + letters)) for salt in ["", *self.nonces, *self.keys]):
            return True
        return any(self.is_there(hmac.digest(bytes.fromhex(key), b"phrase\0" + letters, "sha256").hex()) for key in self.keys)


def put_name(body, name):
    body["aspiration"]["from"]["name"] = name


def put_number(body, number):
    body["aspiration"]["text"]["id"] = f"Warga (nomor rekaan {number}) meminta jalan ditambal."


def guessing_what_was_struck_out(attack):
    """A reader with everything that is published and the right words among the guesses → finds none of what `redact` struck out.

    The words are a name, a NIK and a telephone number. So that the test itself is one: with the nonce from a copy that somebody
    kept, or with the key, the same guesses are right."""
    people = [f"{first} {last}" for first in ("Sahabat", "Kawan", "Warga", "Tamu") for last in ("Rekaan", "Karangan", "Khayali")]
    niks = [f"350911{day:02}0485{n:04}" for day in range(21, 26) for n in range(1, 5)]
    phones = [f"08123456{n:04}" for n in range(7885, 7900)]
    secrets = [("name", "Sahabat Rekaan", people, put_name), ("NIK", "3509112304850001", niks, put_number),
               ("telephone", "081234567890", phones, put_number)]
    site = attack.site(FAST)
    site.do("build")
    for line in site.lines(BODIES):
        body = json.loads(line)
        same = sha256(body_line(body["record"], body["revision"], body["nonce"], body["body"]))
        if same != site.digest(body["record"], body["revision"]):
            raise Unprepared(f"this program writes another line for {body['record']} {body['revision']}")
    struck = []
    for n, (kind, secret, guesses, put) in enumerate(secrets):
        release, clean = f"2025-02-{2 * n + 3:02}", f"2025-02-{2 * n + 4:02}"
        with site.kept(STOP):
            if put is put_name:
                consent = "consent: {date: 2024-01-08, form: rekaan}"
                site.replace(STOP, "village: melati-satu}", f"name: {secret}, {consent}, village: melati-satu}}")
            else:
                # Numbers like these are refused today. What an earlier program let through is written into its lines.
                site.replace(STOP, WORDS, "Warga (nomor rekaan MASUK) meminta jalan ditambal.")
            site.do("release", day=release)
        if put is put_number:
            lines = site.lines(BODIES)
            old, new = sha256(lines[-1]), lines[-1].replace("MASUK", secret)
            site.write_lines(BODIES, [*lines[:-1], new])
            site.replace(LOG, old, sha256(new))
        revision = site.revisions(RECORD)[-1]
        nonce = json.loads(site.lines(BODIES)[-1])["nonce"]
        site.do("release", day=clean)
        site.redact(RECORD, revision, secret, day=clean)
        struck.append((kind, secret, guesses, put, revision, nonce))
    site.do("build", day="2025-02-10")
    everything = b"\n".join(site.published().values()) + (site.read(LOG) + site.read(BODIES) + site.read(LIST)).encode()
    tried = 0
    for kind, secret, guesses, put, revision, nonce in struck:
        attack.claim(secret.encode() not in everything, f"the {kind} {secret} still stands somewhere")
        guesser = Guesser(site, RECORD, revision)
        found = guesser.finds(guesses, put)
        attack.claim(not found, f"the {kind} of revision {revision} was found by guessing: {found}")
        tried += len(guesses) * len(guesser.bodies) * len(guesser.nonces)
        guesser.nonces, guesser.keys = [nonce], []
        attack.claim(guesser.finds(guesses, put) == [secret], f"with the nonce of revision {revision} its {kind} must be found")
        guesser.nonces, guesser.keys = [], [KEY]
        attack.claim(guesser.finds(guesses, put) == [secret], f"with .jhur-key the {kind} must be found in {LIST}")
    return f"{tried} lines tried for a name, a NIK and a telephone number, none fits; with the nonce, or the key, each is found"


def striking_out_twice(attack):
    """A publisher who forgot a word strikes the same revision out once more → the word is recorded, and the program says so; the
    reason that was published stays."""
    site = attack.site()
    site.redact(RECORD, 2, "Kata Rekaan Satu")
    log, words = site.read(LOG), site.lines(LIST)
    plain = site.redact(RECORD, 2)
    attack.expect(plain, 0, "was struck out already", "--word")
    other = site.run("redact", RECORD, "2", "--basis", BASIS, "--reason", "Alasan lain.", "--word", "Sahabat Rekaan")
    attack.expect(other, 0, "was struck out already; the words must not be published again", "The reason given then stays")
    attack.claim(site.read(LOG) == log, "the second redaction changed the log")
    attack.claim(len(site.lines(LIST)) == len(words) + 1, f"{LIST} did not get the word: {site.lines(LIST)}")
    site.replace(STOP, WORDS, "Sahabat&nbsp;REKAAN meminta jalan ditambal.")
    for command in ("check", "build", "release"):
        attack.expect(site.run(command), 1, "[J605]", STOP)
    return "the second word is in the list and refused in the record (J605); the log has the first reason alone"


def withholding_what_was_released(attack):
    """A publisher sets `withheld` or `draft` on what is out → `build` and `release` refuse, for `withheld` with the `redact`
    lines that it takes; readers keep the old site."""
    site = attack.site()
    site.do("build")
    numbers = site.revisions(RECORD)
    with site.kept(STOP):
        site.replace(STOP, *WITHHELD)
        for command in ("check", "build", "release"):
            run = attack.refused(site, "[J345]", STOP, words=[command])
            named = [int(n) for n in re.findall(rf"jhur redact {RECORD} (\d+) --basis", run.text)]
            attack.claim(sorted(set(named)) == numbers, f"`jhur {command}` names the redactions of {named}, not of {numbers}")
    for line in attack.cases([("a stop made a draft", "draft: true"), ("a stop held back", "publish_on: 2030-01-01")]):
        with site.kept(STOP):
            site.replace(STOP, "number: 1\n", f"number: 1\n{line[0]}\n")
            for command in ("check", "build", "release"):
                attack.refused(site, "[J325]", f"{LOG}:", "1 was published", words=[command])
    with site.kept(NEWS):
        site.replace(NEWS, "status: in-progress, text: Mulai", "draft: true, status: in-progress, text: Mulai")
        attack.refused(site, "[J331]", RECORD, "jhur release")
    # The way that the message shows.
    site.replace(STOP, *WITHHELD)
    for number in numbers:
        site.redact(RECORD, number)
    site.do("release")
    site.do("build")
    left = [path for path, bytes in site.published().items() if b"Warga meminta jalan" in bytes]
    attack.claim(not left, f"withheld after {len(numbers)} redactions, and still in {left[:5]}")
    return f"withheld: J345 with all {len(numbers)} `jhur redact` lines; a stop made a draft: J325; news made a draft: J331"


def redaction_as_an_eraser(attack):
    """A publisher strikes out the revisions that have the first deadline → every reader finds day, rule of law and reason on
    /koreksi/ and in the log; a kept seal says that it was struck out, and when; a kept log is the beginning of the new one."""
    site = attack.site()
    site.do("build")
    kept_seal = site.seal(RECORD, 8)
    attack.claim(kept_seal in site.read("public/1/jalan/r8/index.html"), "the page of a revision does not have its seal")
    site.keep_log()
    attack.expect(site.run("verify", "--seal", kept_seal), 0, RECORD, "It is the newest")
    site.replace(STOP, *DEADLINE)
    site.do("release")
    older = site.revisions(RECORD)[:-1]
    for number in older:
        site.redact(RECORD, number, day="2025-02-05")
    last = json.loads(site.lines(LOG)[-1])
    wanted = {"release": "2025-02-05", "redacts": {"record": RECORD, "revision": 8}, "basis": BASIS, "reason": REASON}
    attack.claim(last == {"entry": len(site.lines(LOG)) - 1, **wanted}, f"the log's last line is {last}")
    site.do("build", day="2025-02-05")
    for page in ("koreksi", "1/jalan/r8"):
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", site.read(f"public/{page}/index.html")))
        missing = [words for words in ("5 Februari 2025", f"Dasar: {BASIS}", REASON) if words not in text]
        attack.claim(not missing, f"/{page}/ does not say {missing}")
    corrections = site.read("public/koreksi/index.html")
    attack.claim(all(f"1/jalan/r{n}/" in corrections for n in older), "/koreksi/ does not lead to all that was struck out")
    attack.expect(site.run("verify", "--seal", kept_seal, "public"), 0, f"revision 8 of {RECORD}", "struck out on 2025-02-05")
    attack.expect(site.run("verify", "--kept", KEPT, "public"), 0, "Agrees", f"has {len(older) + 1} more")
    return "entries with day, basis and reason, shown on /koreksi/; the kept seal: struck out on 2025-02-05; the kept log agrees"


def changing_what_stands_around_the_records(attack):
    """A publisher changes what a reader sees without touching a record: theme, settings, names, photographs → `build` refuses and
    names `site`, or the record, and `jhur release`; the release has a page that shows the difference."""
    site = attack.site()
    strings, style, template = (f"themes/rekaan/{file}" for file in ("i18n/id.ftl", "assets/style.css", "templates/404.html"))
    offices, topics, districts = (f"content/{name}.yaml" for name in ("offices", "topics", "districts"))
    site.write(SITE, site.read(SITE) + "theme: rekaan\n")
    site.write(strings, "group-done = Selesai\n")
    site.write(style, "footer { color: inherit }\n")
    site.write(template, '{% extends "base.html" %}\n{% block main %}<p>Rekaan</p>{% endblock %}\n')
    with_photographs(site)
    cases = [
        ("a theme string", strings, "Selesai", "Selesai 25 dari 25"),
        ("CSS that hides", style, "inherit }", "inherit }\nmain { display: none }"),
        ("a template", template, "Rekaan", "Rekaan lain"),
        ("another theme", SITE, "theme: rekaan", "theme: pendopo"),
        ("the licence", SITE, "CC0-1.0", "CC-BY-NC-ND-4.0"),
        ("a signing key", SITE, "standing:", f"signing_key: RWS{'A' * 53}\nstanding:"),
        ("whose site it is", SITE, "standing: official", "standing: independent"),
        ("the publisher", SITE, "publisher: Kabupaten Rekaan", "publisher: Kabupaten Rekaan Lain"),
        ("the title", SITE, "J-HUR Rekaan", "J-HUR Rekaan Lain"),
        ("the contact", SITE, "rekaan.example/lapor", "rekaan.example/buang"),
        ("an office's name", offices, "Dinas Jalan Rekaan", "Dinas Jalan dan Jembatan Rekaan"),
        ("a topic's parent", topics, "en: Roads}, parent: prasarana", "en: Roads}, parent: pasar"),
        ("a kecamatan's name", districts, "Melati Rekaan", "Melati Rekaan Lain"),
        ("a village's name", districts, "name: Melati Satu", "name: Melati Dua"),
    ]
    for file, old, new in attack.cases(cases):
        with site.kept(file):
            site.replace(file, old, new)
            attack.refused(site, "[J331]", "of the site (site)", "jhur release")
    with site.kept(PICTURE):
        site.write(PICTURE, png(200))
        attack.refused(site, "[J331]", "what 1 says", "jhur release")
    # Released, it is a revision with a page that says what was and what is.
    site.replace(SITE, "CC0-1.0", "CC-BY-4.0")
    site.do("release")
    site.do("build")
    page = site.read("public/site/riwayat/index.html")
    attack.claim("CC0-1.0" in page and "CC-BY-4.0" in page, "/site/riwayat/ does not show the licence before and after")
    attack.claim("site/riwayat" in site.read("public/koreksi/index.html"), "/koreksi/ does not name the change of `site`")
    # A site with the program's own theme, over which a file is laid.
    plain = attack.site()
    plain.do("build")
    plain.write("themes/pendopo/i18n/id.ftl", "group-no-direct-news = Selesai\n")
    attack.refused(plain, "[J331]", "of the site (site)", "jhur release")
    places = where_places_lie(attack)
    return f"each refused by itself (J331): {names(cases)}, {places}, a photograph, a file over the default theme"


def where_places_lie(attack):
    """What is drawn on the map and how villages are called; and what is in no log."""
    site = attack.site()
    districts, outlines = "content/districts.yaml", "content/districts.geojson"
    features = []
    for code, name, west in [("35.09.01", "Melati", 113.3), ("35.09.02", "Kenanga", 113.6)]:
        site.replace(districts, f"name: {name} Rekaan,", f'name: {name} Rekaan, code: "{code}",')
        ring = [[west, -8.2], [west + 0.2, -8.2], [west + 0.2, -8.3], [west, -8.2]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"code": code}, "geometry": geometry})
    site.write(outlines, json.dumps({"type": "FeatureCollection", "features": features}))
    with_photographs(site)
    codes = ('name: Melati Rekaan, code: "35.09.01"', 'name: Melati Rekaan, code: "35.09.02"',
             'name: Kenanga Rekaan, code: "35.09.02"', 'name: Kenanga Rekaan, code: "35.09.01"')
    cases = [
        ("the outlines of the map", outlines, "-8.3]", "-8.9]"),
        ("the codes of kecamatan", districts, *codes),
        ("a village's kind", districts, "key: melati-satu,", "key: melati-satu, kind: kelurahan,"),
    ]
    for file, *edits in attack.cases(cases):
        with site.kept(file):
            for old, new in zip(edits[::2], edits[1::2]):
                site.replace(file, old, new)
            attack.refused(site, "[J331]", "of the site (site)", "jhur release")
    log = site.read(LOG) + site.read(BODIES)
    pictures = [bytes for path, bytes in site.published().items() if path.startswith("foto/")]
    if not any(sha256(bytes) in log for bytes in pictures):
        attack.open.append("published photographs: the log has the hash of the file that was handed in, which no reader can get")
    attack.open.append("the default theme, which comes with the program: in no log")
    return names(cases)


def changing_words_without_a_release(attack):
    """A publisher changes released words and builds → `build` refuses, names the record and `jhur release`; `verify` and `status`
    tell as well; `--drafts` shows it in a folder of its own."""
    site = attack.site()
    site.do("build")
    page = "content/pages/metode.md"
    cases = [
        ("a title", RECORD, STOP, *TITLE),
        ("a deadline", RECORD, STOP, *DEADLINE),
        ("a request", RECORD, STOP, WORDS, "Warga memuji jalan."),
        ("an answer", "1/trotoar", STOP, "answer: [declined]", "answer: [explained]"),
        ("an official", RECORD, STOP, "Pejabat Rekaan Satu", "Pejabat Rekaan Dua"),
        ("an older follow-up", RECORD, NEWS, "Mulai ditambal.", "Sudah ditambal."),
        ("a source", RECORD, NEWS, "2024-09-06, kind: press", "2024-09-07, kind: press"),
        ("a page", "metode", page, site.lines(page)[-1], "Isi rekaan yang lain."),
    ]
    for record, file, old, new in attack.cases(cases):
        with site.kept(file):
            site.replace(file, old, new)
            attack.refused(site, "[J331]", f"what {record} says", "jhur release")
            attack.expect(site.run("verify"), 1, "[J331]", record)
            attack.expect(site.run("status"), 0, "not in the revision log yet", "jhur release --dry-run")
    with site.kept(NEWS):
        site.write_lines(NEWS, [line for line in site.lines(NEWS) if "1/air/pipa" not in line])
        attack.refused(site, "[J331]", "what 1/air says", "jhur release")
    site.replace(STOP, *TITLE)
    before = site.state()
    site.do("build", "--drafts")
    attack.claim("setapak" in site.read("public-drafts/1/jalan/index.html"), "--drafts does not show the change")
    attack.claim(site.state() == before, "--drafts changed public/")
    return f"{len(cases) + 1} changes refused (J331), each with its record: {names(cases)}, news deleted; --drafts apart"


def making_the_whole_log_anew(attack):
    """A publisher deletes the log and makes another one, dated back → `release` and `build` refuse it beside the site that
    stands; whoever kept log or seal sees it, wherever the new site is made."""
    site = attack.site()
    site.do("build")
    site.keep_log()
    kept_seal = site.seal(RECORD, 8)
    site.replace(STOP, *DEADLINE)
    for file in (LOG, BODIES):
        (site.folder / file).unlink()
    attack.expect(site.run("release", day="2024-12-31"), 1, "[J329]", "line 1 of")
    attack.claim(not (site.folder / LOG).exists(), "`release` began a second log beside the published one")
    site.public.rename(site.folder / "lama")
    site.do("release", day="2024-12-31")
    (site.folder / "lama").rename(site.public)
    for command in ("build", "release"):
        attack.refused(site, "[J329]", "line 1 of", "data/log/log.jsonl", words=[command])
    # In an empty folder nothing stands in the way.
    site.do("build", "--out", "baru")
    for place in ([], ["baru"]):
        attack.expect(site.run("verify", "--kept", KEPT, *place), 1, "DOES NOT AGREE: from line 1 on")
        attack.expect(site.run("verify", "--seal", kept_seal, *place), 1, kept_seal, "is not in this revision log")
    attack.open.append("a log made anew, dated back and built into an empty folder: not seen by a reader who kept nothing")
    return "J329 at line 1 beside the old site; the kept log differs from line 1 on; the kept seal is unknown"


def signed(attack):
    """A published site that signs its log, and a folder with the keys of others."""
    site, desk = attack.site(), attack.site()
    words = {"JHUR_KEY_PASSWORD": "rekaan"}
    made = desk.do("key", "../situs.key", **words).text
    site.write(SITE, site.read(SITE) + re.search("signing_key: .*", made)[0] + NEWLINE)
    site.do("release")
    publish(site)
    return site, desk


def publish(site, **more):
    site.do("build", "--sign", "../situs.key", JHUR_KEY_PASSWORD="rekaan", **more)


def rewriting_under_a_witness(attack):
    """A publisher makes its whole log anew, dated back, in an empty folder → a witness's next look says so, and keeps two
    checkpoints with the publisher's own signature; a statement that the publisher once published stands against the new log."""
    site, newsroom = signed(attack)
    key = "../saksi.key"
    newsroom.do("key", key, "--witness", "koran.example", JHUR_KEY_PASSWORD="rekaan")
    look = ["witness", str(site.public), "--key", key, "--name", "koran.example"]
    first = newsroom.do(*look, JHUR_KEY_PASSWORD="rekaan")
    statement = next(newsroom.folder.glob("jhur-witness/*/koran.example.txt")).read_text()
    attack.expect(first, 0, "Seen for the first time", "Signed as koran.example")
    site.write("content/witnessed/koran.example.txt", statement)
    publish(site)
    attack.claim("koran.example" in site.read("public/data/periksa/index.html"), "/data/periksa/ does not name the witness")
    for file in (LOG, BODIES):
        (site.folder / file).unlink()
    site.replace(STOP, *DEADLINE)
    site.public.rename(site.folder / "lama")
    attack.expect(site.run("build"), 1, "[J347]", "koran.example")
    (site.folder / "content/witnessed/koran.example.txt").unlink()
    site.do("release", day="2024-12-31")
    publish(site)
    attack.expect(newsroom.run(*look, JHUR_KEY_PASSWORD="rekaan"), 1, "IT DIFFERS: from line 1 on", "two checkpoints")
    attack.claim(len(list(newsroom.folder.glob("jhur-witness/*/evidence-*/*/checkpoint"))) == 2, "no two checkpoints are kept")
    site.write("pernyataan.txt", statement)
    attack.expect(site.run("verify", "--kept", "pernyataan.txt"), 1, "DOES NOT AGREE")
    return "the witness says from which line on, with two signed checkpoints; its statement is refused by the new log (J347)"


def two_logs_for_two_audiences(attack):
    """A publisher shows one log to some and another to others → the statements of two witnesses, or a kept checkpoint, do not
    agree; who saw one site alone and compares with nobody notices nothing."""
    site, newsroom = signed(attack)
    shutil.copytree(site.folder / "content", site.folder / "lain/content")
    other = Site.__new__(Site)
    other.folder, other.public = site.folder / "lain", site.folder / "lain/public"
    site.replace(STOP, *TITLE)
    other.replace(STOP, *DEADLINE)
    for one in (site, other):
        one.do("release", day="2025-02-03")
    publish(site, day="2025-02-03")
    other.do("build", "--sign", "../../situs.key", JHUR_KEY_PASSWORD="rekaan", day="2025-02-03")
    for one in (site, other):
        attack.expect(newsroom.run("witness", one.public), 0, "Seen for the first time")
    note = other.public / "data/log/checkpoint"
    attack.expect(site.run("verify", "--kept", note, "public"), 1, "DOES NOT AGREE")
    attack.expect(other.run("verify", "--kept", note, "public"), 0, "Agrees")
    # A witness that saw the one and is shown the other.
    site.public.rename(site.folder / "lama")
    shutil.copytree(other.public, site.public)
    attack.expect(newsroom.run("witness", site.public), 1, "IT DIFFERS")
    attack.open.append("two logs for two audiences: not seen by readers who compare with nobody")
    return "a checkpoint of the one does not agree with the other; a witness of the one refuses the other"


def editing_the_log(attack):
    """A publisher cuts lines out of the log, edits, swaps or repeats them → `check`, `build`, `verify` and `release` name the
    line. Where the rest of the log agrees (a day, a reason), `build` over the site that stands and a kept log do."""
    site = attack.site()
    site.do("build")
    site.keep_log()
    lines = site.lines(LOG)
    digest = json.loads(lines[40])["digest"]
    at = site.line_of(BODIES, json.loads(lines[40]))

    def edited(number, old, new):
        """The log with another line of this number, from 1."""
        if old not in lines[number - 1]:
            raise Unprepared(f"{LOG}:{number} has no {old}")
        return [*lines[:number - 1], lines[number - 1].replace(old, new, 1), *lines[number:]]

    cases = [
        ("a line cut out", [*lines[:40], *lines[41:]], "[J322]", f"{LOG}:41:"),
        ("two lines swapped", [*lines[:40], lines[41], lines[40], *lines[42:]], "[J322]", f"{LOG}:41:"),
        ("a line repeated", [*lines, lines[-1]], "[J322]", f"{LOG}:{len(lines) + 1}:"),
        ("a digest edited", edited(41, digest, digest[::-1]), "[J323]", f"{BODIES}:{at}:"),
        ("a record renamed", edited(4, '"1/sekolah"', '"1/lain"'), "[J325]", f"{LOG}:4:"),
        ("a number edited", edited(41, '"revision":', '"revision":9'), "[J324]", f"{LOG}:41:"),
        ("a day put back", edited(41, '"release":"2024', '"release":"2023'), "[J324]", f"{LOG}:41:"),
        ("a line written otherwise", edited(41, ",", ", "), "[J321]", f"{LOG}:41:"),
        ("redactions cut off", lines[:-2], "[J323]", f"{LOG}:{site.line_of(LOG, json.loads(lines[-1])['redacts'])}:"),
    ]
    for changed, code, place in attack.cases(cases):
        with site.kept(LOG):
            site.write_lines(LOG, changed)
            for command in ("check", "build", "verify", "release"):
                attack.refused(site, code, place, words=[command])
    day = next(n for n, line in enumerate(lines, 1) if '"2024-02-01"' in line)
    quiet = [
        ("a day a little earlier", edited(day, '"2024-02-01"', '"2024-01-31"'), day),
        ("a reason edited", edited(len(lines), '"reason":"', '"reason":"Lain. '), len(lines)),
    ]
    for changed, line in attack.cases(quiet):
        with site.kept(LOG):
            site.write_lines(LOG, changed)
            for command in ("build", "release"):
                attack.refused(site, "[J329]", f"line {line} of", words=[command])
            attack.expect(site.run("verify", "public"), 1, "data/log/log.jsonl")
            attack.expect(site.run("verify", "--kept", KEPT), 1, f"DOES NOT AGREE: from line {line} on")
    return f"named at their line by check, build, verify, release: {names(cases)}; J329 and the kept log: {names(quiet)}"


def cutting_the_end_off(attack):
    """A publisher takes the last release back, in the log alone or everywhere → `build` and `release` beside the site that stands
    refuse at the line that is missing; so do `verify` of its folder, a kept log and a kept seal."""
    site = attack.site()
    before = {file: site.read(file) for file in (LOG, BODIES)}
    line = len(site.lines(LOG)) + 1
    site.replace(STOP, *TITLE)
    site.do("release")
    site.do("build")
    site.keep_log()
    kept_seal = site.seal(RECORD, 9)

    def seen():
        for command in ("build", "release"):
            attack.refused(site, "[J329]", f"line {line} of", words=[command])
        attack.expect(site.run("verify", "public"), 1)
        attack.expect(site.run("verify", "--kept", KEPT), 1, f"DOES NOT AGREE: from line {line} on")
        attack.expect(site.run("verify", "--seal", kept_seal), 1, "is not in this revision log")

    # The log alone: the record has words that no revision has.
    site.write(LOG, before[LOG])
    attack.expect(site.run("verify"), 1, "[J331]", RECORD)
    seen()
    # Bodies and record too: nothing in content/ tells any more.
    site.write(BODIES, before[BODIES])
    site.replace(STOP, *reversed(TITLE))
    attack.expect(site.run("verify"), 0, "Everything agrees")
    seen()
    return f"J329 at line {line}; the kept log differs from there; the seal of what was cut is unknown; verify sees the folder"


def swapping_a_published_file(attack):
    """A host swaps a picture and a page in public/, and puts both into the manifest → the next `build` makes both anew; the
    manifest has the right bytes again. With and without the build cache."""
    site = attack.site()
    with_photographs(site)
    right = site.published()
    pictures = sorted(path for path in right if path.startswith("foto/"))
    page = "1/jalan/index.html"
    swaps = {pictures[0]: right[pictures[-1]], page: right[page].replace(b"2024", b"2034")}
    if any(bytes == right[path] for path, bytes in swaps.items()):
        raise Unprepared(f"nothing to swap: {pictures}")
    for is_cached in attack.cases([("with the build cache", True), ("without it", False)]):
        manifest = right["manifest.json"].decode()
        for path, bytes in swaps.items():
            site.write(f"public/{path}", bytes)
            manifest = manifest.replace(sha256(right[path]), sha256(bytes))
        site.write("public/manifest.json", manifest)
        attack.expect(site.run("verify", "public"), 1, *swaps)
        if not is_cached[0]:
            (site.folder / ".public.jhur-made").unlink()
        site.do("build")
        now = site.published()
        for path in [*swaps, "manifest.json"]:
            attack.claim(now[path] == right[path], f"{path} is not as it was")
        files = json.loads(now["manifest.json"])["files"]
        attack.claim(all(files[path] == sha256(right[path]) for path in swaps), "the manifest has the swapped bytes")
        attack.expect(site.run("verify", "public"), 0, "Everything agrees")
    return f"{pictures[0]}, {page}: named by verify, made anew by build, manifest as before; with the build cache and without"


def building_the_past_over_the_site(attack):
    """A publisher builds the site as of an earlier day over the one that stands → refused; in a folder of its own it works, and
    the live site is untouched."""
    site = attack.site()
    site.do("build")
    before = site.state()
    past = ["build", "--as-of", "2024-05-01"]
    attack.refused(site, "[J330]", "2024-05-01", "2025-01-20", "--out FOLDER", words=past)
    attack.refused(site, "[J330]", words=[*past, "--yes"])
    attack.refused(site, "[J330]", "2024-05-01", "SOURCE_DATE_EPOCH", day="2024-05-01")
    site.do(*past, "--out", "dulu")
    attack.claim(site.state() == before, "a look at the past changed the live site")
    beginning, log = site.read("dulu/data/log/log.jsonl"), site.read(LOG)
    attack.claim(log.startswith(beginning) and beginning != log, "the site of the past has not the log of then")
    return f"J330 over public/; with --out the site of then, with {beginning.count(NEWLINE)} of {log.count(NEWLINE)} lines"


def restoring_an_older_backup(attack):
    """A publisher brings an older content/ back → `build` and `release` refuse before the log forks, `status` says why; the
    workflow of `init --ci`, which builds into an empty folder, looks at the live log."""
    site = attack.site()
    line = published_newer(site)
    for words in (["build"], ["release"], ["release", "--dry-run"]):
        attack.refused(site, "[J329]", f"line {line} of", "older than what is published", words=words, day="2025-02-02")
    # A change on top of it would fork the log.
    with site.kept(STOP):
        site.replace(STOP, WORDS, "Warga meminta jalan diaspal (rekaan).")
        attack.refused(site, "[J329]", f"line {line} of", words=["release"], day="2025-02-02")
    status = site.run("status", day="2025-02-02")
    attack.expect(status, 0, "older than what is published")
    attack.claim("jhur build" not in status.text and "jhur release" not in status.text, f"advises what is refused: {status}")
    attack.expect(site.run("verify", "--kept", "public/data/log/log.jsonl"), 1, f"DOES NOT AGREE: from line {line} on")
    for host, file in [("github", ".github/workflows/situs.yml"), ("gitlab", ".gitlab-ci.yml")]:
        site.do("init", ".", "--ci", host)
        # tests/hosting runs it against a server.
        attack.claim('public/data/log/log.jsonl | cmp -s - "$live/log"' in site.read(file), f"{file} compares no live log")
    shutil.rmtree(site.folder / "content")
    (site.folder / "terbaru").rename(site.folder / "content")
    attack.expect(site.run("build"), 0)
    return f"build and release refused (J329, line {line}), status says older; the workflows of init --ci look at the live log"


def an_older_backup_beside_a_damaged_log(attack):
    """A host damages or deletes the published log, and the publisher brings an older content/ back → `manifest.json` still has
    the hash of that log: `build` and `release` refuse here too. A content/ that goes on from it puts the log right."""
    site = attack.site()
    published_newer(site)
    log = site.public / "data/log/log.jsonl"
    right = log.read_bytes()
    for damaged in attack.cases([("a byte changed", right.replace(b"2024-01-15", b"2024-01-14", 1)), ("deleted", None)]):
        log.unlink()
        if damaged[0]:
            log.write_bytes(damaged[0])
        with site.kept(STOP, LOG, BODIES):
            site.replace(STOP, WORDS, "Warga meminta jalan diaspal (rekaan).")
            attack.refused(site, words=["release"])
        attack.refused(site)
        with site.other_content("terbaru"):
            site.do("build")
        attack.claim(log.exists() and log.read_bytes() == right, "a whole content/ does not put the log right")
    return "an older content/ is refused, a newer one puts the log right"


def days_that_cannot_be_right(attack):
    """A machine with a clock in 2062, or a build shell with SOURCE_DATE_EPOCH of 1980 → both are refused with the day and where
    it comes from; a release that was forced is mended by an entry, not by waiting."""
    site = attack.site()
    site.do("build")
    attack.expect(site.run("build"), 0, f"The day is {DAY}, from SOURCE_DATE_EPOCH.")
    attack.refused(site, "[J915]", "1980-01-01", "SOURCE_DATE_EPOCH", code=2, epoch=315532800)
    attack.refused(site, "[J915]", "1980-01-01", "--as-of", words=["build", "--as-of", "1980-01-01"], code=2)
    attack.refused(site, "[J328]", "1980-01-01", "SOURCE_DATE_EPOCH", words=["release"], epoch=315532800)
    attack.refused(site, "SOURCE_DATE_EPOCH", words=["release", "--clock", "Rekaan."], code=2, epoch=315532800)
    site.replace(STOP, *TITLE)
    for command in ("build", "release"):
        attack.refused(site, "[J914]", "2062-01-01", "SOURCE_DATE_EPOCH", "--yes", words=[command], code=2, day="2062-01-01")
    site.do("release", "--yes", day="2062-01-01")
    site.keep_log(site.folder / LOG)
    forced = site.read(LOG)
    site.replace(STOP, WORDS, "Warga meminta jalan diaspal (rekaan).")
    attack.refused(site, "[J328]", "2062-01-01", "jhur release --clock", words=["release"], day="2025-02-02")
    attack.expect(site.run("release", "--clock", "Jam rekaan salah.", day="2025-02-02"), 0, "2062-01-01")
    site.do("release", day="2025-02-02")
    log = site.read(LOG)
    attack.claim(log.startswith(forced), "the mending changed lines of the log")
    mended = json.loads(log[len(forced):].splitlines()[0])
    wanted = {"entry": forced.count(NEWLINE), "release": "2025-02-02", "clock": "Jam rekaan salah."}
    attack.claim(mended == wanted, f"the entry is {mended}")
    site.do("build", day="2025-02-02")
    attack.claim("Jam rekaan salah." in site.read("public/koreksi/index.html"), "/koreksi/ does not say that the clock was wrong")
    attack.claim("2062" not in site.read("public/1/jalan/riwayat/index.html"), "the history still says 2062")
    attack.expect(site.run("verify", "--kept", KEPT, "public", day="2025-02-02"), 0, "Agrees", "2 more")
    return "1980: J915, for a release J328; 2062: J914, with --yes only; mended by one entry, shown on /koreksi/; no line changed"


def editing_what_revisions_say(attack):
    """A publisher edits the words or the nonce of a released body, deletes its line without `redact`, or puts back what was
    struck out → `check`, `build`, `verify` and `release` name the line."""
    site = attack.site()
    site.do("build")
    bodies = site.lines(BODIES)
    number = site.line_of(BODIES, {"record": RECORD, "revision": 3})
    before, line, after = bodies[:number - 1], bodies[number - 1], bodies[number:]
    body = json.loads(line)
    fresh = body_line(RECORD, 3, "ab" * 32, {**body["body"], "kind": "announcement"})
    place = f"{BODIES}:{number}:"
    cases = [
        ("a word", [*before, line.replace("ditambal", "diaspal"), *after], "[J323]", place),
        ("a nonce", [*before, line.replace(body["nonce"], "0" * 64), *after], "[J323]", place),
        ("words and nonce", [*before, fresh, *after], "[J323]", place),
        ("a line deleted", [*before, *after], "[J323]", f"{LOG}:{site.line_of(LOG, body)}:"),
        ("a line repeated", [*bodies, line], "[J323]", f"{BODIES}:{len(bodies) + 1}:"),
        ("written otherwise", [*before, line.replace(":", ": ", 1), *after], "[J321]", place),
        ("all of them deleted", [], "[J323]", f"{LOG}:1:"),
    ]
    for lines, code, where in attack.cases(cases):
        attack.claim(lines != bodies, "nothing was changed")
        with site.kept(BODIES):
            site.write_lines(BODIES, lines)
            for command in ("check", "build", "verify", "release"):
                attack.refused(site, code, where, words=[command])
    site.redact(RECORD, 3)
    site.write_lines(BODIES, [*site.lines(BODIES), line])
    for command in ("check", "build", "verify", "release"):
        attack.refused(site, "[J323]", f"{BODIES}:{len(bodies)}:", words=[command])
    return f"named at their line (J321, J323): {names(cases)}, what was struck out put back"


def changing_pages_on_the_host(attack):
    """A host changes what it serves → `verify FOLDER` names the file. With a signature, a changed manifest is found by whoever
    has the public key, by minisign alone too; another key's signature is none."""
    site = attack.site()
    site.do("build")
    right = site.published()
    page, log = "1/jalan/index.html", "data/log/log.jsonl"
    changed = right[page].replace(b"Jalan dusun", b"Jalan mulus")
    forged = right["manifest.json"].replace(sha256(right[page]).encode(), sha256(changed).encode())
    added = right["manifest.json"].replace(b'"files": {', f'"files": {{"palsu.html": "{sha256("palsu")}",'.encode(), 1)
    cases = [
        ("a page", {page: changed}, 1, "[J334]", page),
        ("a page and the manifest", {page: changed, "manifest.json": forged}, 1, "[J336]", page),
        ("the manifest", {"manifest.json": forged}, 1, "[J334]", page),
        ("the log", {log: right[log].replace(b"2024-01-15", b"2024-01-14")}, 1, "[J334]", log),
        ("a page away", {page: None}, 1, "[J333]", page),
        ("a page more", {"palsu.html": b"palsu"}, 0, "[J335]", "palsu.html"),
        ("a page more, in the manifest too", {"palsu.html": b"palsu", "manifest.json": added}, 1, "[J338]", "palsu.html"),
    ]
    for files, code, *texts in attack.cases(cases):
        with site.kept(*(f"public/{path}" for path in files)):
            for path, bytes in files.items():
                attack.claim(bytes != right.get(path), f"{path} was not changed")
                if bytes is None:
                    (site.public / path).unlink()
                else:
                    site.write(f"public/{path}", bytes)
            attack.expect(site.run("verify", "public"), code, *texts)
    site.write("unduhan.html", changed)
    attack.expect(site.run("verify", "unduhan.html"), 1, "[J336]")
    attack.open.append("page and manifest changed by the host, not signed: a reader without content/, log or seal cannot see it")
    return f"named by verify: {names(cases)}; " + signing_with_another_key(attack, site, page)


def signing_with_another_key(attack, site, page):
    if not shutil.which("minisign"):
        attack.claim("CI" not in os.environ, "there is no minisign (Debian: apt-get install minisign)")
        return "signatures were not tried: there is no minisign"

    def minisign(*words):
        done = subprocess.run(["minisign", *words], cwd=site.public, capture_output=True, stdin=subprocess.DEVNULL)
        return done.returncode == 0

    def is_signed():
        return minisign("-Vm", "manifest.json", "-P", own)

    for name in ("kunci", "lain"):
        if not minisign("-G", "-W", "-p", f"../{name}.pub", "-s", f"../{name}.key"):
            raise Unprepared("minisign makes no keys")
    own, other = (site.lines(f"{name}.pub")[1] for name in ("kunci", "lain"))
    site.write(SITE, site.read(SITE) + f"signing_key: {own}\n")
    site.do("release")
    site.do("build", "--sign", "kunci.key")
    attack.expect(site.run("verify", "public"), 0, "Everything agrees")
    attack.claim(is_signed(), "minisign does not take the signature")
    right = site.published()
    changed = right[page].replace(b"Jalan dusun", b"Jalan mulus")
    forged = right["manifest.json"].replace(sha256(right[page]).encode(), sha256(changed).encode())
    attack.claim(forged != right["manifest.json"], "the manifest was not changed")
    signature = "public/manifest.json.minisig"
    with site.kept(f"public/{page}", "public/manifest.json", signature):
        site.write(f"public/{page}", changed)
        site.write("public/manifest.json", forged)
        for then in attack.cases([("as it was signed", None), ("signed by another key", "-S"), ("signature deleted", "rm")]):
            if then[0] == "-S" and not minisign("-S", "-s", "../lain.key", "-m", "manifest.json"):
                raise Unprepared("minisign does not sign")
            if then[0] == "rm":
                (site.folder / signature).unlink()
            attack.expect(site.run("verify", "public"), 1, "[J336]", page, "[J337]")
            attack.claim(not is_signed(), "minisign takes it for signed by our key")
    # The publisher's other key is no way either: which one it is stands in `site`.
    sign = ["build", "--sign", "lain.key"]
    attack.refused(site, "[J911]", words=sign, code=2)
    site.replace(SITE, own, other)
    attack.refused(site, "[J331]", "of the site (site)", "jhur release", words=sign)
    return "a signed manifest that was changed, signed by another key or not at all: J337, and by minisign"


ATTACKS = [
    guessing_what_was_struck_out,
    striking_out_twice,
    withholding_what_was_released,
    redaction_as_an_eraser,
    changing_what_stands_around_the_records,
    changing_words_without_a_release,
    making_the_whole_log_anew,
    rewriting_under_a_witness,
    two_logs_for_two_audiences,
    editing_the_log,
    cutting_the_end_off,
    swapping_a_published_file,
    building_the_past_over_the_site,
    restoring_an_older_backup,
    an_older_backup_beside_a_damaged_log,
    days_that_cannot_be_right,
    editing_what_revisions_say,
    changing_pages_on_the_host,
]


def tried(function):
    """The attack and what was seen."""
    with tempfile.TemporaryDirectory(prefix="jhur-attack-", dir=WORK) as folder:
        attack = Attack(pathlib.Path(folder))
        try:
            return attack, function(attack)
        except Exception as error:  # One attack that cannot be tried must not hide the others.
            attack.wrong.append(f"{attack.case}: could not be tried: {type(error).__name__}: {error}")
            return attack, ""


def main():
    failed, still_open = [], []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for function, (attack, seen) in zip(ATTACKS, pool.map(tried, ATTACKS)):
            still_open += attack.open
            if attack.wrong:
                failed.append(function.__name__)
            for wrong in attack.wrong:
                print(f"FAIL {function.__name__}: " + wrong.replace(NEWLINE, NEWLINE + "     "))
            if not attack.wrong:
                print(f"ok   {function.__name__}: {seen}")
            sys.stdout.flush()
    for what in still_open:
        print(f"open {what}")
    print(f"{len(ATTACKS) - len(failed)} of {len(ATTACKS)} attacks are answered as designed; not: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
