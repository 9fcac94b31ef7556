"""The built site as files: pages, tables, addresses; and the words of the content it was built from."""
import csv
import functools
import glob
import io
import json
import os
import re
import urllib.parse

import yaml
from lxml import html

TABLES = ['perhentian', 'aspirasi', 'jawaban', 'komitmen', 'tindak-lanjut', 'sumber', 'koreksi', 'dikutip', 'kecamatan', 'desa', 'opd', 'topik']
# A cell that a spreadsheet would take for a formula, after blanks and quotation marks, stands behind an apostrophe.
FORMULA = '[ "\'\u00a0]*[=+\\-@\t\r\n＝＋－＠]'
GUARDED = re.compile(f"^'(?={FORMULA})")
FIGURES = ['aspirations', 'answered', 'unanswered', 'withheld', 'announcements', 'commitments', 'not_started', 'under_way', 'done', 'not_pursued',
           'overdue', 'due_soon', 'on_time', 'done_late', 'no_deadline', 'waiting', 'quiet']


def column(figure):
    """The column of a figure: those of a part of something start with what it is a part of."""
    whole = {'answered': 'aspirations', 'unanswered': 'aspirations', 'withheld': 'aspirations'}.get(figure, 'commitments')
    return figure if figure in ('aspirations', 'announcements', 'commitments', 'stops') else f'{whole}_{figure}'


