"""feedparser and xmllint read every Atom feed; that of the other language has the same entries, and so has the JSON Feed of the whole site."""
import datetime
import subprocess
import time

import feedparser

MOST = 50


def homes(site):
    """The pages that have feeds, without the language: where there is something to tell."""
    kept = lambda table, has: [f'{table}/{row["key"]}/' for row in site.table(table) if has(row['key'])]
    entries = site.table('aspirasi')
    told = {about['subject'] for about in site.table('kabar-tentang')}
    news = lambda reference: any(about == reference or about.startswith(f'{reference}/') for about in told)
    stops = [s['number'] for s in site.table('kunjungan') if s['number'] in told or any(e['stop'] == s['number'] for e in entries)]
    return ['', *(f'{number}/' for number in stops), *(f'{e["reference"]}/' for e in entries if news(e['reference'])),
            *kept('kecamatan', lambda key: any(s['district'] == key for s in site.table('kunjungan'))),
            *kept('opd', site.entries_answered_by), *kept('topik', site.entries_about)]


def xmllint(site, paths, *options):
    """What xmllint says against files, a line a fault."""
    faults = []
    for n in range(0, len(paths), 500):
        run = subprocess.run(['xmllint', '--noout', '--nonet', *options, *paths[n:n + 500]], cwd=site.folder, capture_output=True, text=True)
        if run.returncode:
            faults += [f'/{line}' for line in run.stderr.splitlines()[:20]] or [f'xmllint ends with {run.returncode}']
    return faults


def atom(site, page, faults):
    path = f'{page}umpan.xml'
    feed = site.parsed(path, lambda b: feedparser.parse(b, response_headers={'content-type': 'application/atom+xml; charset=utf-8'}), faults)
    if feed is None:
        return None
    if feed.bozo or feed.version != 'atom10':
        faults.append(f'/{path}: {feed.get("bozo_exception", "")} {feed.version or "is no Atom 1.0"}')
    for key in ('id', 'title', 'updated'):
        if not feed.feed.get(key):
            faults.append(f'/{path}: has no {key}')
    own = [link.href for link in feed.feed.get('links', []) if link.rel == 'self']
    if own != [site.base + path]:
        faults.append(f'/{path}: says that its own address is {own}')
    if not feed.feed.get('author') and not all(e.get('author') for e in feed.entries):
        faults.append(f'/{path}: has no author')
    ids = [e.get('id') for e in feed.entries]
    if len(set(ids)) != len(ids):
        faults.append(f'/{path}: an id stands twice')
    if len(ids) > MOST:
        faults.append(f'/{path}: {len(ids)} entries, at most {MOST}')
    for e in feed.entries:
        if not (e.get('title') and e.get('updated_parsed') and (e.get('content') or e.get('summary')) and e.get('link', '').startswith(site.base)):
            faults.append(f'/{path}: {e.get("id")} lacks a title, a time, words or an address')
        elif not site.leads(e.link):
            faults.append(f'/{path}: {e.id} leads to {e.link}, which is not there')
    updated = [e.updated_parsed for e in feed.entries if e.get('updated_parsed')]
    if updated and feed.feed.get('updated_parsed') != max(updated):
        faults.append(f'/{path}: updated {feed.feed.get("updated")}, its newest entry {time.strftime("%Y-%m-%dT%H:%M:%SZ", max(updated))}')
    if updated != sorted(updated, reverse=True):
        faults.append(f'/{path}: the newest does not come first')
    return ids


def json_feed(site, page, faults):
    path = f'{page}umpan.json'
    feed = site.json(path, faults)
    if feed is None:
        return None
    if feed.get('version') != 'https://jsonfeed.org/version/1.1' or not feed.get('title') or not isinstance(feed.get('items'), list):
        faults.append(f'/{path}: is no JSON Feed 1.1 with a title and items')
        return None
    if feed.get('feed_url') != site.base + path or feed.get('home_page_url') != site.base + page:
        faults.append(f'/{path}: says that it is {feed.get("feed_url")} of {feed.get("home_page_url")}')
    for item in feed['items']:
        if not isinstance(item.get('id'), str) or not (item.get('content_html') or item.get('content_text')) or not str(item.get('url', '')).startswith(site.base):
            faults.append(f'/{path}: {item.get("id")} lacks an id, words or an address')
        elif not site.leads(item['url']):
            faults.append(f'/{path}: {item["id"]} leads to {item["url"]}, which is not there')
        for key in ('date_published', 'date_modified'):
            try:
                if datetime.datetime.fromisoformat(item[key]).tzinfo is None:
                    raise ValueError
            except (KeyError, TypeError, ValueError):
                faults.append(f'/{path}: {item.get("id")}: {key} is {item.get(key)!r}, no moment of RFC 3339')
    return [item.get('id') for item in feed['items']]


def feeds(site, faults):
    # A record that was corrected may have a feed without news.
    required = homes(site)
    corrected = sorted({site.split(path.removesuffix('umpan.xml'))[1] for path in site.files('umpan.xml')} - set(required))
    for home in corrected:
        if home != 'koreksi/' and not site.has(f'{home}r2/index.html') and not any(c['record'] == home.rstrip('/') for c in site.table('koreksi')):
            faults.append(f'/{home}umpan.xml: has a feed, and nothing to tell')
    everywhere, entries, filled = [*required, *corrected], 0, 0
    for home in everywhere:
        ids = {}
        for prefix in site.prefixes.values():
            page = prefix + home
            ids[f'{page}umpan.xml'] = atom(site, page, faults)
            if home == '':
                ids[f'{page}umpan.json'] = json_feed(site, page, faults)
            alternates = dict(site.alternates(page)) if page in site.pages else {}
            for type_, name in (('application/atom+xml', 'umpan.xml'), *((('application/feed+json', 'umpan.json'),) if home == '' else ())):
                if alternates.get(type_) != page + name:
                    faults.append(f'/{page}: its head names {alternates.get(type_)} as {type_}, not {page + name}')
        (first, expected), *others = ids.items()
        faults += [f'/{path}: other entries than /{first}: {set(map(str, other or [])) ^ set(map(str, expected or []))}' for path, other in others if other != expected]
        entries += len(expected or [])
        filled += bool(expected)
        if not expected:
            faults.append(f'/{first}: is empty')
        for e in expected or []:
            if not str(e).startswith(f'tag:{site.base.split("/")[2]},2026:'):
                faults.append(f'/{first}: {e} is no tag of this site')
    paths = site.files('umpan.xml')
    faults += xmllint(site, paths)
    # Every page leads to a feed: its own, or that of the whole site in its language.
    for page in site.pages:
        lang = site.split(page)[0]
        feed = dict(site.alternates(page)).get('application/atom+xml')
        if feed is None or not site.has(feed) or not feed.startswith(site.prefixes[lang]):
            faults.append(f'/{page}: leads to {feed}')
    faults += [f'/{path}: is a feed of which nothing here knows' for path in site.files('umpan.json') if path not in {f'{prefix}umpan.json' for prefix in site.prefixes.values()}]
    # Feeds that are always empty would agree with each other.
    if filled < 10:
        faults.append(f'only {filled} feeds have an entry')
    return f'feedparser, xmllint: {len(paths)} Atom feeds in {len(site.languages)} languages agree, as do the JSON Feeds of the site; {filled} pages with {entries} entries'
