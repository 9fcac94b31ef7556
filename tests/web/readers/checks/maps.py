"""The map and the catalogue of the data."""
import json

from .site import FIGURES, TABLES


def geojson(site, faults):
    map_ = json.loads(site.read('data/kecamatan.geojson'))
    if map_.get('type') != 'FeatureCollection':
        faults.append(f'/data/kecamatan.geojson: is a {map_.get("type")}')
    rows, compared = {row['key']: row for row in site.table('kecamatan')}, 0
    features = {f['properties'].get('key'): f for f in map_['features']}
    if len(features) != len(map_['features']):
        faults.append('/data/kecamatan.geojson: a kecamatan stands twice')
    faults += [f'/data/kecamatan.geojson: {key} is in one of map and table alone' for key in features.keys() ^ rows.keys()]
    for key, feature in features.items():
        if key not in rows:
            continue
        properties = feature['properties']
        for name in ('code', 'name'):
            if properties.get(name) != rows[key][name]:
                faults.append(f'/data/kecamatan.geojson: {key}: {name} {properties.get(name)!r}, in the CSV {rows[key][name]!r}')
        counted = site.figures_of('kecamatan', key) | {'stops': sum(s['district'] == key for s in site.table('kunjungan'))}
        faults += [f'/data/kecamatan.geojson: {key} has no {name}' for name in FIGURES if name not in properties]
        for name in counted:
            compared += 1
            if properties.get(name) != counted[name]:
                faults.append(f'/data/kecamatan.geojson: {key}: {name} {properties.get(name)!r}, counted {counted[name]}')
        if not feature.get('geometry'):
            faults.append(f'/data/kecamatan.geojson: {key} has no outline')
            continue
        rings = [ring for polygon in ([feature['geometry']['coordinates']] if feature['geometry']['type'] == 'Polygon' else feature['geometry']['coordinates']) for ring in polygon]
        if not rings or any(len(r) < 4 or r[0] != r[-1] or not all(113 < x < 115 and -9 < y < -7 for x, y in r) for r in rings):
            faults.append(f'/data/kecamatan.geojson: {key}: its outline is not closed or not in Jember')
    if compared < len(rows) * len(FIGURES):
        faults.append(f'only {compared} figures were compared')
    return f'{len(features)} kecamatan on the map, {compared} figures are what counting in the CSV gives'


def parts(thing, name):
    """The values of a key, by whatever prefix, of a JSON-LD object."""
    found = [v for key, value in thing.items() if key.rpartition(':')[2].rpartition('/')[2] == name for v in (value if isinstance(value, list) else [value])]
    return [v for v in found if v not in ('', None, {})]


def things(thing):
    if isinstance(thing, dict):
        yield thing
    for value in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else []:
        yield from things(value)


def dcat(site, faults):
    document, files = json.loads(site.read('data/dcat.jsonld')), set()
    is_a = lambda thing, name: any(str(t).rpartition(':')[2].rpartition('/')[2].rpartition('#')[2] == name for t in (thing.get('@type') if isinstance(thing.get('@type'), list) else [thing.get('@type')]))
    # A context that had to be fetched would leave the words without a meaning.
    if not isinstance(document.get('@context'), dict):
        faults.append(f'/data/dcat.jsonld: its context is {document.get("@context")}')
    sets = [thing for thing in things(document) if is_a(thing, 'Dataset')]
    if not sets:
        faults.append('/data/dcat.jsonld: describes no data set')
    for number, thing in enumerate(sets):
        faults += [f'/data/dcat.jsonld: data set {number + 1} has no {name}' for name in ('title', 'description', 'publisher', 'license', 'distribution') if not parts(thing, name)]
    for thing in things(document):
        if not is_a(thing, 'Distribution'):
            continue
        addresses = [v['@id'] if isinstance(v, dict) else v for name in ('downloadURL', 'accessURL') for v in parts(thing, name)]
        if not addresses:
            faults.append(f'/data/dcat.jsonld: a distribution without an address: {json.dumps(thing)[:100]}')
        for address in addresses:
            path = site.local('data/', address)
            if path is None or not site.has(path):
                faults.append(f'/data/dcat.jsonld: {address} is not there')
            else:
                files.add(path)
                for size in parts(thing, 'byteSize'):
                    if int(size['@value'] if isinstance(size, dict) else size) != len(site.read(path)):
                        faults.append(f'/data/dcat.jsonld: {address} is {len(site.read(path))} bytes, not {size}')
    due = {'data/jhur.xlsx', 'data/kecamatan.geojson', *(f'data/{name}.{end}' for name in TABLES for end in ('csv', 'jsonl'))}
    faults += [f'/data/dcat.jsonld: does not name /{path}' for path in sorted(due - files)]
    return f'{len(sets)} data sets with {len(files)} files, all there, with title, publisher and licence'