class Site:
    def __init__(self, folder, content):
        self.folder, self.content = folder, content
        self.about = self.yaml('site.yaml')
        self.base, self.publisher, self.languages = self.about['base_url'], self.about['publisher'], self.about['languages']
        self.prefixes = {lang: '' if n == 0 else f'{lang}/' for n, lang in enumerate(self.languages)}

    def yaml(self, path):
        with open(os.path.join(self.content, path), encoding='utf-8') as file:
            return yaml.load(file, Loader=yaml.CSafeLoader)

    def path(self, path):
        return os.path.join(self.folder, path)

    def has(self, path):
        return os.path.isfile(self.path(path))

    def read(self, path):
        with open(self.path(path), 'rb') as file:
            return file.read()

    def parsed(self, path, reader, faults):
        """What a reader makes of a file; nothing, and a fault, where it makes nothing."""
        try:
            return reader(self.read(path))
        except FileNotFoundError:
            faults.append(f'/{path}: is not there')
        except Exception as error:
            faults.append(f'/{path}: {type(error).__name__}: {str(error)[:300]}')
        return None

    def json(self, path, faults):
        return self.parsed(path, json.loads, faults)

    @functools.cached_property
    def pages(self):
        """The paths of all pages, such as "6/studi-banding/"."""
        found = glob.glob('**/index.html', root_dir=self.folder, recursive=True)
        return sorted(f.removesuffix('index.html') for f in found)

    @functools.lru_cache(maxsize=None)
    def html(self, page):
        return html.fromstring(self.read(page + 'index.html').decode())

    def split(self, page):
        """A page's language and its address without it."""
        return next((lang, page[len(prefix):]) for lang, prefix in reversed(self.prefixes.items()) if page.startswith(prefix))

    def files(self, name):
        return sorted(glob.glob(f'**/{name}', root_dir=self.folder, recursive=True))

    def meta(self, page, name):
        return next(iter(self.html(page).xpath('//meta[@property=$n or @name=$n]/@content', n=name)), None)

    def alternates(self, page):
        """The links to the same thing in other formats: [(type, path in the site or None)]."""
        return [(link.get('type'), self.local(page, link.get('href'))) for link in self.html(page).xpath('//link[@rel="alternate"][@type]')]

    def local(self, page, href):
        """The path of a file to which an address on a page leads, or None where that is outside of the site."""
        url = urllib.parse.urldefrag(urllib.parse.urljoin(self.base + page, href))[0]
        if not url.startswith(self.base):
            return None
        path = urllib.parse.unquote(url[len(self.base):])
        return path + 'index.html' if path == '' or path.endswith('/') else path

    @functools.lru_cache(maxsize=None)
    def ids(self, page):
        return set(self.html(page).xpath('//@id'))

    def leads(self, url):
        """Does a whole address lead to something in the site, its fragment too?"""
        path, fragment = self.local('', url), urllib.parse.unquote(urllib.parse.urldefrag(url)[1])
        if path is None or not self.has(path):
            return False
        return not fragment or path.endswith('index.html') and fragment in self.ids(path.removesuffix('index.html'))

    @functools.lru_cache(maxsize=None)
    def raw_table(self, name):
        """A table as its CSV has it: (columns, rows of text)."""
        columns, *rows = csv.reader(io.StringIO(self.read(f'data/{name}.csv').decode(), newline=''), strict=True)
        return columns, rows

    @functools.lru_cache(maxsize=None)
    def table(self, name):
        columns, rows = self.raw_table(name)
        return [dict(zip(columns, (GUARDED.sub('', cell) for cell in row), strict=True)) for row in rows]

    def as_of(self):
        return json.loads(self.read('data.json'))['as_of']

    @functools.cached_property
    def records(self):
        """The words of every aspiration, announcement and commitment of the content, by reference."""
        words = {}
        for file in sorted(glob.glob('stops/*.yaml', root_dir=self.content)):
            stop = self.yaml(file)
            if stop.get('draft'):
                continue
            for entry in (stop.get('aspirations') or []) + (stop.get('announcements') or []):
                reference = f'{stop["number"]}/{entry["id"]}'
                words[reference] = entry['title']
                for response in [] if 'withheld' in entry else (entry.get('responses') or []):
                    words.update({f'{reference}/{c["id"]}': c['text'] for c in (response.get('commitments') or [])})
        return words

    def words(self, said, lang):
        """A text of the content in a language, without its Markdown; in the main one where there is no other."""
        text = said if isinstance(said, str) else said.get(lang) or said[self.languages[0]]
        return plain(re.sub(r'\[([^\]]*)\]\([^)]*\)', r'\1', text).replace('*', '').replace('`', ''))

    @functools.lru_cache(maxsize=None)
    def below(self, topic):
        """A topic and all topics below it."""
        below, new = set(), {topic}
        while new:
            below |= new
            new = {t['key'] for t in self.table('topik') if t['parent'] in below} - below
        return below

    def figures(self, entries, commitments):
        """The figures of some rows of the tables."""
        asked = [e for e in entries if e['kind'] == 'aspiration']
        count = {name: 0 for name in FIGURES}
        count |= {'aspirations': len(asked), 'announcements': len(entries) - len(asked), 'commitments': len(commitments)}
        for e in asked:
            count['withheld' if e['withheld'] == 'true' else 'unanswered' if e['unanswered'] == 'true' else 'answered'] += 1
        for c in commitments:
            count[c['group'].replace('-', '_')] += 1
            if (time := c['timeliness'].replace('-', '_')) != 'closed':
                count[time] += 1
            count['quiet'] += c['days_without_news'] != ''
        return count

    def figures_of(self, table, key):
        """The figures of a kecamatan, an office, a topic or a stop, counted in the tables."""
        entries, commitments = self.table('aspirasi'), self.table('komitmen')
        if table == 'opd':
            return self.figures([e for e in entries if key in e['offices'].split()], [c for c in commitments if c['office'] == key])
        if table == 'topik':
            return self.figures(*([r for r in rows if self.below(key) & set(r['topics'].split())] for rows in (entries, commitments)))
        column = {'kecamatan': 'district', 'perhentian': 'stop'}[table]
        return self.figures(*([r for r in rows if r[column] == key] for rows in (entries, commitments)))


def plain(text):
    return re.sub(r'\s+', ' ', text).strip()


def text_of(element):
    return plain(''.join(element.itertext()))
