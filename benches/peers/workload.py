#!/usr/bin/env python3
"""Writes one made-up corpus in jhur's record format and, entry for entry, as a Hugo, a Zola and an Eleventy site, so that
all of them build the same pages. The sites' templates lie beside this script.

usage: workload.py OUT [--stops 50] [--per-stop 20] [--seed 1]

OUT/jhur/content   records for jhur, with `outputs` cut down to what the others make, and feeds
OUT/hugo           Hugo site: data/*.yaml + a content adapter (one page per record)
OUT/zola           Zola site: one Markdown file per record (Zola has no pages from data)
OUT/eleventy       Eleventy site: _data/*.yaml + pagination of size 1

Every name is made up; nothing here is a real record.
"""
import argparse, datetime as dt, json, pathlib, random

WORDS = ("jalan desa rusak warga meminta perbaikan irigasi sawah pupuk subsidi harga pasar produk pelatihan usaha "
         "modal koperasi puskesmas antrean obat sekolah guru honorer lampu penerangan jembatan banjir saluran air bersih "
         "sumur listrik bantuan sosial data penerima kartu layanan adminduk wisata sampah pengelolaan bank lingkungan "
         "pemuda olahraga lapangan posyandu stunting ibu hamil lansia difabel transportasi angkutan terminal parkir").split()
STATUSES = ["planned", "in-progress", "stalled", "partly-done", "done-reported"]   # only ever forward
TOPICS = ["jalan", "irigasi", "umkm", "pendidikan", "kesehatan", "air-bersih", "pertanian", "adminduk", "sosial", "wisata",
          "lingkungan", "transportasi"]
OFFICES = [f"dinas-{w}" for w in ("bina-marga", "sumber-daya-air", "koperasi", "pendidikan", "kesehatan", "tanaman-pangan",
           "dukcapil", "sosial", "pariwisata", "lingkungan-hidup", "perhubungan", "perdagangan", "cipta-karya", "kominfo",
           "pemuda", "tenaga-kerja", "perikanan", "ketahanan-pangan", "perpustakaan", "damkar")]


def sentence(r, lo=8, hi=16):
    return " ".join(r.choice(WORDS) for _ in range(r.randint(lo, hi))).capitalize() + "."


def prose(r, paras, sents):
    out = []
    for _ in range(paras):
        s = [sentence(r) for _ in range(sents)]
        s[0] = "**" + s[0][:-1] + "**."
        s[-1] = s[-1][:-1] + f" ([rincian](https://example.id/{r.randint(1, 9999)}))."
        out.append(" ".join(s))
    return "\n\n".join(out)


def corpus(stops, per_stop, seed):
    r = random.Random(seed)
    day0 = dt.date(2022, 2, 11)
    for n in range(1, stops + 1):
        date = day0 + dt.timedelta(days=7 * n % 400)          # all of it lies before 2024-01-01
        district = f"kecamatan-{(n - 1) % 31 + 1}"
        asps = []
        for a in range(1, per_stop + 1):
            office = r.choice(OFFICES)
            commitments = []
            for c in range(r.choice([0, 1, 1, 1, 2])):
                made = date
                ups = []
                for status in sorted(r.sample(STATUSES, r.choice([0, 1, 1, 2, 3])), key=STATUSES.index):
                    made = made + dt.timedelta(days=r.randint(10, 90))
                    ups.append(dict(date=made, status=status, text=prose(r, 1, 2)))
                commitments.append(dict(id=f"komitmen-{c + 1}", text=sentence(r, 10, 20),
                                        due=date + dt.timedelta(days=r.randint(60, 400)),
                                        conditions=[sentence(r, 5, 8)] if r.random() < .4 else [], follow_ups=ups))
            asps.append(dict(id=f"aspirasi-{a}", title=sentence(r, 4, 8)[:-1], topics=r.sample(TOPICS, r.choice([1, 1, 2])),
                             role="Pelaku UMKM" if r.random() < .3 else "Warga", village=f"desa-{r.randint(1, 8)}",
                             text=prose(r, 2, 4), office=office, official=f"Pejabat {office.title()}",
                             response=prose(r, 2, 5), commitments=commitments))
        yield dict(number=n, district=district, date=date, venue=f"Pendopo {district}", summary=prose(r, 1, 3), aspirations=asps)


