"""Counting in the CSV tables gives every figure that the pages of offices, kecamatan, topics and the home page show."""
import os
import re

from .site import column, text_of

THEME = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../../../themes/pendopo')
# The words of the theme for each figure; what it is a part of.
ROWS = {
    'figure-aspirations': ('aspirations', None), 'figure-answered': ('answered', 'aspirations'), 'figure-unanswered': ('unanswered', 'aspirations'),
    'figure-withheld': ('withheld', 'aspirations'), 'figure-announcements': ('announcements', None), 'figure-commitments': ('commitments', None),
    'group-not-started': ('not_started', 'commitments'), 'group-under-way': ('under_way', 'commitments'), 'group-done': ('done', 'commitments'),
    'group-not-pursued': ('not_pursued', 'commitments'), 'time-overdue': ('overdue', 'commitments'), 'time-no-deadline': ('no_deadline', 'commitments'),
    'time-waiting': ('waiting', 'commitments'), 'time-quiet': ('quiet', 'commitments'),
}
ALWAYS = ['figure-aspirations', 'figure-announcements', 'figure-commitments']
WITH = {'aspirations': ['figure-answered', 'figure-unanswered'], 'commitments': [k for k, (_, all_) in ROWS.items() if all_ == 'commitments']}


def words(lang):
    """The theme's messages of one line."""
    with open(f'{THEME}/i18n/{lang}.ftl', encoding='utf-8') as file:
        return dict(re.findall(r'^([a-z][\w-]*) = (.+)$', file.read(), re.M))


def pattern(message):
    """A message with places for figures, as a pattern."""
    return re.compile(re.sub(r'\\{\\? *\\\$(\w+)\\? *\\}', r'(?P<\1>[\\d.,]+)', re.escape(message)))


def number(text):
    return int(re.sub('[.,]', '', text))


class Count:
    def __init__(self, faults):
        self.faults, self.compared = faults, 0

    def same(self, page, what, shown, counted):
        self.compared += len(counted) if isinstance(counted, tuple) else 1
        if shown != counted:
            self.faults.append(f'/{page}: {what}: {shown}, in the CSV {counted}')


def scorecard(site, page, says, table, key, counted, count):
    """The rows of a scorecard, each of which must be known and right."""
    expected = counted(table, key)
    tables = [t for t in site.html(page).xpath('//main//table') if (c := t.find('caption')) is not None and pattern_of_caption(says).match(text_of(c))]
    nothing = not any(expected.values()) and (table != 'kecamatan' or key not in {s['district'] for s in site.table('perhentian')})
    if len(tables) != (0 if nothing else 1):
        count.faults.append(f'/{page}: {len(tables)} scorecards, {0 if nothing else 1} expected')
        return
    if nothing:
        return
    of = pattern(says['of'])
    by_words = {says[k]: k for k in ROWS}
    statuses = {text: k.removeprefix('status-') for k, text in says.items() if k.startswith('status-') and k != 'status-label'}
    seen = []
    for row in tables[0].iter('tr'):
        name, value = text_of(row.find('th')), text_of(row.find('td'))
        if 'sub2' in row.get('class', '').split():
            if name not in statuses:
                count.faults.append(f'/{page}: no status is called {name!r}')
                continue
            of_which, figure, all_ = 'commitments', of_status(site, table, key, statuses[name]), expected['commitments']
        elif name in by_words:
            seen.append(by_words[name])
            figure_name, of_which = ROWS[by_words[name]]
            figure, all_ = expected[figure_name], of_which and expected[of_which]
        else:
            count.faults.append(f'/{page}: no figure is called {name!r}')
            continue
        match = of.fullmatch(value)
        if bool(match) != bool(of_which):
            count.faults.append(f'/{page}: {name}: {value!r} is no figure, or lacks what it is a part of')
        elif match:
            count.same(page, name, (number(match['count']), number(match['all'])), (figure, all_))
        else:
            count.same(page, name, number(value), figure)
    due = ALWAYS + [k for whole, keys in WITH.items() if expected[whole] for k in keys]
    count.faults += [f'/{page}: shows no {says[k]!r}' for k in due if k not in seen]


