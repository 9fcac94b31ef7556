// Leads on to where a record is now, with the fragment under which it was looked for: a commitment's own place if it has one.
addEventListener("DOMContentLoaded", () => {
  const own = location.hash.length > 1 && document.querySelector(`li[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"] a`);
  location.replace(own ? own.href : document.getElementById("_kini").href + location.hash);
});
