"""icalendar reads every calendar; its events are the deadlines of the CSV."""
import datetime

import icalendar

ENDED = ('superseded', 'dropped')


def calendars(site, faults):
    host = site.base.split('/')[2]
    rows = {row['reference']: row for row in site.table('komitmen')}
    due = {reference for reference, row in rows.items() if row['due_last'] and row['status'] not in ENDED}
    wanted = {}
    for prefix in site.prefixes.values():
        wanted[f'{prefix}komitmen/tenggat.ics'] = due
        for office in site.table('opd'):
            wanted[f'{prefix}opd/{office["key"]}/tenggat.ics'] = {r for r in due if rows[r]['office'] == office['key']}
    wanted = {path: references for path, references in wanted.items() if references}  # without entries it would be no calendar
    faults += [f'/{path}: is a calendar of which nothing here knows' for path in site.files('*.ics') if path not in wanted]
    events = 0
    for path, references in wanted.items():
        calendar = site.parsed(path, icalendar.Calendar.from_ical, faults)
        if calendar is None:
            continue
        bytes_ = site.read(path)
        if any(len(line) > 75 for line in bytes_.split(b'\r\n')) or b'\n' in bytes_.replace(b'\r\n', b'') or not bytes_.endswith(b'\r\n'):
            faults.append(f'/{path}: a line is longer than 75 bytes or does not end in CR LF')
        if calendar.get_missing_tzids():
            faults.append(f'/{path}: time zones that it does not explain: {calendar.get_missing_tzids()}')
        # icalendar reads what stands twice as a list.
        if not isinstance(calendar.get('prodid'), str) or calendar.get('version') != '2.0':
            faults.append(f'/{path}: PRODID {calendar.get("prodid")}, VERSION {calendar.get("version")}, each of which must stand once')
        uids = [str(e.get('uid')) for e in calendar.events]
        if len(set(uids)) != len(uids):
            faults.append(f'/{path}: a UID stands twice')
        for lacking in sorted(references - {uid.removesuffix(f'@{host}') for uid in uids}):
            faults.append(f'/{path}: lacks {lacking}')
        for event in calendar.events:
            uid, errors = str(event.get('uid')), event.errors
            reference = uid.removesuffix(f'@{host}')
            row, start = rows.get(reference), getattr(event.get('dtstart'), 'dt', None)
            if errors:
                faults.append(f'/{path}: {uid}: {errors}')
            if row is None or not uid.endswith(f'@{host}'):
                faults.append(f'/{path}: {uid} is no commitment of this site')
            elif path.split('/')[-2] != 'komitmen' and row['office'] != path.split('/')[-2]:
                faults.append(f'/{path}: {uid} is a commitment of {row["office"]}')
            elif type(start) is not datetime.date or start.isoformat() != row['due_last']:
                faults.append(f'/{path}: {uid} is on {start!r}, in the CSV {row["due_last"]!r}')
            stamp = getattr(event.get('dtstamp'), 'dt', None)
            if stamp is None or stamp.utcoffset() != datetime.timedelta(0):
                faults.append(f'/{path}: {uid}: DTSTAMP {stamp} is not in UTC')
            end = getattr(event.get('dtend'), 'dt', None)
            # The day of DTEND is the first that is no longer part of it.
            if end is not None and start is not None and end != start + datetime.timedelta(1):
                faults.append(f'/{path}: {uid} is on {start} and ends before {end}')
            if event.get('url') is not None and not site.leads(event['url']):
                faults.append(f'/{path}: {uid} leads to {event["url"]}, which is not there')
            if not event.get('summary'):
                faults.append(f'/{path}: {uid} has no words')
            events += 1
    if not due or events < len(due) * len(site.languages):
        faults.append(f'only {events} events of {len(due)} deadlines were found')
    return f'icalendar: {len(wanted)} calendars, {events} events, each on its day; all {len(due)} deadlines are there'