def q(s):
    return json.dumps(s, ensure_ascii=False)          # a double-quoted YAML scalar


def block(s, pad):
    return "|\n" + "\n".join((" " * pad + line) if line else "" for line in s.split("\n")) + "\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def jhur(root, stops):
    c = root / "content"
    write(c / "site.yaml", 'format: 1\ntitle: Uji beban\nbase_url: https://example.id/\nlanguages: [id]\npublisher: Kabupaten Contoh\nlicence: CC-BY-4.0\n'
          'standing: official\noutputs: {citations: false, cards: false, search: false, data: false, twins: false, compress: false}\n')
    write(c / "districts.yaml", "".join(
        f"- key: kecamatan-{i}\n  name: Kecamatan {i}\n  code: \"35.09.{i:02}\"\n  villages:\n" +
        "".join(f"    - {{key: desa-{v}, name: Desa {v}}}\n" for v in range(1, 9)) for i in range(1, 32)))
    write(c / "offices.yaml", "".join(f"- key: {o}\n  name: {o.replace('-', ' ').title()}\n" for o in OFFICES))
    write(c / "topics.yaml", "".join(f"- key: {t}\n  name: {t.replace('-', ' ').title()}\n" for t in TOPICS))
    for s in stops:
        y = [f"number: {s['number']}\ndistrict: {s['district']}\ndate: {s['date']}\nvenue: {q(s['venue'])}\n"
             f"summary: {block(s['summary'], 2)}"
             "sources:\n  - id: berita\n    title: Berita kunjungan\n    publisher: Kabar Contoh\n"
             f"    date: {s['date']}\n    url: https://example.id/berita/{s['number']}\naspirations:\n"]
        f = []
        for a in s["aspirations"]:
            y.append(f"  - id: {a['id']}\n    title: {q(a['title'])}\n    topics: [{', '.join(a['topics'])}]\n"
                     f"    from: {{role: {a['role']}, village: {a['village']}}}\n    text: {block(a['text'], 6)}"
                     f"    sources: [berita]\n    responses:\n      - office: {a['office']}\n        official: {{name: {q(a['official'])}, "
                     f"title: Kepala Dinas}}\n        answer: [{'promised' if a['commitments'] else 'explained'}]\n        text: {block(a['response'], 10)}        sources: [berita]\n")
            if a["commitments"]:
                y.append("        commitments:\n")
            for k in a["commitments"]:
                y.append(f"          - id: {k['id']}\n            text: {q(k['text'])}\n            due: {k['due']}\n")
                if k["conditions"]:
                    y.append(f"            conditions: [{', '.join(map(q, k['conditions']))}]\n")
                for u in k["follow_ups"]:
                    f.append(f"- about: {s['number']}/{a['id']}/{k['id']}\n  date: {u['date']}\n  status: {u['status']}\n"
                             f"  text: {block(u['text'], 4)}  sources:\n    - title: Laporan tindak lanjut\n      publisher: Kabar Contoh\n"
                             f"      date: {u['date']}\n      url: https://example.id/laporan/{s['number']}\n")
        write(c / "stops" / f"{s['number']:04}-{s['district']}.yaml", "".join(y))
        if f:
            write(c / "follow-ups" / f"{s['number']:04}.yaml", "".join(f))


# ---- the same pages for the peers -------------------------------------------------------------------------------------------

def latest(k):
    return k["follow_ups"][-1]["status"] if k["follow_ups"] else "recorded"


def plain(s):
    """The joined data the peers get ready-made: ids, dates as text, statuses already derived."""
    return dict(number=s["number"], district=s["district"], date=str(s["date"]), venue=s["venue"], summary=s["summary"],
                aspirations=[dict(a, commitments=[dict(k, due=str(k["due"]), status=latest(k),
                             follow_ups=[dict(u, date=str(u["date"])) for u in k["follow_ups"]]) for k in a["commitments"]])
                             for a in s["aspirations"]])


