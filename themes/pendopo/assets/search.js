// The search page. Pagefind is fetched when the field is first used; all words come from the page.
(() => {
  const get = (id) => document.getElementById(id);
  const form = get("_cari"), say = form.dataset, list = get("_hasil"), told = get("_jumlah"), more = get("_lagi");
  const marks = [...get("_tanda").content.children], selects = [...form.querySelectorAll("select")];
  const PAGE = 10;
  let program, turn = 0, found = [], timer;

  const load = () => program ||= (location.protocol === "file:" ? Promise.reject() : start()).catch((fault) => {
    program = null;
    told.textContent = fault ? say.failed : say.file;
    throw fault;
  });
  const start = async () => {
    const pagefind = await import(new URL(say.program, location.href));
    await pagefind.options({ noWorker: true, excerptLength: 24 });
    return pagefind;
  };
  const make = (tag, className, ...parts) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...parts);
    return element;
  };
  const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">");

  const row = ({ raw_url, meta, filters, excerpt }) => {
    const link = make("a", "", meta.title);
    link.href = say.root + raw_url;
    const words = excerpt.split(/<\/?mark>/).map(plain).map((text, n) => n % 2 ? make("mark", "", text) : text);
    const statuses = [...(filters.jawaban || []), ...(filters.status || [])].flatMap((word) =>
      [marks.find((m) => m.textContent === word)?.cloneNode(true) || make("span", "muted", word), " "]);
    return make("li", "", make("p", "t", link),
      make("p", "small", [...filters.jenis, meta.stop || ""].filter(Boolean).join(" · ")),
      make("p", "", ...words), make("p", "", ...statuses));
  };
  const show = async () => {
    more.hidden = true;
    const mine = turn, next = found.slice(list.children.length, list.children.length + PAGE);
    const rows = (await Promise.all(next.map((r) => r.data()))).map(row);
    if (mine !== turn) return;
    list.append(...rows);
    more.hidden = list.children.length >= found.length;
    return rows[0];
  };
  const search = async () => {
    more.hidden = true;
    const mine = ++turn, term = form.q.value.trim();
    const filters = Object.fromEntries(selects.filter((s) => s.value).map((s) => [s.name, s.value]));
    const asked = Object.entries({ q: term, ...filters }).filter(([, v]) => v);
    history.replaceState(null, "", asked.length ? "?" + new URLSearchParams(asked) : location.pathname);
    if (asked.length) told.textContent = say.wait;
    const results = asked.length ? (await (await load()).search(term || null, { filters })).results : [];
    if (mine !== turn) return;
    found = results;
    list.replaceChildren();
    await show();
    if (mine !== turn) return;
    told.textContent = !asked.length ? "" : found.length ? say.found.replace("{n}", found.length) : say.none;
  };
  const fill = async () => {
    const all = await (await load()).filters(), { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    for (const select of selects.filter((s) => s.length < 2)) {
      const names = Object.keys(all[select.name] || {}).sort(compare);
      select.append(...names.map((name) => new Option(`${name} (${all[select.name][name]})`, name)));
    }
  };
  const quiet = () => {
    if (told.textContent !== say.file) told.textContent = say.failed;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => search().catch(quiet), 250);
  };
  form.addEventListener("focusin", () => load().catch(quiet), { once: true });
  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon();
  });
  get("_saring").addEventListener("toggle", () => fill().catch(quiet));
  more.addEventListener("click", () => show().then((first) => first?.querySelector("a").focus()).catch(quiet));

  const asked = new URLSearchParams(location.search);
  if (location.search) {
    form.q.value = asked.get("q") || "";
    const chosen = selects.filter((s) => asked.get(s.name));
    get("_saring").open = chosen.length > 0;
    (chosen.length ? fill() : Promise.resolve()).then(() => {
      chosen.forEach((s) => { s.value = asked.get(s.name); });
      return search();
    }).catch(quiet);
  }
})();
