"""Counting in the CSV tables gives every figure that the pages of offices, kecamatan, topics and the home page show."""
import os
import re

from .site import DEADLINES, FIGURES, FIGURES_OF_OFFICES, GROUPS, NEWS, OUTCOMES, SUMS, columns_of, plain, text_of

THEME = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../../../themes/pendopo')
WITHHELD = ('figure-withheld',)
# The rows of a scorecard below each heading: the words of the theme for each column of figures, all parts of one total.
SECTIONS = {
    'figure-aspirations': ('aspirations', {(f'outcome-{o}',): column for o, column in zip(OUTCOMES, columns_of('aspirations', OUTCOMES))}),
    'figure-answered-aspirations': ('aspirations', {}),
    'figure-announcements': ('announcements', {}),
    'figure-commitments': ('commitments', {(f'group-{g}',): column for g, column in zip(GROUPS, columns_of('commitments', GROUPS))} | {WITHHELD: 'commitments_withheld'}),
    'figure-deadlines': ('commitments', {(f'deadline-state-{d}',): column for d, column in zip(DEADLINES, columns_of('commitments', DEADLINES))}
                         | {WITHHELD: 'commitments_withheld', ('list-due-soon',): 'commitments_due_soon', ('figure-passed-looked-for',): 'commitments_passed_looked_for'}),
    'figure-news': ('commitments', {(f'figure-news-{kind}', f'figure-and-{looked}looked-for'): column for (kind, looked), column in zip(
        ((kind, looked) for kind in ('direct', 'related', 'none') for looked in ('', 'never-')), columns_of('commitments', NEWS))} | {WITHHELD: 'commitments_withheld'}),
    'figure-also': ('commitments', {('list-waiting',): 'commitments_waiting', ('list-quiet',): 'commitments_quiet'}),
}
# What a scorecard says even where it counts nothing.
ALWAYS = ['commitments_done', 'commitments_waiting', 'commitments_quiet']


def words(lang):
    """The theme's messages of one line."""
    with open(f'{THEME}/i18n/{lang}.ftl', encoding='utf-8') as file:
        return dict(re.findall(r'^([a-z][\w-]*) = (.+)$', file.read(), re.M))


def pattern(message):
    """A message with places for figures and days, as a pattern."""
    place = lambda match: f'(?P<{match[1]}>.+?)' if match[1] in ('day', 'days') else f'(?P<{match[1]}>[\\d.,]+)'
    return re.compile(re.sub(r'\\{\\? *\\\$(\w+)\\? *\\}', place, re.escape(message)))


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
    nothing = not any(expected.values()) and (table != 'kecamatan' or key not in {s['district'] for s in site.table('kunjungan')})
    if len(tables) != (0 if nothing else 1):
        count.faults.append(f'/{page}: {len(tables)} scorecards, {0 if nothing else 1} expected')
        return
    if nothing:
        return
    of, seen, section = pattern(says['of']), set(), None
    headings = {says[key]: key for key in SECTIONS}
    for row in tables[0].iter('tr'):
        # A heading in the middle is one cell.
        head, cell = row.find('th'), row.find('td')
        name, classes = text_of(cell if head is None else head), row.get('class', '').split()
        value = None if head is None or cell is None else text_of(cell)
        if not classes:
            if name not in headings:
                count.faults.append(f'/{page}: no heading is called {name!r}')
                continue
            section = headings[name]
            # A heading in the middle has no figure of its own.
            if value is not None:
                count.same(page, name, number(value), expected[SECTIONS[section][0]])
                seen.add(SECTIONS[section][0])
            continue
        whole, parts = SECTIONS[section]
        by_words = {plain(''.join(says[key] for key in keys)): part for keys, part in parts.items()}
        # A status may be called as its group is.
        if 'sub2' in classes and section == 'figure-commitments' and name in statuses(says):
            figure = of_status(site, table, key, statuses(says)[name])
        elif name in by_words:
            figure = expected[by_words[name]]
            seen.add(by_words[name])
        else:
            count.faults.append(f'/{page}: no figure below {says[section]!r} is called {name!r}')
            continue
        match = of.fullmatch(value or '')
        if match:
            count.same(page, name, (number(match['count']), number(match['all'])), (figure, expected[whole]))
        else:
            count.faults.append(f'/{page}: {name}: {value!r} is no figure, or lacks what it is a part of')
    due = {'aspirations', 'announcements', 'commitments', *(name for name, figure in expected.items() if figure), *(ALWAYS if expected['commitments'] else [])}
    count.faults += [f'/{page}: does not show {name}' for name in sorted(due - seen)]


