"""The tables: frictionless reads the data package, pandas the CSV and XLSX, and all say the same as the JSON Lines."""
import datetime
import glob
import json
import re

import openpyxl
import pandas
from frictionless import validate

from .site import FIGURES, FIGURES_OF_OFFICES, FORMULA, GUARDED, SHAPE, TABLES

# Which column of a table leads to which other table.
LEADS = {
    'kunjungan': {('district',): 'kecamatan'}, 'aspirasi': {('stop',): 'kunjungan', ('district',): 'kecamatan'},
    'jawaban': {('aspiration',): 'aspirasi', ('office',): 'opd'},
    'komitmen': {('aspiration',): 'aspirasi', ('aspiration', 'response'): 'jawaban', ('replaced_by',): 'komitmen', ('stop',): 'kunjungan', ('district',): 'kecamatan', ('office',): 'opd'},
    'desa': {('district',): 'kecamatan'}, 'topik': {('parent',): 'topik'}, 'ditahan': {('aspiration',): 'aspirasi'},
    'aspirasi-topik': {('aspiration',): 'aspirasi', ('topic',): 'topik'}, 'aspirasi-sebelumnya': {('aspiration',): 'aspirasi', ('earlier',): 'aspirasi'},
    'aspirasi-sumber': {('aspiration',): 'aspirasi', ('source_record', 'source_place'): 'sumber'},
    'jawaban-jenis': {('aspiration', 'response'): 'jawaban'}, 'jawaban-sumber': {('aspiration', 'response'): 'jawaban', ('source_record', 'source_place'): 'sumber'},
    'kabar': {('replaced_by',): 'komitmen'},
    'kabar-tentang': {('follow_up',): 'kabar', ('stop',): 'kunjungan', ('aspiration',): 'aspirasi', ('commitment',): 'komitmen'},
}
KEYS = {
    'kunjungan': ['number'], 'aspirasi': ['reference'], 'jawaban': ['aspiration', 'response'], 'komitmen': ['reference'], 'kabar': ['reference'],
    'sumber': ['record', 'place'], 'foto': ['record', 'place'], 'dicabut': ['record'], 'ditahan': ['aspiration'], 'nomor-resmi': ['record', 'system'],
    'aspirasi-topik': ['aspiration', 'topic'], 'aspirasi-sebelumnya': ['aspiration', 'earlier'], 'aspirasi-sumber': ['aspiration', 'source_record', 'source_place'],
    'jawaban-jenis': ['aspiration', 'response', 'answer'], 'jawaban-sumber': ['aspiration', 'response', 'source_record', 'source_place'],
    'kabar-tentang': ['follow_up', 'subject'], 'kecamatan': ['key'], 'desa': ['district', 'key'], 'opd': ['key'], 'topik': ['key'],
}
# A list of keys in JSON, and the table that has the same pairs: its columns of the row and of the key.
LISTS = [('aspirasi', 'topics', 'aspirasi-topik', 'aspiration', 'topic'), ('aspirasi', 'again', 'aspirasi-sebelumnya', 'aspiration', 'earlier'),
         ('kabar', 'about', 'kabar-tentang', 'follow_up', 'subject')]
PYTHON = {'string': str, 'integer': int, 'boolean': bool, 'date': datetime.date}


def resources(site):
    return {r['name']: r for r in json.loads(site.read('data/datapackage.json'))['resources']}


def many(value):
    return value if isinstance(value, list) else [value]


def package(site, faults):
    version = json.loads(site.read('data/datapackage.json')).get('version')
    if version != f'{SHAPE}.0.0':
        faults.append(f'/data/datapackage.json: is of version {version}')
    report = validate(site.path('data/datapackage.json'))
    faults += [f'/data/datapackage.json: {error.title}: {error.note or error.message}' for error in report.errors]
    for task in report.tasks:
        faults += [f'/data/{task.place}: {error.title}: {error.message}' for error in task.errors]
    if not report.valid and not faults:
        faults.append('/data/datapackage.json: is not valid')
    held = resources(site)
    faults += [f'/data/datapackage.json: has no table {name}' for name in TABLES if name not in held]
    links = 0
    for name, resource in held.items():
        schema = resource['schema']
        leads = {tuple(many(k['fields'])): k['reference']['resource'] or name for k in schema.get('foreignKeys', [])}
        links += len(leads)
        for columns, other in LEADS.get(name, {}).items():
            if leads.get(columns) != other:
                faults.append(f'/data/datapackage.json: {name}.{"+".join(columns)} does not lead to {other}')
        if name in KEYS and many(schema.get('primaryKey')) != KEYS[name]:
            faults.append(f'/data/datapackage.json: the primary key of {name} is {schema.get("primaryKey")}')
    return f'frictionless: {report.stats["tasks"]} tables valid, {links} foreign keys'