def hugo(root, stops):
    for s in stops:
        write(root / "data" / "stops" / f"s{s['number']:04}.json", json.dumps(plain(s), ensure_ascii=False))
    for src in (pathlib.Path(__file__).parent / "hugo").rglob("*"):
        if src.is_file():
            write(root / src.relative_to(pathlib.Path(__file__).parent / "hugo"), src.read_text())


def zola(root, stops):
    base = pathlib.Path(__file__).parent / "zola"
    for src in base.rglob("*"):
        if src.is_file():
            write(root / src.relative_to(base), src.read_text())
    for s in stops:
        p = plain(s)
        d = root / "content" / str(s["number"])
        rows = [dict(id=a["id"], title=a["title"], office=a["office"], statuses=[k["status"] for k in a["commitments"]])
                for a in p["aspirations"]]
        write(d / "_index.md", "+++\n" f"title = {q('Kunjungan ' + str(s['number']))}\ntemplate = \"stop.html\"\nsort_by = \"none\"\n"
              f"[extra]\ndistrict = {q(s['district'])}\ndate = {q(str(s['date']))}\nvenue = {q(s['venue'])}\n"
              f"rows = {json.dumps(rows, ensure_ascii=False).replace(': ', ' = ').replace(chr(34) + 'id' + chr(34), 'id').replace(chr(34) + 'title' + chr(34), 'title').replace(chr(34) + 'office' + chr(34), 'office').replace(chr(34) + 'statuses' + chr(34), 'statuses')}\n"
              f"+++\n{s['summary']}\n")
        for a in p["aspirations"]:
            ks = []
            for k in a["commitments"]:
                ks.append("[[extra.commitments]]\n" f"id = {q(k['id'])}\ntext = {q(k['text'])}\ndue = {q(k['due'])}\nstatus = {q(k['status'])}\n"
                          f"conditions = {json.dumps(k['conditions'])}\n" + "".join(
                              "[[extra.commitments.follow_ups]]\n" f"date = {q(u['date'])}\nstatus = {q(u['status'])}\ntext = {q(u['text'])}\n"
                              for u in k["follow_ups"]))
            write(d / f"{a['id']}.md", "+++\n" f"title = {q(a['title'])}\ndate = {s['date']}\ntemplate = \"aspiration.html\"\n"
                  f"[taxonomies]\ntopics = {json.dumps(a['topics'])}\noffices = {json.dumps([a['office']])}\ndistricts = {json.dumps([s['district']])}\n"
                  f"[extra]\nnumber = {s['number']}\nvenue = {q(s['venue'])}\nrole = {q(a['role'])}\nvillage = {q(a['village'])}\n"
                  f"official = {q(a['official'])}\noffice = {q(a['office'])}\nresponse = {q(a['response'])}\n" + "".join(ks) + f"+++\n{a['text']}\n")


def eleventy(root, stops):
    base = pathlib.Path(__file__).parent / "eleventy"
    for src in base.rglob("*"):
        if src.is_file():
            write(root / src.relative_to(base), src.read_text())
    write(root / "_data" / "stops.json", json.dumps([plain(s) for s in stops], ensure_ascii=False))


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out", type=pathlib.Path)
    ap.add_argument("--stops", type=int, default=50)
    ap.add_argument("--per-stop", type=int, default=20)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    stops = list(corpus(a.stops, a.per_stop, a.seed))
    for name, fn in (("jhur", jhur), ("hugo", hugo), ("zola", zola), ("eleventy", eleventy)):
        fn(a.out / name, stops)
    n = sum(len(s["aspirations"]) for s in stops)
    print(f"{len(stops)} stops, {n} aspirations, "
          f"{sum(len(x['commitments']) for s in stops for x in s['aspirations'])} commitments, "
          f"{sum(len(k['follow_ups']) for s in stops for x in s['aspirations'] for k in x['commitments'])} follow-ups -> {a.out}")