def statuses(says):
    """The statuses by their words."""
    return {text: key.removeprefix('status-') for key, text in says.items() if key.startswith('status-') and key != 'status-label'}


def pattern_of_caption(says):
    return re.compile(re.escape(says['scorecard-caption'].split('{')[0]))


def of_status(site, table, key, status):
    belongs = {'opd': lambda row: row['office'] == key, 'kecamatan': lambda row: row['district'] == key, 'topik': lambda row: row['aspiration'] in site.entries_about(key)}
    return sum(row['status'] == status and belongs[table](row) for row in site.table('komitmen'))


def home(site, page, lang, says, count):
    entries, commitments = site.table('aspirasi'), site.table('komitmen')
    expected = site.figures_of_entries(entries)
    stops, districts = site.table('kunjungan'), len(site.table('kecamatan'))
    looked_for = sum(c['looked_for'] != '' for c in commitments)
    main = site.html(page).find('.//main')
    text = text_of(main)
    of_all = lambda figure: {'count': figure, 'all': expected['commitments']}
    sentences = [('home-totals', {'stops': len(stops), 'aspirations': expected['aspirations']}),
                 ('map-visited', {'count': len({s['district'] for s in stops}), 'all': districts}), ('all-districts', {'count': districts})]
    if expected['commitments']:
        sentences.append(('home-commitments', {'count': expected['commitments']}))
        sentences += [(key, of_all(figure)) for key, figure in (('home-looked-for', looked_for), ('home-never-looked-for', len(commitments) - looked_for)) if figure]
    # Other languages have plural forms in these sentences; their legends and scorecards are read all the same.
    for key, figures in sentences if lang == site.languages[0] else []:
        found = pattern(says[key]).search(text)
        if not found:
            count.faults.append(f'/{page}: does not say {says[key]!r}')
            continue
        for name, shown in found.groupdict().items():
            if name not in ('day', 'days'):
                count.same(page, f'{key} {name}', number(shown), figures[name])
    legends = main.xpath('.//ul[contains(concat(" ", @class, " "), " legend ")]')
    wanted = [section for section in ('figure-aspirations', 'figure-commitments') if expected[SECTIONS[section][0]]]
    if len(legends) != len(wanted):
        count.faults.append(f'/{page}: {len(legends)} legends, {len(wanted)} expected')
    for section, legend in zip(wanted, legends):
        whole, parts = SECTIONS[section]
        by_words, seen = {says[key]: part for (key,), part in parts.items()}, set()
        for item in legend.findall('li'):
            for small in item.xpath('.//span[contains(@class, "small")]'):
                name, shown = re.fullmatch(r'(.*) ([\d.,]+)', text_of(small)).groups()
                count.same(page, name, number(shown), sum(c['status'] == statuses(says)[name] for c in commitments))
            name = text_of(item.find('.//*[@class]'))
            match = pattern(says['of']).search(text_of(item)[len(name):])
            seen.add(by_words[name])
            count.same(page, name, (number(match['count']), number(match['all'])), (expected[by_words[name]], expected[whole]))
        count.faults += [f'/{page}: does not show {part}' for part in by_words.values() if expected[part] and part not in seen]


