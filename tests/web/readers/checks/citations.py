"""rispy and bibtexparser read every citation back to the values of the CSL-JSON beside it, and those are the content's."""
import html
import json
import re

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts

from .site import plain

KINDS = ('bib', 'ris', 'csl.json', 'wiki.txt', 'txt')
MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split()


def citable(site):
    """The pages that say something of their own, with their reference if they are records: not what is printed, quoted, sought,
    or kept of a record."""
    for page in site.pages:
        lang, path = site.split(page)
        parts = path.split('/')[:-1]
        if not {'cetak', 'kutip', 'cari', 'aksesibilitas', 'riwayat', 'periksa'} & set(parts) and not (parts and re.fullmatch(r'r\d+', parts[-1])):
            yield page, lang, re.sub('/bagian/.*', '', '/'.join(parts)) if parts and parts[0].isdigit() else None


def newest(site):
    """The newest revision of each record in the log: what is released is cited by it."""
    lines = map(json.loads, site.read('data/log/log.jsonl').splitlines()) if site.has('data/log/log.jsonl') else []
    return {line['record']: line['revision'] for line in lines if 'digest' in line}


def bib(bytes_):
    library = bibtexparser.parse_string(bytes_.decode(), append_middleware=[SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()])
    if library.failed_blocks or len(library.entries) != 1:
        raise ValueError(f'{len(library.entries)} entries, {[str(b.error) for b in library.failed_blocks]}')
    entry = library.entries[0]
    field = {f.key.lower(): f.value for f in entry.fields}
    bare = lambda value: plain(re.sub('[{}]', '', value))
    [author] = field['author']
    # A name that a reader takes apart is a person's.
    name = bare(' '.join(author.last)) if not author.first and not author.von and not author.jr else f'a person: {author}'
    return {'author': name, 'title': bare(field['title']), 'url': bare(field['url']), 'year': bare(field['year']),
            'day': bib_day(field, bare), 'number': bare(field.get('number', '')), 'type': entry.entry_type}


def bib_day(field, bare):
    if 'date' in field:
        return bare(field['date'])
    month = bare(field['month']).lower()
    return f'{bare(field["year"])}-{MONTHS.index(month[:3]) + 1 if not month.isdigit() else int(month):02}-{int(bare(field["day"])):02}'


def ris(bytes_):
    [entry] = rispy.loads(bytes_.decode())
    [author] = entry.get('authors') or entry['first_authors']
    return {'author': author.removesuffix(','), 'title': entry.get('title') or entry['primary_title'], 'url': entry.get('url') or entry['urls'][0],
            'year': entry['year'][:4], 'day': entry['date'].strip('/').replace('/', '-'), 'number': entry.get('issn') or entry.get('number') or entry.get('note', ''), 'type': entry['type_of_reference']}  # SN, IS or M1: RIS leaves it open


def csl(bytes_):
    [item] = json.loads(bytes_)
    [author] = item['author']
    day = lambda name: '-'.join(f'{int(n):02}' for n in item[name]['date-parts'][0])
    return {'author': author['literal'], 'title': item['title'], 'url': item['URL'], 'year': day('issued')[:4], 'day': day('issued'),
            'accessed': day('accessed'), 'number': item.get('number', ''), 'type': item['type'], 'language': item['language']}


TYPES = {'bib': 'techreport', 'ris': 'RPRT', 'csl.json': 'report'}


def read(site, stem, expected, faults):
    """The five files of one citation; says how many values were compared."""
    compared = 0
    readers = {'bib': bib, 'ris': ris, 'csl.json': csl}
    for kind, reader in readers.items():
        path = f'{stem}.{kind}'
        found = site.parsed(path, reader, faults)
        for key, value in (expected | {'type': TYPES[kind]}).items():
            if found is None or key in ('accessed', 'language') and kind != 'csl.json':
                continue
            compared += 1
            if found.get(key) != value:
                faults.append(f'/{path}: {key} is {found.get(key)!r}, not {value!r}')
    if not site.leads(expected['url']):
        faults.append(f'/{stem}: {expected["url"]} is not there')
    for kind in ('wiki.txt', 'txt'):
        text = site.parsed(f'{stem}.{kind}', bytes.decode, faults)
        if text is None:
            continue
        compared += 1
        if kind == 'wiki.txt' and not re.fullmatch(r'\{\{(?:[^{}]|\{\{!\}\})+\}\}\s*', text):
            faults.append(f'/{stem}.{kind}: is no one template: {text[:60]!r}')
        # A sentence in each language, APA, Chicago: each below a line that says which it is.
        blocks = [block.split('\n') for block in text.strip().split('\n\n')]
        authors = [*(site.words(site.publisher, lang) for lang in site.languages), expected['author'], expected['author']]
        if kind == 'txt' and (len(blocks) != len(authors) or any(len(b) != 2 or not b[0] or author not in b[1] for author, b in zip(authors, blocks))):
            faults.append(f'/{stem}.{kind}: is no {len(authors)} sentences below headings by {authors}')
        text = html.unescape(text.replace('{{!}}', '|')) if kind == 'wiki.txt' else text
        if expected['url'] not in text or plain(expected['title']) not in plain(text):
            faults.append(f'/{stem}.{kind}: lacks the title or the address')
    return compared


def citations(site, faults):
    day, compared, cited = site.as_of(), 0, 0
    seen, revisions = set(), newest(site)
    for page, lang, reference in citable(site):
        title = site.meta(page, 'og:title') or ''
        if reference in site.records and title != site.words(site.records[reference], lang):
            faults.append(f'/{page}: its title is {title!r}, in the content {site.words(site.records[reference], lang)!r}')
        same = {'author': site.words(site.publisher, lang), 'year': day[:4], 'day': day, 'accessed': day, 'language': lang}
        record = re.sub('/bagian/.*', '', site.split(page)[1]).rstrip('/')
        revision = f'r{revisions[record]}' if record in revisions else ''
        url = f'{site.base}{site.prefixes[lang]}{record}/{revision}/' if revision else site.base + page
        number = {'number': f'{reference}/{revision}' if revision else reference} if reference else {}
        compared += read(site, f'{page}kutip', same | {'title': title, 'url': url} | number, faults)
        seen.add(f'{page}kutip')
        cited += 1
        for other in (r for r in site.records if r.startswith(f'{reference}/') and reference.count('/') == 1) if reference else ():
            key = other.split('/')[2]
            compared += read(site, f'{page}kutip/{key}', same | {'title': site.words(site.records[other], lang), 'url': f'{url}#{key}', 'number': f'{reference}/{revision}#{key}' if revision else other}, faults)
            seen.add(f'{page}kutip/{key}')
            cited += 1
    references = [*site.records, *(s['number'] for s in site.table('kunjungan'))]
    for reference in references:
        for prefix in site.prefixes.values():
            parts = reference.split('/')
            stem = f'{prefix}{"/".join(parts[:2])}/kutip' + (f'/{parts[2]}' if len(parts) == 3 else '')
            if stem not in seen:
                faults.append(f'/{stem}.bib: of {reference} no citation was read')
    files = {f.removesuffix(f'.{kind}') for kind in ('bib', 'ris', 'csl.json') for f in site.files(f'*.{kind}')}
    faults += [f'/{stem}: a citation of which nothing here knows' for stem in sorted(files - seen)]
    return f'bibtexparser, rispy: {cited} citations in {len(KINDS)} formats, {compared} values as in the content and on the page'
