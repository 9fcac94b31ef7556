"""The JSON and CSV twins: by their own schema, by the links that lead to them, and by the tables."""
import csv
import io
import json
import re
from collections import Counter

from jsonschema import Draft202012Validator, FormatChecker

from .site import SHAPE, TABLES


def schema(site, faults):
    own = json.loads(site.read('data/skema.json'))
    Draft202012Validator.check_schema(own)
    if own.get('$schema') != 'https://json-schema.org/draft/2020-12/schema':
        faults.append(f'/data/skema.json: is of {own.get("$schema")}')
    validator, kinds = Draft202012Validator(own, format_checker=FormatChecker()), Counter()
    paths = site.files('data.json')
    for path in paths:
        twin = site.json(path, faults)
        if twin is None:
            continue
        errors = [f'at {"/".join(map(str, e.absolute_path)) or "the top"}: {e.message[:100]}' for e in validator.iter_errors(twin)]
        if errors:
            faults.append(f'/{path}: {"; ".join(errors[:12])}')
        if not isinstance(twin, dict):
            continue
        kinds[twin.get('kind')] += 1
        page = path.removesuffix('data.json')
        if twin.get('$schema') != f'{site.base}data/skema.json' or twin.get('format') != SHAPE or 'as_of' in twin:
            faults.append(f'/{path}: $schema {twin.get("$schema")}, format {twin.get("format")}, or a day that changes every day')
        if twin.get('publisher') != site.publishers or twin.get('licence') != site.about['licence']:
            faults.append(f'/{path}: publisher {twin.get("publisher")}, licence {twin.get("licence")}')
        # A twin stands beside a page, whose words and addresses it has in every language.
        for lang, prefix in site.prefixes.items():
            if prefix + page not in site.pages:
                faults.append(f'/{path}: stands beside no page /{prefix + page}')
                continue
            title, url = twin.get('title', {}).get(lang), twin.get('url', {}).get(lang)
            if url != f'{site.base}{prefix}{page}' or title != site.meta(prefix + page, 'og:title'):
                faults.append(f'/{path}: {lang}: {title!r} at {url}, on the page {site.meta(prefix + page, "og:title")!r}')
    if any(Draft202012Validator(own).is_valid(wrong) for wrong in ({}, [], None, {'kind': 'no such kind'})):
        faults.append('/data/skema.json: lets anything pass')
    wanted = {'data.json', *(f'{r}/data.json' for r in site.records if r.count('/') == 1), *(f'{s["number"]}/data.json' for s in site.table('kunjungan')),
              *(f'kecamatan/{row["key"]}/data.json' for row in site.table('kecamatan')),
              *(f'opd/{row["key"]}/data.json' for row in site.table('opd') if site.entries_answered_by(row['key'])),
              *(f'topik/{row["key"]}/data.json' for row in site.table('topik') if site.entries_about(row['key']))}
    faults += [f'/{path}: is not there' for path in sorted(wanted - set(paths))]
    return f'jsonschema: {len(paths)} twins of {len(kinds)} kinds keep to data/skema.json'


def links(site, faults):
    """Each page whose main language has a twin leads to it; each link leads to a file that can be read."""
    count, linked = Counter(), set()
    for page in site.pages:
        # All parts of a list have the whole one's.
        beside = re.sub(r'^(.+/)(?:bagian/)?\d+/$', r'\1', site.split(page)[1])
        found = {}
        for type_, path in site.alternates(page):
            if type_ not in ('application/json', 'text/csv'):
                continue
            found[type_] = path
            if path is None:
                faults.append(f'/{page}: {type_} leads out of the site')
            elif path not in linked:
                site.parsed(path, json.loads if type_ == 'application/json' else lambda b: list(csv.reader(io.StringIO(b.decode(), newline=''), strict=True)), faults)
            linked.add(path)
            count[type_] += 1
        for type_, name in (('application/json', 'data.json'), ('text/csv', 'data.csv')):
            beside_it = f'{beside}{name}'
            if (found.get(type_) == beside_it) != site.has(beside_it):
                faults.append(f'/{page}: its head names {found.get(type_)} as {type_}; /{beside_it} is {"" if site.has(beside_it) else "not "}there')
    for name in ('data.json', 'data.csv'):
        faults += [f'/{path}: no page leads there' for path in site.files(name) if path not in linked]
    if count['application/json'] < 100 or count['text/csv'] < 100:
        faults.append(f'only {dict(count)} links were found')
    return f'{count["application/json"]} links to JSON and {count["text/csv"]} to CSV lead to {len(linked)} files that can be read'


# The key of a twin under which the rows of a table stand.
ROWS = {'kunjungan': 'stops', 'aspirasi': 'aspirations', 'komitmen': 'commitments', 'kecamatan': 'districts', 'opd': 'offices', 'topik': 'topics',
        'kabar': 'follow_ups', 'koreksi': 'corrections'}
