// ical.js, a second reader, finds the deadlines of the JSON Lines in every calendar.
import ICAL from 'ical.js';

export async function calendars(site, faults) {
  const rows = new Map(site.table('komitmen').map(row => [row.reference, row]));
  const due = [...rows.values()].filter(r => r.due_last && !['superseded', 'dropped'].includes(r.status));
  const wanted = new Map(['', 'en/'].flatMap(lang => [[`${lang}komitmen/tenggat.ics`, due],
    ...site.table('opd').map(o => [`${lang}opd/${o.key}/tenggat.ics`, due.filter(r => r.office === o.key)])]).filter(([, expected]) => expected.length));
  let events = 0;
  for (const [file, expected] of wanted) {
    if (!site.has(file)) { faults.push(`/${file}: is not there`); continue; }
    try {
      const calendar = new ICAL.Component(ICAL.parse(site.text(file)));
      const found = new Map(calendar.getAllSubcomponents('vevent').map(e => new ICAL.Event(e)).map(e => [e.uid, e]));
      if (calendar.name !== 'vcalendar' || found.size !== calendar.getAllSubcomponents('vevent').length) faults.push(`/${file}: a UID stands twice, or it is a ${calendar.name}`);
      for (const row of expected) if (!found.has(`${row.reference}@jhur.example`)) faults.push(`/${file}: lacks ${row.reference}`);
      for (const [uid, event] of found) {
        events++;
        const row = rows.get(uid.replace(/@jhur\.example$/, ''));
        if (!event.startDate.isDate || event.startDate.toString() !== row?.due_last) faults.push(`/${file}: ${uid} is on ${event.startDate}, in the JSON Lines ${row?.due_last}`);
        if (event.duration.toSeconds() !== 86400) faults.push(`/${file}: ${uid} takes ${event.duration}`);
        if (!event.summary) faults.push(`/${file}: ${uid} has no words`);
      }
    } catch (error) {
      faults.push(`/${file}: ${error.message.slice(0, 200)}`);
    }
  }
  if (!due.length || events < due.length * 2) faults.push(`only ${events} events of ${due.length} deadlines were found`);
  return `ical.js: ${wanted.size} calendars, ${events} events, the same days as a second reader`;
}
