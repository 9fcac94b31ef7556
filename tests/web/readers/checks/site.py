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

# The number of the shape of tables and twins.
SHAPE = 2
TABLES = ['kunjungan', 'aspirasi', 'aspirasi-topik', 'aspirasi-sebelumnya', 'aspirasi-sumber', 'ditahan', 'jawaban', 'jawaban-jenis', 'jawaban-sumber', 'komitmen',
          'kabar', 'kabar-tentang', 'nomor-resmi', 'sumber', 'foto', 'koreksi', 'dicabut', 'dikutip', 'kecamatan', 'desa', 'opd', 'topik']
# A cell that a spreadsheet would take for a formula, after blanks and quotation marks, stands behind an apostrophe.
FORMULA = '[ "\'\u00a0]*[=+\\-@\t\r\n＝＋－＠]'
GUARDED = re.compile(f"^'(?={FORMULA})")
# The states in which everything of a kind is: exactly one of each list.
OUTCOMES = ['promised', 'answered', 'unreported', 'not-found', 'unanswered', 'told-to-reporters', 'withheld']
GROUPS = ['no-direct-news', 'without-status', 'under-way', 'done', 'not-pursued', 'not-assessable']
DEADLINES = ['ahead', 'passed-unknown', 'late', 'done-in-time', 'done-late', 'no-date', 'closed']
NEWS = [f'{kind}-news-{looked}looked-for' for kind in ('direct', 'related', 'no') for looked in ('', 'never-')]


def columns_of(whole, states):
    """The columns of figures of some states."""
    return [f'{whole}_{state.replace("-", "_")}' for state in states]


# Columns that add up to another one.
SUMS = [('aspirations', columns_of('aspirations', OUTCOMES)), *(('commitments', columns_of('commitments', ['withheld', *states])) for states in (GROUPS, DEADLINES, NEWS))]
FIGURES = ['aspirations', *columns_of('aspirations', OUTCOMES), 'announcements', 'commitments', *columns_of('commitments', ['withheld', *GROUPS, *DEADLINES, *NEWS]),
           *columns_of('commitments', ['due-soon', 'passed-looked-for', 'waiting', 'quiet'])]
# Where nobody answered no office is known: what became of aspirations is not counted by office.
FIGURES_OF_OFFICES = [figure for figure in FIGURES if not figure.startswith('aspirations_')]


class Site:
    def __init__(self, folder, content):
        self.folder, self.content = folder, content
        self.about = self.yaml('site.yaml')
        self.base, self.publisher, self.languages = self.about['base_url'], self.about['publisher'], self.about['languages']
        # By language; of a site in one language a text as it is.
        self.publishers = self.publisher if isinstance(self.publisher, dict) else {self.languages[0]: self.publisher}
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
        return json.loads(self.read('manifest.json'))['as_of']

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

    @functools.lru_cache(maxsize=None)
    def entries_about(self, topic):
        """The references of the entries about a topic or one below it."""
        return {row['aspiration'] for row in self.table('aspirasi-topik') if row['topic'] in self.below(topic)}

    @functools.lru_cache(maxsize=None)
    def entries_answered_by(self, office):
        """The references of the entries to which an office gave an answer."""
        return {row['aspiration'] for row in self.table('jawaban') if row['office'] == office}

    def figures(self, entries, commitments, withheld):
        """The figures of some rows of the tables, and of so many commitments that are withheld."""
        asked = [e for e in entries if e['kind'] == 'aspiration']
        count = dict.fromkeys(FIGURES, 0)
        count |= {'aspirations': len(asked), 'announcements': len(entries) - len(asked), 'commitments': len(commitments) + withheld, 'commitments_withheld': withheld}
        for e in asked:
            [state] = columns_of('aspirations', [e['outcome']])
            count[state] += 1
        for c in commitments:
            news = f'{c["news"].replace("none", "no")}-news-{"" if c["looked_for"] else "never-"}looked-for'
            for state in columns_of('commitments', [c['group'], c['deadline_state'], news]):
                count[state] += 1
            count['commitments_due_soon'] += c['due_soon'] == 'true'
            count['commitments_passed_looked_for'] += c['deadline_state'] == 'passed-unknown' and c['looked_for'] != ''
            count['commitments_waiting'] += c['waiting'] == 'true'
            count['commitments_quiet'] += c['quiet_since'] != ''
        return count

    def figures_of(self, table, key):
        """The figures of a kecamatan, an office, a topic or a stop, counted in the tables."""
        if table == 'opd':
            # Of which office withheld promises are is not published, but for their number.
            withheld = next(int(row['commitments_withheld']) for row in self.table('opd') if row['key'] == key)
            entries = [e for e in self.table('aspirasi') if e['reference'] in self.entries_answered_by(key)]
            count = self.figures(entries, [c for c in self.table('komitmen') if c['office'] == key], withheld)
            return {name: count[name] for name in FIGURES_OF_OFFICES}
        column = {'kecamatan': 'district', 'kunjungan': 'stop', 'topik': None}[table]
        entries = [e for e in self.table('aspirasi') if (e[column] == key if column else e['reference'] in self.entries_about(key))]
        return self.figures_of_entries(entries)

    def figures_of_entries(self, entries):
        """The figures of some rows of the aspirations and of all that belongs to them."""
        references = {e['reference'] for e in entries}
        withheld = sum(int(row['commitments_withheld']) for row in self.table('ditahan') if row['aspiration'] in references)
        return self.figures(entries, [c for c in self.table('komitmen') if c['aspiration'] in references], withheld)


def plain(text):
    return re.sub(r'\s+', ' ', text).strip()


def text_of(element):
    return plain(''.join(element.itertext()))