# What the address of a list of commitments promises.
PROMISED = {
    'terlambat': ('deadline_state', 'late'), 'tanpa-tenggat': ('deadline_state', 'no-date'), 'tenggat-belum-lewat': ('deadline_state', 'ahead'),
    'selesai-tepat-waktu': ('deadline_state', 'done-in-time'), 'selesai-terlambat': ('deadline_state', 'done-late'),
    'menunggu-syarat': ('waiting', 'true'), 'segera-jatuh-tempo': ('due_soon', 'true'), 'hanya-kabar-terkait': ('news', 'related'),
    'belum-pernah-dicari': ('looked_for', ''), 'masuk-rencana': ('status', 'planned'), 'sedang-dikerjakan': ('status', 'in-progress'), 'terhambat': ('status', 'stalled'),
    'terpenuhi-sebagian': ('status', 'partly-done'), 'selesai-menurut-opd': ('status', 'done-reported'), 'selesai-terverifikasi': ('status', 'done-verified'),
    'diganti': ('status', 'superseded'), 'dihentikan': ('status', 'dropped'), 'belum-dapat-dinilai': ('group', 'not-assessable'),
    'tanpa-kabar-langsung': ('group', 'no-direct-news'), 'kabar-tanpa-status': ('group', 'without-status'), 'berjalan': ('group', 'under-way'), 'selesai': ('group', 'done'), 'tidak-dilanjutkan': ('group', 'not-pursued'),
}


def promised(site, parts):
    """The table of a list, and the rows that its address promises; nothing where it says nothing here."""
    match parts:
        case ['kunjungan' | 'koreksi' | 'kabar' | 'opd' | 'kecamatan' | 'topik' | 'komitmen' as name]:
            return name, lambda row: True
        case ['komitmen', 'lama-tanpa-kabar-langsung']:
            return 'komitmen', lambda row: row['quiet_since'] != ''
        case ['komitmen', 'tenggat-lewat-sudah-dicari']:
            return 'komitmen', lambda row: row['deadline_state'] == 'passed-unknown' and row['looked_for'] != ''
        case ['komitmen', 'tenggat-lewat-belum-dicari']:
            return 'komitmen', lambda row: row['deadline_state'] == 'passed-unknown' and row['looked_for'] == ''
        case ['komitmen', name] if name in PROMISED:
            column, value = PROMISED[name]
            return 'komitmen', lambda row: row[column] == value
        case ['komitmen', 'opd' | 'kecamatan' as group, key]:
            return 'komitmen', lambda row: row[{'opd': 'office', 'kecamatan': 'district'}[group]] == key
        case ['komitmen', 'topik', key]:
            return 'komitmen', lambda row: row['aspiration'] in site.entries_about(key)
        case ['kecamatan', key]:
            return 'aspirasi', lambda row: row['district'] == key
        case ['opd', key]:
            return 'aspirasi', lambda row: row['reference'] in site.entries_answered_by(key)
        case ['topik', key]:
            return 'aspirasi', lambda row: row['reference'] in site.entries_about(key)
        case [number] if number.isdigit():
            return 'aspirasi', lambda row: row['stop'] == number
    return None, None


def lists(site, faults):
    """A list's CSV has the rows of one table that its address promises, and its JSON, where it has one, as many; no list is empty."""
    heads = {tuple(site.raw_table(name)[0]): name for name in TABLES}
    paths, count = site.files('data.csv'), 0
    for path in paths:
        head, *rows = csv.reader(io.StringIO(site.read(path).decode(), newline=''), strict=True)
        name = heads.get(tuple(head))
        wanted, belongs = promised(site, path.split('/')[:-1])
        if wanted is None:
            faults.append(f'/{path}: is a list that promised() in twins.py does not know')
            continue
        if name != wanted:
            faults.append(f'/{path}: is of table {name}, not {wanted}: {",".join(head)[:100]}')
            continue
        whole = site.raw_table(name)[1]
        expected = Counter(tuple(raw) for raw, row in zip(whole, site.table(name), strict=True) if belongs(row))
        found = Counter(map(tuple, rows))
        faults += [f'/{path}: {name} has no such row, or it does not belong there: {",".join(row)[:100]}' for row in found - expected]
        faults += [f'/{path}: lacks {",".join(row)[:100]}' for row in expected - found]
        if not rows:
            faults.append(f'/{path}: has no row')
        beside = f'{path.removesuffix("csv")}json'
        if site.has(beside):
            twin = site.json(beside, faults)
            if twin is not None and len(twin.get(ROWS[name], [])) != len(rows):
                faults.append(f'/{path}: {len(rows)} rows, its JSON has {len(twin.get(ROWS[name], []))}')
        count += len(rows)
    for parts in [['kunjungan'], ['koreksi'], ['kabar'], ['opd'], ['kecamatan'], ['topik'], ['komitmen'],
                  *(['komitmen', name] for name in ('lama-tanpa-kabar-langsung', 'tenggat-lewat-sudah-dicari', 'tenggat-lewat-belum-dicari')),
                  *(['komitmen', name] for name in PROMISED), *([t, row['key']] for t in ('opd', 'kecamatan', 'topik') for row in site.table(t)),
                  *([s['number']] for s in site.table('kunjungan'))]:
        wanted, belongs = promised(site, parts)
        path = '/'.join([*parts, 'data.csv'])
        if any(map(belongs, site.table(wanted))) != (path in paths):
            faults.append(f'/{path}: is {"" if path in paths else "not "}there, for {sum(map(belongs, site.table(wanted)))} rows')
    if count < 100:
        faults.append(f'only {count} rows in {len(paths)} lists')
    return f'{len(paths)} lists with {count} rows: those of the tables that their addresses promise'
