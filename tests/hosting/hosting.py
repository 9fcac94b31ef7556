"""`hosting.py JHUR`: runs what docs/MEMASANG.md says; tests/hosting/run installs what it needs."""
import http.client
import http.server
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

import yaml

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
JHUR = sys.argv[1]
HOST = "jhur.example"
os.environ["PATH"] += ":/usr/sbin"
WORK = pathlib.Path(tempfile.mkdtemp(prefix="jhur-hosting-"))
WORK.chmod(0o755)
BLOCKS = dict(re.findall(r"^```(?:sh )?(\w+)\n(.*?)^```", (ROOT / "docs/MEMASANG.md").read_text(), re.S | re.M))


def run(*command, code=0, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    assert done.returncode == code, f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


def jhur(*words, code=0, **more):
    return run(JHUR, "--lang", "en", *words, code=code, **more)


def site():
    """The made-up history at the root of an address, with a page that is going to vanish."""
    folder = WORK / "site"
    shutil.copytree(ROOT / "tests/history", folder)
    settings = folder / "content/site.yaml"
    settings.write_text(re.sub(r"base_url: .*", f"base_url: https://{HOST}/", settings.read_text()))
    page = folder / "content/pages/sementara.md"
    page.write_text("---\ntitle: Sementara (rekaan)\n---\n\nHalaman rekaan yang akan hilang.\n")
    build(folder, "2024-06-30")
    return folder, page


def build(folder, day):
    jhur("--root", folder, "build", "--as-of", day)


def files(folder):
    return {str(p.relative_to(folder)): p for p in folder.rglob("*") if p.is_file()}


def state(folder):
    """Each file's bytes, and what changes when a file is written again; what a dot begins is the host's own."""
    ours = {name: path for name, path in files(folder).items() if not name.startswith(".")}
    return {name: (path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns) for name, path in ours.items()}


def uploads(name, block, there, local, source, env):
    """Runs an upload's three commands one by one, and looks after each at what a visitor would get."""
    commands = block.strip().splitlines()
    assert len(commands) == 3, commands
    new = {path: file.read_bytes() for path, file in files(source / "public").items()}
    old = state(there) if there.exists() else {}
    is_page = lambda path: path.endswith(".html")
    for step, command in enumerate(commands, 1):
        run("sh", "-eu", "-c", local(command), cwd=source, env={**os.environ, **env})
        now = state(there)
        for path, bytes in new.items():
            due = 3 if path == "manifest.json" else 2 if is_page(path) else 1
            if step >= due:
                assert now[path][0] == bytes, f"{name}, step {step}: {path} is not there"
            else:
                assert now.get(path, (None,))[0] == old.get(path, (None,))[0], f"{name}, step {step}: {path} came too early"
        gone = [path for path in old if path not in new and path not in now]
        assert step == 3 or not gone, f"{name}, step {step}: taken away too early: {gone}"
    now = state(there)
    same = [path for path, was in old.items() if was[0] == new.get(path)]
    touched = [path for path in same if now[path] != old[path]]
    assert not touched, f"{name}: the same, but written again: {touched[:5]}"
    assert set(now) == set(new), f"{name}: not the same files at the end"
    return len(same), len(old)


def upload(folder, page):
    """First the whole site, then one in which pages changed and one vanished, then the same once more."""
    bucket, server = WORK / "bucket", WORK / "server"
    (bucket / "jhur").mkdir(parents=True)
    server.mkdir()
    (server / ".well-known").mkdir()
    (server / ".well-known/kept").write_text("of the host")
    config = WORK / "rclone.conf"
    config.write_text(f"[web]\ntype = alias\nremote = {bucket}\n")
    ways = [
        ("rsync", server, lambda line: line.replace("humas@server.example:/var/www/jhur/", f"{server}/")),
        ("rclone", bucket / "jhur", lambda line: line),
    ]
    turns = []
    for turn in range(3):
        if turn == 1:
            page.unlink()
            # The address is another than that of the last release: 2025-01-20.
            jhur("--root", folder, "release", env={**os.environ, "SOURCE_DATE_EPOCH": "1737363600"})
            build(folder, "2025-01-20")
        for name, there, local in ways:
            turns.append((turn, uploads(name, BLOCKS[name], there, local, folder, {"RCLONE_CONFIG": str(config)})))
    assert not (server / "sementara/index.html").exists()
    assert (server / ".well-known/kept").exists(), "what the host keeps was taken away"
    changed = [old - same for turn, (same, old) in turns if turn == 1]
    assert all(count > 20 for count in changed), changed
    assert all(same == old for turn, (same, old) in turns if turn == 2)
    print(f"uploads: rsync and rclone keep the order, {changed[0]} files of {turns[2][1][1]} changed, the others were not touched")


def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def get(at, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", at, timeout=10)
    connection.request("GET", path, headers={"Host": HOST, **headers})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def nginx(public, at):
    place = WORK / "nginx"
    place.mkdir()
    shutil.copy("/etc/nginx/mime.types", place)
    server = BLOCKS["nginx"].replace("/var/www/jhur", str(public)).replace("listen 80", f"listen 127.0.0.1:{at}")
    paths = "".join(f"{kind}_temp_path {place}/{kind};\n" for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    (place / "nginx.conf").write_text(
        f"daemon off;\npid {place}/pid;\nerror_log stderr warn;\nevents {{}}\nhttp {{\ninclude mime.types;\n"
        f"default_type application/octet-stream;\naccess_log off;\n{paths}{server}}}\n"
    )
    return ["nginx", "-c", f"{place}/nginx.conf"]


def caddy(public, at):
    block = BLOCKS["caddy"].replace("/var/www/jhur", str(public))
    block = re.sub(rf"^{re.escape(HOST)} ", f"http://{HOST}:{at} ", block)
    (WORK / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}}\n{block}")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(WORK / "Caddyfile")]


def apache_main(at, rest):
    modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate"]
    load = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in modules)
    place = WORK / f"apache-{at}"
    place.mkdir()
    (place / "apache.conf").write_text(
        f"ServerRoot {place}\nServerName localhost\nPidFile {place}/pid\nMutex pthread\nListen 127.0.0.1:{at}\n"
        f"ErrorLog /dev/stderr\nLogLevel warn\n{load}TypesConfig /etc/mime.types\n{rest}"
    )
    return ["apache2", "-D", "FOREGROUND", "-f", str(place / "apache.conf")]


def apache(public, at):
    return apache_main(at, BLOCKS["apache"].replace("/var/www/jhur", str(public)).replace("*:80", f"127.0.0.1:{at}"))


def shared(public, at):
    """A shared host: nothing of ours in its settings, `.htaccess` in the folder."""
    run("sh", "-eu", "-c", BLOCKS["htaccess"], cwd=public.parent)
    folder = f"<Directory {public}>\nRequire all granted\nAllowOverride FileInfo\n</Directory>\n"
    return apache_main(at, f"DocumentRoot {public}\n{folder}")


TYPES = {
    "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json", "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "js": "(text|application)/javascript; charset=utf-8", "json": "application/json",
    "jsonl": "application/jsonl", "png": "image/png",
    "txt": "text/plain; charset=utf-8", "xlsx": r"application/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet", "xml": "(text|application)/xml.*",
}


def asked(name, public, at):
    """What a visitor gets: pages, types, headers, compression, what is not there, addresses without their slash."""
    status, headers, body = get(at, "/")
    assert (status, body) == (200, (public / "index.html").read_bytes()), name
    status, headers, body = get(at, "/6/tidak-ada/sama/sekali")
    assert (status, body) == (404, (public / "404.html").read_bytes()), f"{name}: {status}"
    for answer in [headers, get(at, "/index.html")[1], get(at, "/data/log/log.jsonl")[1]]:
        for header, value in [
            ("Content-Security-Policy", "frame-ancestors 'none'"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
            ("Access-Control-Allow-Origin", "*"), ("Cache-Control", "no-cache"), ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ]:
            assert answer.get_all(header) == [value], f"{name}: {header}: {answer.get_all(header)}"
    seen = {}
    for path in sorted(files(public)):
        seen.setdefault(path.rsplit(".", 1)[-1], path)
    assert len(TYPES.keys() & seen) > 9, sorted(seen)
    for end in TYPES.keys() & seen:
        expected = TYPES[end]
        status, headers, body = get(at, f"/{seen[end]}")
        assert body == (public / seen[end]).read_bytes(), f"{name}: {seen[end]}"
        assert re.fullmatch(expected, headers["Content-Type"].lower()), f"{name}: .{end} is {headers['Content-Type']}"
    status, headers, body = get(at, "/data")
    assert status in (301, 308) and re.fullmatch(rf"(http://{HOST}(:{at})?)?/data/", headers["Location"]), f"{name}: {status} {headers['Location']}"
    status, headers, body = get(at, "/", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip" and len(body) < 14_600, f"{name}: {headers['Content-Encoding']} {len(body)}"
    for encoding in ["identity", "gzip"]:
        tag = get(at, "/", **{"Accept-Encoding": encoding})[1]["ETag"]
        again = get(at, "/", **{"Accept-Encoding": encoding, "If-None-Match": tag})[0]
        assert again == 304, f"{name}: a page that did not change is sent again ({encoding}, {tag}: {again})"
    old = next(path for path in sorted(files(public)) if path.endswith("index.html") and b'http-equiv="refresh"' in (public / path).read_bytes())
    status, headers, body = get(at, "/" + old.removesuffix("index.html"))
    assert status == 200 and b"refresh" in body, f"{name}: the old address {old}"
    assert get(at, "/aset/")[0] in (403, 404), f"{name}: lists a folder"


def served(folder):
    public = folder / "public"
    for server in [nginx, caddy, apache, shared]:
        at = port()
        log = open(WORK / f"{server.__name__}.log", "w+")
        home = {**os.environ, "XDG_DATA_HOME": str(WORK), "XDG_CONFIG_HOME": str(WORK)}
        process = subprocess.Popen(server(public, at), stdout=log, stderr=log, env=home)
        try:
            wait(at, process, log)
            asked(server.__name__, public, at)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)
        print(f"{server.__name__}: pages, types, headers, compression, 404 and old addresses as they should be")


def wait(at, process, log):
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", at), 1).close()
        except OSError:
            assert process.poll() is None, pathlib.Path(log.name).read_text()
            time.sleep(0.1)
    raise AssertionError(pathlib.Path(log.name).read_text())


def archive():
    """The archive that a release would have, with its sha256."""
    path = run(ROOT / "packaging/archive", "x86_64-unknown-linux-gnu", JHUR, WORK / "dist").stdout.strip()
    run("sha256sum", "--check", f"{path}.sha256", cwd=WORK / "dist")
    names = run("tar", "-tzf", path).stdout
    for name in ["/jhur\n", "/jhur.1\n", "/completions/jhur.bash\n", "/LICENSE\n"]:
        assert name in names, names
    return f"file://{path}", pathlib.Path(f"{path}.sha256").read_text().split()[0]


def workflow(ci, file):
    """A new site with its workflow, and the file read as YAML; added to a site that is there, the same file and nothing else."""
    site = WORK / ci
    command = BLOCKS[ci].split()[1:]
    site.mkdir()
    jhur(*command, cwd=site)
    text = (site / file).read_text()
    run("yamllint", "-s", "-d", "{extends: default, rules: {line-length: disable, document-start: disable, truthy: {check-keys: false},"
        " comments: {min-spaces-from-content: 1}, brackets: disable}}", site / file)
    (site / file).unlink()
    before = set(files(site))
    jhur(*command, cwd=site)
    assert set(files(site)) - before == {file} and (site / file).read_text() == text
    jhur(*command, cwd=site, code=2)
    return site, yaml.safe_load(text.replace("\non:", "\n'on':"))


def steps(site, script, env, code=0):
    """Runs a script as a runner does, and gives what it said."""
    run("shellcheck", "-s", "bash", "-", input=script)
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=site, env=env, capture_output=True, text=True)
    assert done.returncode == code, f"{script}\nended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def free_of_network(site, at):
    """Has curl find the site's address on this machine, by its own settings: the commands stay as they are."""
    settings = site / "content/site.yaml"
    settings.write_text(re.sub(r"base_url: .*", f"base_url: https://{HOST}/situs/", settings.read_text()))
    (WORK / ".curlrc").write_text(f'insecure\nconnect-to = "{HOST}:443:127.0.0.1:{at}"\n')


class Live:
    """A host at a port: a folder, or one status for whatever is asked."""

    def __init__(self, at):
        self.folder, self.status = None, 404
        live = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                path = live.folder and live.folder / self.path.removeprefix("/situs/")
                status, body = live.status, b"<html>"
                if path and path.is_file():
                    status, body = 200, path.read_bytes()
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", at), Handler)
        key, certificate = WORK / f"{at}.key", WORK / f"{at}.crt"
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={HOST}", "-keyout", key, "-out", certificate)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def held_against(name, site, at, publish):
    """What is live has to be the beginning of what is uploaded: `publish(code, first)` builds, compares, and gives what was said."""
    live = Live(at)
    says = ["There is nothing at the address", "that is live cannot be read", "is not the beginning of"]
    assert says[0] in publish(1), "nothing is there, and nobody said that it is the first"
    publish(0, first="true")
    live.folder = WORK / f"live-{name}"
    shutil.copytree(site / "public", live.folder)
    publish(0)
    # Released once, published, and once more.
    for page in ["satu", "dua"]:
        (site / f"content/pages/{page}.md").write_text(f"---\ntitle: Rekaan {page}\n---\n\nIsi.\n")
        jhur("release", cwd=site)
        publish(0)
        shutil.rmtree(live.folder)
        shutil.copytree(site / "public", live.folder)
    log = live.folder / "data/log/log.jsonl"
    whole = log.read_bytes()
    publish(0)
    log.write_bytes(whole[: whole.index(b"\n") + 1])
    publish(0)
    log.write_bytes(whole + whole[: whole.index(b"\n") + 1])
    assert says[2] in publish(1, first="true"), "content/ is older"
    log.write_bytes(whole.replace(b"satu", b"tiga", 1))
    assert says[2] in publish(1), "another log"
    log.write_bytes(b"")
    assert says[1] in publish(1)
    log.unlink()
    for status in [404, 503]:
        live.status = status
        assert says[1] in publish(1, first="true"), f"the log is gone ({status})"
    log.write_bytes(whole)
    manifest = live.folder / "manifest.json"
    kept = manifest.read_bytes()
    manifest.write_text("<html>parked</html>")
    assert says[1] in publish(1, first="true"), "a page that is there for everything"
    manifest.unlink()
    live.status = 503
    assert says[1] in publish(1, first="true"), "the host is out of order"
    live.status = 404
    assert says[0] in publish(1), "the host has lost the site"
    manifest.write_bytes(kept)
    live.server.shutdown()
    live.server.server_close()
    assert says[1] in publish(1, first="true"), "nobody answers"


def break_record(site):
    stop = site / "content/stops/999-contoh.yaml"
    stop.write_text(stop.read_text().replace("district: wuluhan", "district: wuluham"))


def github(address, sha256):
    site, flow = workflow("github", ".github/workflows/situs.yml")
    assert flow["permissions"] == {"contents": "read"}
    jobs = flow["jobs"]
    assert jobs["pages"]["permissions"] == {"pages": "write", "id-token": "write"} and "permissions" not in jobs["situs"]
    uses = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert len(uses) == 3 and all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", use) for use in uses), uses
    install, check, drafts, build, compare = [step["run"] for step in jobs["situs"]["steps"] if "run" in step]
    assert flow["concurrency"]["group"] and flow["on"]["workflow_dispatch"]["inputs"]["first"]["default"] is False
    assert flow["env"].pop("JHUR_FIRST") == "${{ inputs.first }}"
    at = port()
    free_of_network(site, at)
    path = WORK / "github-path"

    def step(script, code=0, **filled):
        added = path.read_text().split() if path.exists() else []
        env = {"HOME": str(WORK), "PATH": ":".join([*added, "/usr/bin:/bin"]), "GITHUB_PATH": str(path), "RUNNER_TEMP": str(WORK / "github-temp"), "JHUR_FIRST": "", **flow["env"], **filled}
        return steps(site, script, env, code)

    assert "::error::" in step(install, code=1)
    step(install, code=1, JHUR_ARCHIVE=address, JHUR_SHA256="0" * 64)
    step(install, JHUR_ARCHIVE=address, JHUR_SHA256=sha256)
    step(check)
    (WORK / "github-temp").mkdir()
    step(drafts)
    assert not (site / "public").exists()

    def publish(code, first=""):
        shutil.rmtree(site / "public", ignore_errors=True)
        step(build)
        return step(compare, code, JHUR_FIRST=first)

    held_against("github", site, at, publish)
    assert (site / "public/index.html").exists()
    break_record(site)
    said = step(check, code=1)
    assert re.search(r"^::error file=content/stops/999-contoh\.yaml,line=\d+", said, re.M), said
    print("GitHub: the workflow is pinned and has the least permissions; its steps install, check, build and compare with what is live")


def gitlab(address, sha256):
    site, flow = workflow("gitlab", ".gitlab-ci.yml")
    before = flow["default"]["before_script"]
    assert flow["pages"]["artifacts"]["paths"] == ["public"] and flow["pages"]["rules"]
    report = site / flow["periksa"]["artifacts"]["reports"]["codequality"]
    first = flow["variables"].pop("JHUR_FIRST")
    assert first["value"] == "" and first["description"] and flow["pages"]["resource_group"]
    at = port()
    free_of_network(site, at)
    words = {**flow["variables"], "JHUR_FIRST": "", "HOME": str(WORK), "PATH": "/usr/bin:/bin"}

    def job(name, code=0, **filled):
        return steps(site, "\n".join(before + flow[name]["script"]), {**words, **filled}, code)

    filled = {"JHUR_ARCHIVE": address, "JHUR_SHA256": sha256}
    assert "JHUR_ARCHIVE" in job("periksa", code=1)
    job("periksa", code=1, JHUR_ARCHIVE=address, JHUR_SHA256="0" * 64)
    job("periksa", **filled)
    json.loads(report.read_text())

    def publish(code, first=""):
        shutil.rmtree(site / "public", ignore_errors=True)
        return job("pages", code, JHUR_FIRST=first, **filled)

    held_against("gitlab", site, at, publish)
    assert (site / "public/index.html").exists()
    break_record(site)
    assert "wuluham" in job("periksa", code=1, **filled)
    notes = json.loads(report.read_text())
    fault = next(note for note in notes if note["severity"] == "major")
    assert fault["location"]["path"] == "content/stops/999-contoh.yaml" and fault["location"]["lines"]["begin"] > 1
    assert len({note["fingerprint"] for note in notes}) == len(notes)
    print("GitLab: the jobs install, check with a report, build, and compare with what is live")


try:
    folder, page = site()
    upload(folder, page)
    served(folder)
    made = archive()
    github(*made)
    gitlab(*made)
finally:
    shutil.rmtree(WORK, ignore_errors=True)
print("docs/MEMASANG.md: everything in it works")
