#!/usr/bin/env python3
"""Times whole builds of one workload, tool by tool in turn, and prints medians; `benches/run` calls it.

usage: compare.py WORKLOAD --jhur PATH [--hugo PATH] [--zola PATH] [--eleventy NODE_MODULES] [-n 3] [--json OUT]

WORKLOAD is a folder written by workload.py. Every round builds into an emptied public/ folder, the tools taking turns, so
that a drift in the machine's speed hits all of them. `copy` is the floor: `cp -r` of jhur's own output, which does nothing
but write the same files. Give only the tools that are installed; jhur is, the others may fail and are then left out.

`ratio` is to the fastest of the others. `second` is a build into the same public/ after one word changed in the first
stop's file; Hugo and Zola have no incremental mode, so theirs is a whole build. Eleventy has none: a single build with
`--incremental` makes everything again, and one that is told which data file changed ends in an error (3.1.8).

Nothing is compared if the tools did not make the same number of pages of entries, or if a changed word is not in its page.

Keep WORKLOAD on a memory file system (/dev/shm): ext4 searches long for inodes that were not deleted in the last
minutes, so on a disk every run pays for the clean-up of the run before.
"""
import argparse, json, os, pathlib, re, shutil, subprocess, sys, time
from statistics import median

CHANGED = "warga", "khalayak"          # a word of the corpus, and one that is nowhere in it


class Tool:
    """One generator: how it is called, where its site is, which file the first stop is in; what was measured."""

    def __init__(self, folder, command, first=None, version=()):
        self.folder, self.command, self.first = folder, command, first
        self.out = folder / "public"
        self.version = re.search(r"\d+\.\d+\.\d+", output(version)).group() if version else ""
        self.rounds, self.seconds = [], []

    def build(self):
        begun = time.monotonic()
        process = subprocess.Popen(self.command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - begun
        if status:
            raise RuntimeError(f"{self.command}: exit {process.returncode}\n{said.decode(errors='replace')[-2000:]}")
        unit = 2**20 if sys.platform == "darwin" else 2**10
        return dict(wall=wall, cpu=used.ru_utime + used.ru_stime, peak_mb=used.ru_maxrss / unit)

    def whole(self):
        shutil.rmtree(self.out, ignore_errors=True)
        os.sync()
        self.rounds.append(self.build())

    def second(self):
        """Changes the word, or changes it back, and builds."""
        (source,) = self.folder.glob(self.first)
        old, new = CHANGED if len(self.seconds) % 2 == 0 else CHANGED[::-1]
        source.write_text(source.read_text().replace(old, new, 1))
        os.sync()
        self.seconds.append(self.build())
        shown = any(CHANGED[1] in page.read_text() for page in (self.out / "1").rglob("*.html"))
        if shown != (new == CHANGED[1]):
            sys.exit(f"{self.command}: the changed word is not in its page")

    def figures(self):
        files = [path for path in self.out.rglob("*") if path.is_file()]
        return dict(version=self.version, entries=sum(1 for _ in self.out.glob("*/aspirasi-*/index.html")),
                    pages=sum(path.suffix == ".html" for path in files), files=len(files),
                    bytes=sum(path.stat().st_size for path in files), rounds=self.rounds, seconds=self.seconds)


def output(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def tools(a):
    w = a.workload.resolve()
    found = {"jhur": Tool(w / "jhur", [a.jhur.resolve(), *a.jhur_args.split()], "content/stops/0001-*.yaml", [a.jhur.resolve(), "--version"])}
    if a.hugo:
        found["hugo"] = Tool(w / "hugo", [a.hugo.resolve(), "--quiet", "--noBuildLock"], "data/stops/s0001.json", [a.hugo.resolve(), "version"])
    if a.zola:
        found["zola"] = Tool(w / "zola", [a.zola.resolve(), "build"], "content/1/aspirasi-1.md", [a.zola.resolve(), "--version"])
    if a.eleventy:
        link = w / "eleventy" / "node_modules"
        if not link.exists():
            link.symlink_to(a.eleventy.resolve())
        call = ["node", "--max-old-space-size=16000", link / "@11ty/eleventy/cmd.cjs"]
        found["eleventy"] = Tool(w / "eleventy", [*call, "--quiet", "--output=public"], None, [*call, "--version"])
    found["copy"] = Tool(w, ["cp", "-r", w / "jhur" / "public", w / "copy"])
    found["copy"].out = w / "copy"
    return found


def measured(a):
    """Every tool's figures; a tool other than jhur that fails is named and left out."""
    found = tools(a)
    sources = {source: source.read_text() for tool in found.values() if tool.first for source in tool.folder.glob(tool.first)}
    for n in range(2 * a.n):
        for name, tool in list(found.items()):
            try:
                if n < a.n:
                    tool.whole()
                elif tool.first:
                    tool.second()
            except RuntimeError as fault:
                if name == "jhur":
                    sys.exit(str(fault))
                print(f"{name} is left out: {fault}", file=sys.stderr)
                del found[name]
    for source, text in sources.items():
        source.write_text(text)
    figures = {name: tool.figures() for name, tool in found.items()}
    if len({f["entries"] for f in figures.values()}) != 1:
        sys.exit("not the same pages: " + ", ".join(f"{name} has {f['entries']} of entries" for name, f in figures.items()))
    return figures


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("workload", type=pathlib.Path)
    ap.add_argument("--jhur", type=pathlib.Path, required=True, help="the release binary")
    ap.add_argument("--jhur-args", default="build --as-of 2024-01-01", help="how it is called in the site's folder")
    ap.add_argument("--hugo", type=pathlib.Path)
    ap.add_argument("--zola", type=pathlib.Path)
    ap.add_argument("--eleventy", type=pathlib.Path, help="a node_modules folder with @11ty/eleventy")
    ap.add_argument("-n", type=int, default=3, help="rounds")
    ap.add_argument("--json", type=pathlib.Path, help="where all figures go")
    a = ap.parse_args()
    figures = measured(a)
    if a.json:
        a.json.write_text(json.dumps(figures, indent=1))
    wall = {name: median(r["wall"] for r in f["rounds"]) for name, f in figures.items()}
    fastest = min((wall[name] for name in wall if name not in ("jhur", "copy")), default=None)
    print(f"{'tool':9} {'pages':>7} {'files':>7} {'bytes':>11} {'wall s':>8} {'min':>8} {'max':>8} {'ratio':>6} {'cpu s':>8} {'peak MB':>8} {'second':>8}")
    for name, f in figures.items():
        walls = [r["wall"] for r in f["rounds"]]
        ratio = f"{wall[name] / fastest:.2f}" if fastest else "–"
        second = f"{median(r['wall'] for r in f['seconds']):.2f}" if f["seconds"] else "–"
        print(f"{name:9} {f['pages']:7} {f['files']:7} {f['bytes']:11} {wall[name]:8.2f} {min(walls):8.2f} {max(walls):8.2f} {ratio:>6} "
              f"{median(r['cpu'] for r in f['rounds']):8.2f} {max(r['peak_mb'] for r in f['rounds']):8.0f} {second:>8}")


if __name__ == "__main__":
    main()