def pattern_of_caption(says):
    return re.compile(re.escape(says['scorecard-caption'].split('{')[0]))


def of_status(site, table, key, status):
    rows = site.table('komitmen')
    if table == 'topik':
        raise ValueError('no status of a topic is counted')
    return sum(r['status'] == status and r[{'opd': 'office', 'kecamatan': 'district'}[table]] == key for r in rows)


def home(site, page, lang, says, count):
    entries, commitments = site.table('aspirasi'), site.table('komitmen')
    expected = site.figures(entries, commitments)
    expected |= {'stops': len(site.table('perhentian')), 'count': expected['commitments'], 'all': expected['commitments']}
    main = site.html(page).find('.//main')
    text = text_of(main)
    visited = len({s['district'] for s in site.table('perhentian')})
    sentences = [('home-totals', expected), ('map-visited', {'count': visited, 'all': len(site.table('kecamatan'))}), ('all-districts', {'count': len(site.table('kecamatan'))})]
    if expected['withheld']:
        sentences.append(('totals-withheld', {'count': expected['withheld']}))
    if expected['commitments']:
        sentences.append(('home-commitments', expected))
        sentences += [(f'home-{name}', expected | {'count': expected[name]}) for name in ('overdue', 'quiet') if expected[name]]
    # Other languages have plural forms in these sentences; their legend and scorecards are read all the same.
    for key, figures in sentences if lang == site.languages[0] else []:
        found = pattern(says[key]).search(text)
        if not found:
            count.faults.append(f'/{page}: does not say {says[key]!r}')
            continue
        for name, shown in found.groupdict().items():
            count.same(page, f'{key} {name}', number(shown), figures[name])
    legend = main.xpath('.//ul[contains(concat(" ", @class, " "), " legend ")]/li')
    groups = {says[f'group-{g}']: g for g in ('not-started', 'under-way', 'done', 'not-pursued')}
    statuses = {text: k.removeprefix('status-') for k, text in says.items() if k.startswith('status-') and k != 'status-label'}
    if len(legend) != 4 and expected['commitments']:
        count.faults.append(f'/{page}: {len(legend)} groups')
    for item in legend:
        for small in item.xpath('.//span[contains(@class, "small")]'):
            name, shown = re.fullmatch(r'(.*) ([\d.,]+)', text_of(small)).groups()
            count.same(page, name, number(shown), sum(c['status'] == statuses[name] for c in commitments))
        name = text_of(item.find('.//*[@class]'))
        match = pattern(says['of']).search(text_of(item)[len(name):])
        count.same(page, name, (number(match['count']), number(match['all'])), (expected[groups[name].replace('-', '_')], expected['commitments']))


def figures(site, faults):
    count = Count(faults)
    for lang, prefix in site.prefixes.items():
        says = words(lang)
        home(site, prefix, lang, says, count)
        for table in ('opd', 'kecamatan'):
            for row in site.table(table):
                page = f'{prefix}{table}/{row["key"]}/'
                if page not in site.pages:
                    faults.append(f'/{page}: is not there')
                else:
                    scorecard(site, page, says, table, row['key'], site.figures_of, count)
    on_pages = count.compared
    # The tables' own columns of figures are no other than counting gives.
    for table in ('opd', 'kecamatan', 'topik', 'perhentian'):
        for row in site.table(table):
            key = row.get('key') or row['number']
            counted = site.figures_of(table, key)
            if table == 'kecamatan':
                counted['stops'] = sum(s['district'] == key for s in site.table('perhentian'))
            for name in counted:
                count.same(f'data/{table}.csv', f'{key} {name}', number(row[column(name)]), counted[name])
    if on_pages < 400:
        faults.append(f'only {on_pages} figures were found on the pages')
    return f'{on_pages} figures on the pages of {len(site.table("opd"))} offices, {len(site.table("kecamatan"))} kecamatan and the home page, and {count.compared - on_pages} in the tables, are what counting in the CSV gives'
