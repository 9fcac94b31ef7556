"""rispy and bibtexparser read every citation that a citation page has to download back to the values of the CSL-JSON beside it, and
those are the content's. What is downloaded is what the page shows to copy."""
import base64
import html
import json
import re

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts

from .site import plain, text_of

KINDS = ('bib', 'ris', 'csl.json', 'wiki.txt')
MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split()
SENTENCES = 3  # plain, APA, Chicago


def newest(site):
    """The newest revision of each record in the log, with its day: what is released is cited by it."""
    lines = map(json.loads, site.read('data/log/log.jsonl').splitlines()) if site.has('data/log/log.jsonl') else []
    return {line['record']: (line['revision'], line['release']) for line in lines if 'digest' in line}


def on_page(site, page, faults):
    """What a citation page has: by the key of a commitment, or nothing of the record itself, its files and its sentences."""
    found = {}
    for section in site.html(page).xpath('//main//section'):
        files = {}
        for link in section.xpath('.//a[@download]'):
            kind = next((kind for kind in KINDS if link.get('download').endswith(f'.{kind}')), None)
            head, data = link.get('href').split(';base64,')
            files[kind] = base64.b64decode(data, validate=True)
            shown = link.xpath('ancestor::details//pre')[0].text_content()
            if not head.startswith('data:') or shown.strip() != files[kind].decode().replace('\r\n', '\n').strip():
                faults.append(f'/{page}: shows another {kind} than it has to download')
        sentences = [text_of(p) for p in section.xpath('./p[@class="cite"]')]
        found[section.get('id') or ''] = files, sentences
    return found


def balanced(text):
    """Braces as BibTeX counts them: those behind a backslash, too."""
    depth = 0
    for sign in re.findall('[{}]', text):
        depth += 1 if sign == '{' else -1
        if depth < 0:
            return False
    return depth == 0


def bib(bytes_):
    if not balanced(bytes_.decode()):
        raise ValueError('its braces are not in pairs')
    library = bibtexparser.parse_string(bytes_.decode(), append_middleware=[SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()])
    if library.failed_blocks or len(library.entries) != 1:
        raise ValueError(f'{len(library.entries)} entries, {[str(b.error) for b in library.failed_blocks]}')
    entry = library.entries[0]
    field = {f.key.lower(): f.value for f in entry.fields}
    bare = lambda value: plain(re.sub('[{}]', '', value))
    [author] = field['author']
    # A name that a reader takes apart is a person's.
    name = bare(' '.join(author.last)) if not author.first and not author.von and not author.jr else f'a person: {author}'
    return {'author': name, 'title': bare(field['title']), 'url': bare(field['url']), 'year': bare(field.get('year', '')),
            'day': bib_day(field, bare), 'number': bare(field.get('number', '')), 'type': entry.entry_type}


def bib_day(field, bare):
    if 'date' in field:
        return bare(field['date'])
    if 'month' not in field:
        return ''
    month = bare(field['month']).lower()
    return f'{bare(field["year"])}-{MONTHS.index(month[:3]) + 1 if not month.isdigit() else int(month):02}-{int(bare(field["day"])):02}'


def ris(bytes_):
    [entry] = rispy.loads(bytes_.decode())
    [author] = entry.get('authors') or entry['first_authors']
    return {'author': author.removesuffix(','), 'title': entry.get('title') or entry['primary_title'], 'url': entry.get('url') or entry['urls'][0],
            'year': entry.get('year', '')[:4], 'day': entry.get('date', '').strip('/').replace('/', '-'), 'number': entry.get('issn') or entry.get('number') or entry.get('note', ''), 'type': entry['type_of_reference']}  # SN, IS or M1: RIS leaves it open


def csl(bytes_):
    [item] = json.loads(bytes_)
    [author] = item['author']
    day = '-'.join(f'{int(n):02}' for n in item['issued']['date-parts'][0]) if 'issued' in item else ''
    return {'author': author['literal'], 'title': item['title'], 'url': item['URL'], 'year': day[:4], 'day': day, 'number': item.get('number', ''), 'type': item['type'], 'language': item['language']}


TYPES = {'bib': 'techreport', 'ris': 'RPRT', 'csl.json': 'report'}


