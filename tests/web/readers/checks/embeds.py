"""Quotes to embed: oEmbed 1.0 with the words and the address of what is quoted."""
import json

from lxml import html

from .site import text_of


def embeds(site, faults):
    count = 0
    for lang, prefix in site.prefixes.items():
        for reference, said in ((r, said) for r, said in site.records.items() if r.count('/') == 1):
            page = f'{prefix}{reference}/'
            path = f'{page}kutip/oembed.json'
            url = site.base + page
            answer = site.parsed(path, json.loads, faults)
            if answer is None:
                continue
            count += 1
            for key, kind in (('html', str), ('title', str), ('width', (int, type(None))), ('height', (int, type(None)))):
                if key not in answer or not isinstance(answer[key], kind) or answer[key] == '':
                    faults.append(f'/{path}: {key} is {str(answer.get(key))[:40]!r}')
            if answer.get('type') != 'rich' or answer.get('version') != '1.0':
                faults.append(f'/{path}: is {answer.get("type")} of version {answer.get("version")}')
            quote = html.fragment_fromstring(answer.get('html', ''), create_parent='div')
            words, cited = text_of(quote), quote.xpath('.//blockquote/@cite')
            if cited != [url] or url not in quote.xpath('.//a/@href'):
                faults.append(f'/{path}: quotes {cited}, links to {quote.xpath(".//a/@href")}, not to {url}')
            title = site.words(said, lang)
            if title not in words or title != answer.get('title'):
                faults.append(f'/{path}: {answer.get("title")!r} in {words[:80]!r}, in the content {title!r}')
            if quote.xpath('.//script | .//iframe | .//*[@style]'):
                faults.append(f'/{path}: brings scripts, frames or styles')
            leads = [p for type_, p in site.alternates(page) if type_ == 'application/json+oembed'] if page in site.pages else []
            if path not in leads:
                faults.append(f'/{page}: leads to no oEmbed: {leads}')
            if f'{page}kutip/' not in site.pages:
                faults.append(f'/{page}kutip/: is not there')
            else:
                cites = [cite for pre in site.html(f'{page}kutip/').xpath('//main//pre') if pre.text_content().startswith('<blockquote')
                         for cite in html.fragment_fromstring(pre.text_content(), create_parent='div').xpath('.//blockquote/@cite')]
                wanted = {url, *(f'{url}#{r.split("/")[2]}' for r in site.records if r.startswith(f'{reference}/'))}
                canonical = site.html(f'{page}kutip/').xpath('//link[@rel="canonical"]/@href')
                faults += [f'/{page}kutip/: quotes {cite}, or does not, against the content' for cite in wanted ^ set(cites)]
                if canonical != [url]:
                    faults.append(f'/{page}kutip/: canonical {canonical}')
    entries = sum(reference.count('/') == 1 for reference in site.records)
    if count != entries * len(site.languages):
        faults.append(f'{count} quotes were read, the content has {entries}')
    return f'{count} quotes to embed have the words and the address of what they quote'