def cell(value):
    """A value as CSV writes it."""
    if value is None or value is pandas.NaT or isinstance(value, float) and value != value:
        return ''
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    return value if isinstance(value, str) else str(value)


def from_json(row, column, main):
    """What a row of JSON Lines has for a column: words in one language, lists joined."""
    key, lang = column, main
    if key not in row and re.search('_[a-z]{2,3}$', column):
        key, lang = column.rsplit('_', 1)
    value = row[key]
    if lang != main and not isinstance(value, (dict, list, type(None))):
        raise ValueError(f'{key} is no words by language')
    # What has no words in the main language is shown in the one it has.
    said = lambda words: words.get(lang) or (lang == main and next(iter(words.values()), '')) or ''
    if isinstance(value, dict):
        return said(value)
    if isinstance(value, list):
        return ' | '.join(filter(None, map(said, value)))
    return cell(value)


def agree(site, faults):
    held, main = resources(site), site.languages[0]
    book = openpyxl.load_workbook(site.path('data/jhur.xlsx'))
    if book.sheetnames != [*TABLES, 'kamus']:
        faults.append(f'/data/jhur.xlsx: its sheets are {book.sheetnames}')
    sheets = pandas.read_excel(site.path('data/jhur.xlsx'), sheet_name=None, header=0, dtype=object, keep_default_na=False, na_values=[''], engine='openpyxl')
    rows = cells = 0
    for name in TABLES:
        bytes_ = site.parsed(f'data/{name}.csv', bytes, faults)
        if bytes_ is None or name not in sheets or name not in held:
            faults.append(f'/data/{name}.csv: is missing, or its sheet, or its resource')
            continue
        bare = re.sub(rb'"(?:[^"]|"")*"', b'', bytes_)
        if bytes_.startswith(b'\xef\xbb\xbf'):
            faults.append(f'/data/{name}.csv: begins with a byte order mark')
        if re.search(rb'(?<!\r)\n|\r(?!\n)', bare) or not bytes_.endswith(b'\r\n'):
            faults.append(f'/data/{name}.csv: a row does not end in CR LF')
        table = pandas.read_csv(site.path(f'data/{name}.csv'), dtype=str, keep_default_na=False, encoding='utf-8')
        formulas = [f'{c} {v!r}' for c in table for v in table[c] if re.match(FORMULA, v) and not GUARDED.match(v) and not re.fullmatch(r'-\d+', v)]
        faults += [f'/data/{name}.csv: a spreadsheet takes it for a formula: {f[:80]}' for f in formulas]
        columns = list(table)
        csv = [[GUARDED.sub('', v) for v in row] for row in table.itertuples(index=False, name=None)]
        types = {f['name']: f['type'] for f in held[name]['schema']['fields']}
        if list(types) != columns:
            faults.append(f'/data/datapackage.json: the columns of {name} are not those of its CSV')
            continue

        sheet = sheets[name]
        for column in sheet:
            wrong = [v for v in sheet[column] if v == v and v is not None and not typed(v, types.get(str(column), 'string'))]
            if wrong:
                faults.append(f'/data/jhur.xlsx: {name}.{column}: {wrong[0]!r} is no {types.get(str(column))}')
        if str(book[name].freeze_panes) != 'A2':
            faults.append(f'/data/jhur.xlsx: {name}: the one row of headings does not stay, but what is above {book[name].freeze_panes}')
        if not re.match(r'\$?A\$?1:', book[name].auto_filter.ref or ''):
            faults.append(f'/data/jhur.xlsx: {name}: the filter is not in the first row but {book[name].auto_filter.ref}')

        others = {
            'jhur.xlsx': ([str(c) for c in sheet], [list(r) for r in sheet.itertuples(index=False, name=None)]),
        }
        lines = [json.loads(line) for line in site.read(f'data/{name}.jsonl').decode().splitlines() if line]
        known = {c for c in columns} | {c.rsplit('_', 1)[0] for c in columns}
        for n, line in enumerate(lines):
            # Lists of keys have a table of their own.
            extra = [key for key in line if key not in known and not (isinstance(line[key], list) and all(isinstance(v, str) for v in line[key]))]
            faults += [f'/data/{name}.jsonl: row {n + 1}: {key} is no column of the CSV' for key in extra]
        others[f'{name}.jsonl'] = (columns, [[from_json(line, c, main) for c in columns] for line in lines])
        for file, (theirs, other) in others.items():
            if theirs != columns:
                faults.append(f'/data/{file}: {name} has the columns {theirs}, the CSV {columns}')
            elif len(other) != len(csv):
                faults.append(f'/data/{file}: {name} has {len(other)} rows, the CSV {len(csv)}')
            else:
                for n, (a, b) in enumerate(zip(csv, other)):
                    faults += [f'/data/{file}: {name} row {n + 1} {c}: {cell(y)[:80]!r}, in the CSV {x[:80]!r}' for c, x, y in zip(columns, a, b) if cell(y) != x]
        rows += len(csv)
        cells += len(csv) * len(columns)
    links = 0
    # An office or a topic without a record has no page.
    has_page = {'opd': site.entries_answered_by, 'topik': site.entries_about}
    for name in TABLES:
        for row in site.table(name):
            if row.get('url', '').startswith(site.base):
                links += 1
                if not site.leads(row['url']):
                    faults.append(f'/data/{name}.csv: {row["url"]} is not there')
            elif name in ('kunjungan', 'aspirasi', 'jawaban', 'komitmen', 'kabar', 'foto', 'dicabut', 'kecamatan', 'opd', 'topik'):
                if row.get('url') != '' or name not in has_page or has_page[name](row['key']):
                    faults.append(f'/data/{name}.csv: a row has the address {row.get("url")!r}')
    for name in ('kunjungan', 'kecamatan', 'opd', 'topik'):
        figures = FIGURES_OF_OFFICES if name == 'opd' else FIGURES
        faults += [f'/data/{name}.csv: has no column {figure}' for figure in figures if figure not in site.raw_table(name)[0]]
    for name, list_, other, row_key, item_key in LISTS:
        lines = [json.loads(line) for line in site.read(f'data/{name}.jsonl').decode().splitlines() if line]
        inside = {(line['reference'], item) for line in lines for item in line[list_]}
        joined = {(row[row_key], row[item_key]) for row in site.table(other)}
        faults += [f'/data/{other}.csv: {pair} is in one of it and {name}.jsonl alone' for pair in inside ^ joined]
    for name, count in recorded(site).items():
        if (found := len(site.table(name))) != count:
            faults.append(f'/data/{name}.csv: {found} rows, the content has {count}')
    if cells < 1000:
        faults.append(f'/data: only {cells} cells were compared')
    return f'{len(TABLES)} tables, {rows} rows, {cells} cells agree in CSV, XLSX and JSON Lines and are as many as the content has; {links} addresses in them lead somewhere'


