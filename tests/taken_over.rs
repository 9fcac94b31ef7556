//! What an earlier build made and a later one takes over: after any edit the site is what a build from nothing makes of it,
//! byte for byte. Everything here is made up.

use crate::common::tree;
use jhur::checks::AsOf;
use jhur::records::Day;
use jhur::{BuildOptions, BuildStats};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn words(&mut self) -> String {
        const WORDS: [&str; 12] = [
            "jalan",
            "*sawah*",
            "irigasi",
            "pasar",
            "[air](https://a.example/)",
            "guru",
            "lampu",
            "sumur",
            "& pupuk",
            "\u{201c}obat\u{201d}",
            "jembatan",
            "pendopo",
        ];
        let count = 2 + self.below(4);
        (0..count)
            .map(|_| WORDS[self.below(WORDS.len())])
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// A stop.
#[derive(Clone)]
struct Stop {
    number: usize,
    summary: String,
    venue: String,
    aspirations: Vec<Aspiration>,
}

/// An aspiration with its answer and at most one promise.
#[derive(Clone)]
struct Aspiration {
    id: usize,
    title: String,
    text: String,
    answer: String,
    office: usize,
    topic: usize,
    due: Option<usize>,
    news: Vec<(usize, String)>,
}

/// A whole site.
#[derive(Clone)]
struct Site {
    stops: Vec<Stop>,
    next: usize,
    title: String,
    office: String,
    topic: String,
    district: String,
    page: String,
    english: bool,
    outputs: usize,
    words: Option<String>,
    template: Option<String>,
    style: Option<String>,
    day: usize,
}

const STATUSES: [&str; 4] = ["planned", "in-progress", "partly-done", "done-reported"];

impl Site {
    fn new(dice: &mut Dice) -> Self {
        let mut site = Self {
            stops: Vec::new(),
            next: 1,
            title: "Situs buatan".into(),
            office: "Dinas Satu".into(),
            topic: "Jalan".into(),
            district: "Kecamatan Satu".into(),
            page: "Halaman buatan.".into(),
            english: false,
            outputs: 0,
            words: None,
            template: None,
            style: None,
            day: 0,
        };
        (0..3).for_each(|_| site.add_stop(dice));
        site
    }

    fn add_stop(&mut self, dice: &mut Dice) {
        let aspirations = (0..=dice.below(3)).map(|_| self.aspiration(dice)).collect();
        let number = self
            .stops
            .iter()
            .map(|s| s.number)
            .max()
            .unwrap_or_default()
            + 1;
        self.stops.push(Stop {
            number,
            summary: dice.words(),
            venue: dice.words(),
            aspirations,
        });
    }

    fn aspiration(&mut self, dice: &mut Dice) -> Aspiration {
        self.next += 1;
        Aspiration {
            id: self.next,
            title: dice.words(),
            text: dice.words(),
            answer: dice.words(),
            office: dice.below(2),
            topic: dice.below(2),
            due: Some(dice.below(3)).filter(|n| *n > 0),
            news: Vec::new(),
        }
    }

    /// One edit, as an office or a theme's author makes it.
    fn edit(&mut self, dice: &mut Dice) {
        let at = dice.below(self.stops.len());
        let kind = dice.below(22);
        if kind > 11 {
            let words = dice.words();
            match kind {
                12 => self.title = words,
                13 => self.office = format!("Dinas {}", dice.below(9)),
                14 => self.topic = format!("Topik {}", dice.below(9)),
                15 => self.district = format!("Kecamatan {}", dice.below(9)),
                16 => self.page = words,
                17 => self.english = !self.english,
                18 => self.outputs = dice.below(4),
                19 => self.words = Some(words).filter(|_| dice.below(3) > 0),
                20 => self.template = Some(words).filter(|_| dice.below(2) > 0),
                _ => self.day = dice.below(4),
            }
            if kind == 21 && dice.below(3) == 0 {
                self.style = Some(format!("body{{margin:{}px}}", dice.below(9)));
            }
            return;
        }
        if kind == 0 {
            return self.add_stop(dice);
        }
        if kind == 1 && self.stops.len() > 1 {
            self.stops.remove(at);
            return;
        }
        let added = self.aspiration(dice);
        let stop = &mut self.stops[at];
        match kind {
            2 => stop.summary = dice.words(),
            3 => stop.venue = dice.words(),
            4 => stop.aspirations.push(added),
            5 if stop.aspirations.len() > 1 => {
                let gone = dice.below(stop.aspirations.len());
                stop.aspirations.remove(gone);
            }
            _ => {
                let one = dice.below(stop.aspirations.len());
                let one = &mut stop.aspirations[one];
                match kind {
                    6 => one.title = dice.words(),
                    7 => one.text = dice.words(),
                    8 => one.answer = dice.words(),
                    9 => one.office = dice.below(2),
                    10 => one.due = Some(dice.below(3)).filter(|n| *n > 0).or(one.due),
                    _ if one.due.is_some() && one.news.len() < STATUSES.len() => {
                        one.news.push((one.news.len(), dice.words()));
                    }
                    _ => one.topic = dice.below(2),
                }
            }
        }
    }

    /// Writes all of it anew, so that no time of a file says what changed.
    fn write(&self, root: &Path) {
        let _ = fs::remove_dir_all(root.join("content"));
        let _ = fs::remove_dir_all(root.join("themes"));
        let put = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let outputs = [
            "twins: false",
            "citations: false",
            "feeds: false, data: false",
            "compress: false",
        ][self.outputs];
        let (languages, own) = (
            if self.english { "id, en" } else { "id" },
            self.has_own_theme(),
        );
        put(
            "content/site.yaml",
            &format!(
                "format: 1\ntitle: {}\nbase_url: https://buatan.example/\nlanguages: [{languages}]\npublisher: Kabupaten Buatan\nlicence: CC-BY-4.0\n{}outputs: {{cards: false, search: false, {outputs}}}\n",
                quoted(&self.title),
                if own { "theme: buatan\n" } else { "" }
            ),
        );
        put(
            "content/districts.yaml",
            &format!(
                "- key: satu\n  name: {}\n  code: \"35.09.01\"\n- key: dua\n  name: Kecamatan Dua\n  code: \"35.09.02\"\n",
                quoted(&self.district)
            ),
        );
        put(
            "content/offices.yaml",
            &format!(
                "- key: dinas-0\n  name: {}\n- key: dinas-1\n  name: Dinas Lain\n",
                quoted(&self.office)
            ),
        );
        put(
            "content/topics.yaml",
            &format!(
                "- key: topik-0\n  name: {}\n- key: topik-1\n  name: Topik Lain\n",
                quoted(&self.topic)
            ),
        );
        put(
            "content/pages/tentang.md",
            &format!(
                "---\ntitle: Tentang\n---\n\n{} [Perhentian 2](/2/)\n",
                self.page
            ),
        );
        for stop in &self.stops {
            let mut yaml = format!(
                "number: {n}\ndistrict: {}\ndate: 2022-03-0{}\nvenue: {}\nsummary: {}\nsources:\n  - id: berita\n    title: Berita buatan\n    publisher: Kabar Buatan\n    date: 2022-03-09\n    url: https://kabar.example/{n}\naspirations:\n",
                if stop.number % 2 == 0 { "dua" } else { "satu" },
                stop.number % 9 + 1,
                quoted(&stop.venue),
                quoted(&stop.summary),
                n = stop.number
            );
            let mut news = String::new();
            for one in &stop.aspirations {
                let _ = write!(
                    yaml,
                    "  - id: aspirasi-{}\n    title: {}\n    topics: [topik-{}]\n    from: {{role: Warga}}\n    text: {}\n    sources: [berita]\n    responses:\n      - office: dinas-{}\n        answer: [{}]\n        text: {}\n        sources: [berita]\n",
                    one.id,
                    quoted(&one.title),
                    one.topic,
                    quoted(&one.text),
                    one.office,
                    if one.due.is_some() {
                        "promised"
                    } else {
                        "explained"
                    },
                    quoted(&one.answer)
                );
                if let Some(due) = one.due {
                    let _ = write!(
                        yaml,
                        "        commitments:\n          - id: janji\n            text: {}\n            due: 2022-0{}-01\n",
                        quoted(&one.answer),
                        due + 4
                    );
                }
                for (n, text) in &one.news {
                    let _ = write!(
                        news,
                        "- about: {}/aspirasi-{}/janji\n  date: 2022-0{}-15\n  status: {}\n  text: {}\n  sources:\n    - title: Laporan buatan\n      publisher: Kabar Buatan\n      date: 2022-0{}-15\n      url: https://kabar.example/laporan\n",
                        stop.number,
                        one.id,
                        n + 4,
                        STATUSES[*n],
                        quoted(text),
                        n + 4
                    );
                }
            }
            put(&format!("content/stops/{:04}.yaml", stop.number), &yaml);
            if !news.is_empty() {
                put(
                    &format!("content/follow-ups/{:04}.yaml", stop.number),
                    &news,
                );
            }
        }
        if own {
            put("themes/buatan/theme.yaml", "{}\n");
            if let Some(words) = &self.words {
                put(
                    "themes/buatan/i18n/id.ftl",
                    &format!("skip = {words}\nnews-intro = Kabar {words}\n"),
                );
            }
            if let Some(words) = &self.template {
                put(
                    "themes/buatan/templates/as_of.html",
                    &format!("<p>{words} {{{{ day }}}}</p>\n"),
                );
            }
            if let Some(style) = &self.style {
                put("themes/buatan/assets/style.css", style);
            }
        }
    }

    fn has_own_theme(&self) -> bool {
        self.words.is_some() || self.template.is_some() || self.style.is_some()
    }

    fn build(&self, root: &Path, out: &Path, program: Option<&Path>) -> Option<BuildStats> {
        let day = ["2022-12-31", "2022-12-30", "2022-06-01", "2023-05-01"][self.day];
        let when = AsOf::Chosen(Day::parse(day).unwrap());
        let outcome = jhur::build(
            &BuildOptions {
                root,
                out,
                as_of: when,
                drafts: false,
                signing: None,
                executable: program,
            },
            &|_, _| {},
        );
        outcome.stats
    }
}

/// So many edits, each followed by a build into the site that is there and one into an empty folder.
fn walk(seed: u64, edits: usize) {
    let (root, program) = (TempDir::new().unwrap(), std::env::current_exe().unwrap());
    let mut dice = Dice(seed);
    let mut site = Site::new(&mut dice);
    let out = root.path().join("public");
    let (mut built, mut taken_over) = (0, 0);
    for n in 0..edits {
        let before = site.clone();
        site.edit(&mut dice);
        site.write(root.path());
        let fresh = root.path().join("fresh");
        let expected = site.build(root.path(), &fresh, None);
        let figures = site.build(root.path(), &out, Some(&program));
        assert_eq!(
            figures.map(|f| f.pages),
            expected.map(|f| f.pages),
            "seed {seed}, edit {n}"
        );
        // An edit may be one that is refused: a link to a stop that is gone.
        let Some(figures) = figures else {
            site = before;
            continue;
        };
        built += 1;
        taken_over += figures.unchanged;
        let (found, expected) = (tree(&out), tree(&fresh));
        let differing = expected
            .iter()
            .find(|(path, bytes)| found.get(*path) != Some(*bytes))
            .map(|(path, _)| path);
        assert_eq!(differing, None, "seed {seed}, edit {n}");
        assert_eq!(found.len(), expected.len(), "seed {seed}, edit {n}");
        fs::remove_dir_all(&fresh).unwrap();
    }
    assert!(
        built > edits * 9 / 10,
        "seed {seed}: only {built} of {edits} edits gave a site"
    );
    assert!(
        taken_over > built * 10,
        "seed {seed}: only {taken_over} files were taken over"
    );
}

#[test]
fn after_250_random_edits() {
    walk(0x5EED_0001, 250);
}

#[test]
fn after_250_others() {
    walk(0x5EED_0002, 250);
}

/// A site that was built once.
struct Built {
    root: TempDir,
    program: PathBuf,
    site: Site,
    out: PathBuf,
    before: BTreeMap<String, Vec<u8>>,
}

impl Built {
    fn new(seed: u64) -> Self {
        let (root, program) = (TempDir::new().unwrap(), std::env::current_exe().unwrap());
        let site = Site::new(&mut Dice(seed));
        site.write(root.path());
        let out = root.path().join("public");
        site.build(root.path(), &out, Some(&program)).unwrap();
        let before = tree(&out);
        Self {
            root,
            program,
            site,
            out,
            before,
        }
    }
}

#[test]
fn what_somebody_touched_is_made_again() {
    let Built {
        root,
        program,
        site,
        out,
        before,
    } = Built::new(7);
    for path in ["1/index.html", "1/umpan.json"] {
        let file = out.join(path);
        let (text, time) = (
            fs::read_to_string(&file).unwrap(),
            fs::metadata(&file).unwrap().modified().unwrap(),
        );
        // As long as before, and with the time of before.
        fs::write(&file, text.replacen("Situs", "SITUS", 1)).unwrap();
        fs::File::options()
            .append(true)
            .open(&file)
            .unwrap()
            .set_modified(time)
            .unwrap();
        assert_ne!(tree(&out), before);
        let figures = site.build(root.path(), &out, Some(&program)).unwrap();
        assert_eq!(figures.written, 1, "{path}");
        assert_eq!(tree(&out), before);
    }
}

#[test]
fn a_manifest_that_somebody_changed_is_made_again() {
    let Built {
        root,
        program,
        site,
        out,
        before,
    } = Built::new(9);
    let manifest = out.join("manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let (start, page) = text.split_once("\"1/index.html\": \"").unwrap();
    fs::write(
        &manifest,
        format!(
            "{start}\"1/index.html\": \"{}{}",
            "0".repeat(64),
            &page[64..]
        ),
    )
    .unwrap();
    site.build(root.path(), &out, Some(&program)).unwrap();
    assert_eq!(tree(&out), before);
}

#[test]
fn nothing_is_taken_over_from_another_program() {
    let (root, program) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let program = program.path().join("program");
    let site = Site::new(&mut Dice(8));
    site.write(root.path());
    let (out, note) = (
        root.path().join("public"),
        root.path().join(".public.jhur-made"),
    );
    let mut notes = ["one", "other"].map(|text| {
        fs::write(&program, text).unwrap();
        site.build(root.path(), &out, Some(&program)).unwrap();
        fs::read(&note).unwrap()
    });
    assert_ne!(notes[0], notes[1]);
    // A note that is cut or no note at all is none.
    notes[1].truncate(40);
    fs::write(&note, &notes[1]).unwrap();
    assert_eq!(
        site.build(root.path(), &out, Some(&program))
            .unwrap()
            .written,
        0
    );
}
