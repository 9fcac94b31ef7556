// Loads the page again once there is another state of the site. Only the page in front asks: a browser keeps few connections
// to one host, and all of them waiting would let no page through.
const { state } = document.currentScript.dataset;
let asking = null;

async function ask() {
  asking?.abort();
  const mine = (asking = new AbortController());
  while (!document.hidden && !mine.signal.aborted) {
    try {
      const answer = await fetch(`/_jhur/state?${state}`, { cache: "no-store", signal: mine.signal });
      if (answer.ok && (await answer.text()) !== state) return location.reload();
    } catch {
      if (!mine.signal.aborted) await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

document.addEventListener("visibilitychange", ask);
ask();
