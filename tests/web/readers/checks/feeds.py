"""feedparser and xmllint read every Atom feed; the JSON Feed beside it and the other language's have the same entries."""
import datetime
import subprocess
import time

import feedparser

MOST = 100


def homes(site):
    """The pages that have feeds, without the language."""
    below = lambda table: [f'{table}/{row["key"]}/' for row in site.table(table)]
    return ['', 'koreksi/', *(f'{s["number"]}/' for s in site.table('kunjungan')), *(f'{e["reference"]}/' for e in site.table('aspirasi')),
            *below('kecamatan'), *below('opd'), *below('topik')]


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
    everywhere, entries, filled = homes(site), 0, 0
    for home in everywhere:
        ids = {}
        for prefix in site.prefixes.values():
            page = prefix + home
            ids[f'{page}umpan.xml'], ids[f'{page}umpan.json'] = atom(site, page, faults), json_feed(site, page, faults)
            alternates = dict(site.alternates(page)) if page in site.pages else {}
            for type_, name in (('application/atom+xml', 'umpan.xml'), ('application/feed+json', 'umpan.json')):
                if alternates.get(type_) != page + name:
                    faults.append(f'/{page}: its head names {alternates.get(type_)} as {type_}, not {page + name}')
        (first, expected), *others = ids.items()
        faults += [f'/{path}: other entries than /{first}: {set(map(str, other or [])) ^ set(map(str, expected or []))}' for path, other in others if other != expected]
        entries += len(expected or [])
        filled += bool(expected)
        for e in expected or []:
            if not str(e).startswith(f'tag:{site.base.split("/")[2]},2026:'):
                faults.append(f'/{first}: {e} is no tag of this site')
    paths = site.files('umpan.xml')
    faults += xmllint(site, paths)
    known = {f'{prefix}{home}umpan.{ending}' for home in everywhere for prefix in site.prefixes.values() for ending in ('xml', 'json')}
    faults += [f'/{path}: is a feed of which nothing here knows' for path in {*paths, *site.files('umpan.json')} - known]
    # Feeds that are always empty would agree with each other.
    if filled < 10:
        faults.append(f'only {filled} feeds have an entry')
    return f'feedparser, xmllint: {len(paths)} Atom feeds and as many JSON Feeds in {len(site.languages)} languages agree; {filled} pages with {entries} entries'