def read(site, page, key, files, sentences, expected, faults):
    """The forms of one citation; says how many values were compared."""
    compared, name = 0, f'/{page}#{key}'
    if set(files) != set(KINDS) or len(sentences) != SENTENCES:
        faults.append(f'{name}: has {sorted(map(str, files))} and {len(sentences)} sentences')
        return 0
    for kind, reader in {'bib': bib, 'ris': ris, 'csl.json': csl}.items():
        try:
            found = reader(files[kind])
        except Exception as error:  # a reader that gives up has found a fault
            faults.append(f'{name}: {kind}: {type(error).__name__}: {str(error)[:200]}')
            continue
        for field, value in (expected | {'type': TYPES[kind]}).items():
            if field == 'language' and kind != 'csl.json':
                continue
            compared += 1
            if found.get(field) != value:
                faults.append(f'{name}: {kind}: {field} is {found.get(field)!r}, not {value!r}')
    if not site.leads(expected['url']):
        faults.append(f'{name}: {expected["url"]} is not there')
    wiki = files['wiki.txt'].decode()
    if not re.fullmatch(r'\{\{(?:[^{}]|\{\{!\}\})+\}\}\s*', wiki):
        faults.append(f'{name}: is no one template: {wiki[:60]!r}')
    for text in (html.unescape(wiki.replace('{{!}}', '|')), *sentences):
        compared += 1
        if expected['url'] not in text or plain(expected['title']) not in plain(text) or expected['author'] not in text:
            faults.append(f'{name}: {text[:60]!r} lacks author, title or address')
    return compared


def citations(site, faults):
    compared = cited = 0
    revisions = newest(site)
    stops = {s['number']: None for s in site.table('kunjungan')}
    pages = {page for page in site.pages if site.split(page)[1].endswith('kutip/') and site.html(page).xpath('//main//section')}
    for reference, said in [*stops.items(), *((r, said) for r, said in site.records.items() if r.count('/') == 1)]:
        for lang, prefix in site.prefixes.items():
            own, page = f'{prefix}{reference}/', f'{prefix}{reference}/kutip/'
            if page not in pages:
                faults.append(f'/{page}: is not there, or cites nothing')
                continue
            pages.remove(page)
            title = site.meta(own, 'og:title') or ''
            if said is not None and title != site.words(said, lang):
                faults.append(f'/{own}: its title is {title!r}, in the content {site.words(said, lang)!r}')
            number, day = revisions.get(reference, (None, ''))
            revision = f'r{number}' if number else ''
            url = f'{site.base}{own}{revision}/' if revision else site.base + own
            same = {'author': site.words(site.publisher, lang), 'year': day[:4], 'day': day, 'language': lang}
            found = on_page(site, page, faults)
            wanted = {'': same | {'title': title, 'url': url, 'number': f'{reference}/{revision}' if revision else reference}}
            for other in (r for r in site.records if r.startswith(f'{reference}/') and reference.count('/') == 1):
                key = other.split('/')[2]
                wanted[key] = same | {'title': site.words(site.records[other], lang), 'url': f'{url}#{key}', 'number': f'{reference}/{revision}#{key}' if revision else other}
            if set(found) != set(wanted):
                faults.append(f'/{page}: cites {sorted(found)}, not {sorted(wanted)}')
            # The same is in the record's data.
            data = site.json(f'{reference}/data.json', faults) or {}
            for key in set(found) & set(wanted):
                compared += read(site, page, key, *found[key], wanted[key], faults)
                cited += 1
                of_data = [item for item in data.get('citations', {}).get(lang, []) if item['URL'] == wanted[key]['url']]
                if of_data != json.loads(found[key][0].get('csl.json', b'[]')):
                    faults.append(f'/{reference}/data.json: cites {key or reference} otherwise than /{page}')
    faults += [f'/{page}: a citation of which nothing here knows' for page in sorted(pages)]
    if cited < len(site.records):
        faults.append(f'only {cited} citations were read')
    return f'bibtexparser, rispy: {cited} citations in {len(KINDS)} formats and {SENTENCES} sentences, {compared} values as in the content and on the page'