def typed(value, type_):
    if type_ == 'date':
        return isinstance(value, datetime.datetime) and value.time() == datetime.time()
    return type(value) is PYTHON[type_]


def recorded(site):
    """How many of everything the content has."""
    stops = [stop for f in glob.glob('stops/*.yaml', root_dir=site.content) if not (stop := site.yaml(f)).get('draft')]
    news = [n for f in glob.glob('follow-ups/*.yaml', root_dir=site.content) for n in site.yaml(f) or []]
    entries = [e for s in stops for e in (s.get('aspirations') or []) + (s.get('announcements') or [])]
    answers = [r for e in entries if 'withheld' not in e for r in (e.get('responses') or [])]
    districts = site.yaml('districts.yaml')
    return {
        'kunjungan': len(stops), 'aspirasi': len(entries), 'jawaban': len(answers), 'komitmen': sum(len((r.get('commitments') or [])) for r in answers),
        'kabar': len(news), 'sumber': sum(len((x.get('sources') or [])) for x in stops + news), 'koreksi': sum(len((s.get('corrections') or [])) for s in stops),
        'ditahan': sum('withheld' in e for e in entries), 'foto': sum(len((x.get('photos') or [])) for x in stops + news), 'kecamatan': len(districts), 'desa': sum(len(d['villages']) for d in districts), 'opd': len(site.yaml('offices.yaml')), 'topik': len(site.yaml('topics.yaml')),
    }


def dictionary(site, faults):
    """The data dictionary has a row for every column of every table."""
    import csv
    import io
    head, *rows = csv.reader(io.StringIO(site.read('data/kamus.csv').decode(), newline=''), strict=True)
    pairs = {(name, column) for name in TABLES for column in site.raw_table(name)[0]}
    said = {tuple(row[:2]): row for row in rows}
    faults += [f'/data/kamus.csv: does not explain {table}.{column}' for table, column in sorted(pairs - set(said))]
    faults += [f'/data/kamus.csv: explains {table}.{column}, which is no column' for table, column in sorted(set(said) - pairs)]
    faults += [f'/data/kamus.csv: {pair} is of the shape {row[head.index("format")]}' for pair, row in said.items() if row[head.index('format')] != str(SHAPE)]
    faults += [f'/data/kamus.csv: {pair} has {len(row)} cells, the heading {len(head)}' for pair, row in said.items() if len(row) != len(head)]
    return f'{len(said)} columns are explained under {", ".join(head)}'
