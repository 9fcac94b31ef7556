// Leads on to where a record is now, with the fragment under which it was looked for: a commitment's own place if it has one.
addEventListener("DOMContentLoaded", () => {
  const own = [...document.querySelectorAll("main li[id]")].find((place) => "#" + place.id === location.hash);
  location.replace(own ? own.querySelector("a").href : document.getElementById("_kini").href + location.hash);
});