def states(site, count):
    """The states of every commitment follow from the days beside them."""
    today = site.as_of()
    group = {'planned': 'under-way', 'in-progress': 'under-way', 'stalled': 'under-way', 'partly-done': 'under-way', 'done-reported': 'done',
             'done-verified': 'done', 'superseded': 'not-pursued', 'dropped': 'not-pursued'}
    for c in site.table('komitmen'):
        last, direct, done = c['due_last'], c['last_direct_news'], c['group'] == 'done'
        possible = (['no-date'] if not last else ['closed'] if c['group'] == 'not-pursued' else ['done-in-time', 'done-late'] if done
                    else ['ahead'] if last >= today else ['late', 'passed-unknown'] if direct > last else ['passed-unknown'])
        for name, holds in {
            'group': c['group'] == group.get(c['status'], c['status']),
            'deadline_state': c['deadline_state'] in possible,
            'news': c['news'] == ('direct' if direct else 'related' if c['last_related_news'] else 'none'),
            'status': (c['status'] == 'no-direct-news') == (direct == ''),
            'quiet_since': c['quiet_since'] in ('', direct or c['made']),
            'due_soon': c['due_soon'] == 'false' or c['deadline_state'] == 'ahead',
            'waiting': c['waiting'] == 'false' or c['group'] in ('no-direct-news', 'without-status'),
        }.items():
            count.compared += 1
            if not holds:
                count.faults.append(f'/data/komitmen.csv: {c["reference"]}: {name} is {c[name]!r}, which the days beside it do not say')


def sums(site, count):
    """What is counted by its states adds up to the whole, withheld ones among it."""
    for table in ('opd', 'kecamatan', 'topik', 'kunjungan'):
        for row in site.table(table):
            for whole, parts in SUMS:
                if table != 'opd' or whole == 'commitments':
                    count.same(f'data/{table}.csv', f'{row.get("key") or row["number"]}: {" + ".join(parts)}', sum(int(row[part]) for part in parts), int(row[whole]))
    # A promise may name no office.
    withheld = sum(int(row['commitments_withheld']) for row in site.table('ditahan'))
    if sum(int(row['commitments_withheld']) for row in site.table('opd')) > withheld:
        count.faults.append(f'/data/opd.csv: more withheld commitments than the {withheld} that there are')


def figures(site, faults):
    count = Count(faults)
    for lang, prefix in site.prefixes.items():
        says = words(lang)
        home(site, prefix, lang, says, count)
        for table in ('opd', 'kecamatan', 'topik'):
            for row in site.table(table):
                page = f'{prefix}{table}/{row["key"]}/'
                # An office or a topic without a record has no page.
                has = {'opd': site.entries_answered_by, 'topik': site.entries_about}.get(table, bool)(row['key'])
                if bool(has) != (page in site.pages):
                    faults.append(f'/{page}: is {"" if page in site.pages else "not "}there')
                elif has:
                    scorecard(site, page, says, table, row['key'], site.figures_of, count)
    on_pages = count.compared
    states(site, count)
    sums(site, count)
    # The tables' own columns of figures are no other than counting gives.
    for table in ('opd', 'kecamatan', 'topik', 'kunjungan'):
        for row in site.table(table):
            key = row.get('key') or row['number']
            counted = site.figures_of(table, key)
            if table == 'kecamatan':
                counted['stops'] = sum(s['district'] == key for s in site.table('kunjungan'))
            if set(counted) - {'stops'} != set(FIGURES_OF_OFFICES if table == 'opd' else FIGURES):
                faults.append(f'/data/{table}.csv: other figures are counted than it has')
            for name in counted:
                count.same(f'data/{table}.csv', f'{key} {name}', number(row[name]), counted[name])
    if on_pages < 400:
        faults.append(f'only {on_pages} figures were found on the pages')
    return f'{on_pages} figures on the pages of {len(site.table("opd"))} offices, {len(site.table("kecamatan"))} kecamatan, {len(site.table("topik"))} topics and the home page, and {count.compared - on_pages} in the tables, are what counting in the CSV gives'
