"""Reads a built site's machine-readable files with programs of others: `python readers.py SITE_FOLDER CONTENT_FOLDER [CHECK…]`.
One line a check; each fault with its file; exit 1 if there is any. What is not there is a fault."""
import sys
import time

from checks import calendars, citations, embeds, feeds, figures, maps, sitemaps, tables, twins
from checks.site import Site

CHECKS = {
    'package': tables.package, 'tables': tables.agree, 'dictionary': tables.dictionary, 'figures': figures.figures,
    'map': maps.geojson, 'dcat': maps.dcat, 'feeds': feeds.feeds, 'sitemap': sitemaps.sitemap, 'calendar': calendars.calendars,
    'citations': citations.citations, 'schema': twins.schema, 'links': twins.links, 'lists': twins.lists, 'embed': embeds.embeds,
}


def main(folder, content, *only):
    unknown = [name for name in only if name not in CHECKS]
    if unknown:
        sys.exit(f'no check {", ".join(unknown)}; there are {", ".join(CHECKS)}')
    site, faulty = Site(folder, content), 0
    for name, check in CHECKS.items():
        if only and name not in only:
            continue
        start, faults = time.time(), []
        try:
            says = check(site, faults)
        except Exception as error:  # a reader that gives up has found a fault, and the others still read on
            says = 'gave up'
            faults.append(f'{type(error).__name__}: {error}')
        print(f'{"FAILS" if faults else "ok   "} {name:10} {says} ({time.time() - start:.0f} s)', flush=True)
        for fault in faults[:40]:
            print(f'        {fault}')
        if len(faults) > 40:
            print(f'        … and {len(faults) - 40} more')
        faulty += len(faults)
    if faulty:
        sys.exit(f'tests/web/readers: {faulty} faults')


if __name__ == '__main__':
    main(*sys.argv[1:])
