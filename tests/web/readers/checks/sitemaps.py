"""The sitemap by the official schema, and by what is there."""
import os

from lxml import etree

from .feeds import xmllint

SCHEMA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'sitemap.xsd')
MAP, XHTML = '{http://www.sitemaps.org/schemas/sitemap/0.9}', '{http://www.w3.org/1999/xhtml}'


def sitemap(site, faults):
    faults += xmllint(site, ['sitemap.xml'], '--schema', SCHEMA)
    urls = etree.fromstring(site.read('sitemap.xml')).findall(f'{MAP}url')
    listed = {}
    for url in urls:
        loc = url.findtext(f'{MAP}loc')
        listed[loc] = {link.get('hreflang'): link.get('href') for link in url.findall(f'{XHTML}link')}
    if len(listed) != len(urls):
        faults.append('/sitemap.xml: an address stands twice')
    for loc, others in listed.items():
        path = site.local('', loc)
        if path is None or not site.has(path):
            faults.append(f'/sitemap.xml: {loc} is not there')
        if loc not in others.values():
            faults.append(f'/sitemap.xml: {loc} is not among its own languages')
        faults += [f'/sitemap.xml: {loc} names {href}, which does not name it' for href in others.values() if loc not in listed.get(href, {}).values()]
    for page in site.pages:
        robots, canonical = site.meta(page, 'robots') or '', site.html(page).xpath('//link[@rel="canonical"]/@href')
        wanted = 'noindex' not in robots and canonical == [site.base + page]
        if wanted != (site.base + page in listed):
            faults.append(f'/sitemap.xml: {"lacks" if wanted else "names"} /{page} (robots {robots!r}, canonical {canonical})')
    return f'xmllint, by the schema of sitemaps.org: {len(listed)} addresses, all there, with their languages'
