// Follows docs/PANDUAN.md in an empty folder, as somebody does who has nothing else: `node guide.mjs JHUR`. Every block of commands ends
// well, the message that is shown there is the one that comes. With UPDATE=1 message and pictures (docs/tangkapan) are made anew.
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const jhur = path.resolve(process.argv[2]);
const docs = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../docs');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'jhur-guide-'));
const env = {PATH: `${path.dirname(jhur)}:${process.env.PATH}`, HOME: work, COLUMNS: '100'};
const update = process.env.UPDATE === '1';
const guide = path.join(docs, 'PANDUAN.md');
let text = fs.readFileSync(guide, 'utf8');
const wrong = what => { throw new Error(what); };
const shell = (line, cwd) => spawnSync('sh', ['-eu', '-c', line], {cwd, env, encoding: 'utf8'});

/** Runs the guide's commands one after the other; where it says `cd`, the next ones are there. The server gets a moment alone. */
async function follow() {
  let cwd = work;
  let count = 0;
  for (const [, block] of text.matchAll(/^```sh\n([^]*?)^```/gm)) {
    for (const line of block.trim().split('\n')) {
      if (line.startsWith('cd ')) cwd = path.join(cwd, line.slice(3));
      else if (line.startsWith('jhur serve')) await look(cwd, line);
      else {
        const ended = shell(line, cwd);
        if (ended.status !== 0) wrong(`${line} ended with ${ended.status}:\n${ended.stderr}`);
        if (line.startsWith('jhur new follow-up')) fill(path.join(cwd, ended.stdout.trim()));
      }
      count++;
    }
  }
  for (const name of ['check', 'release --dry-run', 'release', 'build', 'verify']) {
    const ended = shell(`jhur ${name}`, cwd);
    if (!text.includes(`jhur ${name}`) || ended.status !== 0) wrong(`jhur ${name} ended with ${ended.status}:\n${ended.stderr}`);
  }
  return [cwd, count];
}

/** What the guide says to fill in. */
function fill(file) {
  const filled = fs.readFileSync(file, 'utf8').replace(/^(\s+text:)$/m, '$1 Rekaan.').replace(/^(\s+- publisher:)$/m, '$1 Kabar Rekaan');
  fs.writeFileSync(file, filled.replace(/^\s+draft: true\n/m, ''));
}

/** What a person sees while writing: the page of the example, and a fault over it; as of a day, so that pictures do not age. */
async function look(cwd, line) {
  const server = spawn('sh', ['-c', `exec ${line} --port 0`], {cwd, env: {...env, SOURCE_DATE_EPOCH: '1669852800'}});
  const address = await new Promise((found, failed) => {
    let said = '';
    server.stderr.on('data', bytes => {
      said += bytes;
      const hit = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (hit) found(hit[0]);
    });
    server.on('exit', () => failed(new Error(said)));
  });
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']});
  try {
    const small = {width: 800, height: 600};
    const tab = await browser.newPage({viewport: small, colorScheme: 'light'});
    const picture = async name => {
      if (!update) return;
      const file = path.join(docs, 'tangkapan', `${name}.png`);
      await tab.screenshot({path: file});
      if (fs.statSync(file).size > 100_000) wrong(`${file} has more than 100 kB`);
    };
    await tab.goto(`${address}999/studi-banding/`);
    await tab.getByText('Mengusulkan anggaran studi banding').first().waitFor();
    await picture('halaman');
    await write(tab, address, picture);
    await tab.setViewportSize(small);
    await tab.goto(`${address}999/studi-banding/`);
    const stop = path.join(cwd, 'content/stops/999-contoh.yaml');
    const right = fs.readFileSync(stop, 'utf8');
    fs.writeFileSync(stop, right.replace('office: dinas-koperasi', 'office: dinas-koprasi'));
    await tab.getByText('J305').first().waitFor();
    await picture('salah');
    fs.writeFileSync(stop, right);
    await tab.getByText('J305').first().waitFor({state: 'detached'});
  } finally {
    await browser.close();
    server.kill();
  }
}

/** The five steps of the form, with the mistake that most will make. */
async function write(tab, address, picture) {
  const box = name => tab.locator(`[id="k-${name}"]`);
  const unfold = name => box(name).locator('summary').first().click();
  const save = () => Promise.all([tab.waitForNavigation(), tab.getByRole('button', {name: 'Simpan'}).first().click()]);
  const go = name => Promise.all([tab.waitForNavigation(), tab.getByRole('link', {name, exact: true}).first().click()]);
  const saved = async what => { if (!await tab.locator('.saved').count()) wrong(`${what} was not saved: ${await tab.locator('#k-summary').innerText()}`); };
  await tab.setViewportSize({width: 1200, height: 560});
  await tab.goto(`${address}tulis/`);
  await go('Kunjungan baru');
  await box('number').fill('1');
  await box('district').selectOption('silo');
  await box('date').fill('2022-02-11');
  await unfold('sources.0');
  await box('sources.0.publisher').fill('Kabar Rekaan');
  await save();
  await saved('the stop');
  for (const [title, asked] of [['Jalan dusun (rekaan)', 'Warga rekaan minta jalan diperbaiki.'], ['Air bersih (rekaan)', 'Warga rekaan minta air bersih.']]) {
    await go('Tambah aspirasi');
    await box('title.id').fill(title);
    await box('text.id').fill(asked);
    await tab.getByRole('checkbox', {name: 'Kabar Rekaan'}).first().check();
    if (title.startsWith('Jalan')) {
      await unfold('responses.0');
      await box('responses.0.office').selectOption('dinas-koperasi');
      await tab.getByRole('checkbox', {name: /^Dijanjikan/}).first().check();
      await box('responses.0.text.id').fill('Akan diperbaiki tahun depan (rekaan).');
      await save();
      await tab.locator('#k-summary li').first().waitFor();
      await picture('formulir-salah');
      await unfold('responses.0.commitments.0');
      await box('responses.0.commitments.0.text.id').fill('Memperbaiki jalan dusun (rekaan)');
      await box('responses.0.commitments.0.due.by').fill('2023');
    }
    await save();
    await saved(title);
  }
  await tab.frameLocator('iframe').locator('h1').waitFor();
  await picture('formulir');
  await go('Kunjungan ke-1');
  await box('draft').uncheck();
  await save();
  await saved('the stop that is published');
}

/** The message in the guide is that of a kecamatan that was written wrongly. */
function message(cwd) {
  const stop = path.join(cwd, 'content/stops/003-ambulu.yaml');
  const right = fs.readFileSync(stop, 'utf8');
  fs.writeFileSync(stop, right.replace('district: ambulu', 'district: ambullu'));
  const said = shell('jhur check', cwd).stderr.replace(/\u001b\[[0-9;]*m/g, '');
  fs.writeFileSync(stop, right);
  const block = '```text pesan\n' + said.split('\n\n')[0].trimEnd() + '\n```';
  const shown = text.match(/^```text pesan\n[^]*?^```/m)[0];
  if (update) text = text.replace(shown, () => block);
  else if (shown !== block) wrong(`the guide shows\n${shown}\nand jhur says\n${block}`);
}

try {
  execFileSync(jhur, ['--version']);
  const [cwd, count] = await follow();
  message(cwd);
  for (const [, name] of text.matchAll(/\]\((tangkapan\/[^)]+)\)/g)) fs.accessSync(path.join(docs, name));
  if (update) fs.writeFileSync(guide, text);
  console.log(`docs/PANDUAN.md: ${count} commands work as they stand there`);
} finally {
  fs.rmSync(work, {recursive: true, force: true});
}
