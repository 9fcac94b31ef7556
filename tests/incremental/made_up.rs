//! A made-up site that is edited at random, as an office or a theme's author would edit it.

use crate::common::chance::Chance;
use crate::common::site::build_options;
use crate::common::write_file;
use jhur::{BuildOptions, BuildStats};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Some words, harmless and with marks of Markdown and HTML.
fn words(chance: &mut Chance) -> String {
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
    let count = 2 + chance.below(4);
    let words: Vec<&str> = (0..count).map(|_| *chance.pick(&WORDS)).collect();
    words.join(" ")
}

/// A stop.
#[derive(Clone)]
struct Stop {
    number: usize,
    summary: String,
    venue: String,
    aspirations: Vec<Aspiration>,
}

/// A text as a scalar of YAML.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

impl Stop {
    /// Its file.
    fn to_yaml(&self) -> String {
        let number = self.number;
        let district = if number.is_multiple_of(2) {
            "dua"
        } else {
            "satu"
        };
        let (venue, summary) = (quoted(&self.venue), quoted(&self.summary));
        let mut yaml = format!(
            "number: {number}\ndistrict: {district}\ndate: 2022-03-0{day}\nvenue: {venue}\nsummary: {summary}\n\
             sources:\n  - {{id: berita, title: Berita buatan, publisher: Kabar Buatan, date: 2022-03-09, \
             url: https://kabar.example/{number}}}\naspirations:\n",
            day = number % 9 + 1
        );
        for aspiration in &self.aspirations {
            let Aspiration {
                id, office, topic, ..
            } = aspiration;
            let (title, text) = (quoted(&aspiration.title), quoted(&aspiration.text));
            let answer = quoted(&aspiration.answer);
            let kind = if aspiration.due.is_some() {
                "promised"
            } else {
                "explained"
            };
            let _ = write!(
                yaml,
                "  - id: aspirasi-{id}\n    title: {title}\n    topics: [topik-{topic}]\n    from: {{role: Warga}}\n    \
                 text: {text}\n    sources: [berita]\n    responses:\n      - office: dinas-{office}\n        \
                 answer: [{kind}]\n        text: {answer}\n        sources: [berita]\n"
            );
            if let Some(due) = aspiration.due {
                let month = due + 4;
                let _ = writeln!(
                    yaml,
                    "        commitments: [{{id: janji, text: {answer}, due: 2022-0{month}-01}}]"
                );
            }
        }
        yaml
    }

    /// The file of its follow-ups; empty if there are none.
    fn follow_ups(&self) -> String {
        let mut yaml = String::new();
        for aspiration in &self.aspirations {
            for (n, text) in &aspiration.follow_ups {
                let about = format!("{}/aspirasi-{}/janji", self.number, aspiration.id);
                let date = format!("2022-0{}-15", n + 4);
                let _ = write!(
                    yaml,
                    "- about: {about}\n  date: {date}\n  status: {}\n  text: {}\n  sources: [{{title: Laporan buatan, \
                     publisher: Kabar Buatan, date: {date}, url: https://kabar.example/laporan}}]\n",
                    STATUSES[*n],
                    quoted(text)
                );
            }
        }
        yaml
    }
}

/// An aspiration with its response and at most one commitment.
#[derive(Clone)]
struct Aspiration {
    id: usize,
    title: String,
    text: String,
    answer: String,
    office: usize,
    topic: usize,
    due: Option<usize>,
    follow_ups: Vec<(usize, String)>,
}

/// A whole site.
#[derive(Clone)]
pub(super) struct Site {
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
    pub(super) fn new(chance: &mut Chance) -> Self {
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
        (0..3).for_each(|_| site.add_stop(chance));
        site
    }

    fn add_stop(&mut self, chance: &mut Chance) {
        let aspirations = (0..=chance.below(3))
            .map(|_| self.aspiration(chance))
            .collect();
        let number = self
            .stops
            .iter()
            .map(|s| s.number)
            .max()
            .unwrap_or_default()
            + 1;
        self.stops.push(Stop {
            number,
            summary: words(chance),
            venue: words(chance),
            aspirations,
        });
    }

    fn aspiration(&mut self, chance: &mut Chance) -> Aspiration {
        self.next += 1;
        Aspiration {
            id: self.next,
            title: words(chance),
            text: words(chance),
            answer: words(chance),
            office: chance.below(2),
            topic: chance.below(2),
            due: Some(chance.below(3)).filter(|n| *n > 0),
            follow_ups: Vec::new(),
        }
    }

    /// One edit, as an office or a theme's author makes it.
    pub(super) fn edit(&mut self, chance: &mut Chance) {
        let at = chance.below(self.stops.len());
        let kind = chance.below(22);
        if kind > 11 {
            let words = words(chance);
            match kind {
                12 => self.title = words,
                13 => self.office = format!("Dinas {}", chance.below(9)),
                14 => self.topic = format!("Topik {}", chance.below(9)),
                15 => self.district = format!("Kecamatan {}", chance.below(9)),
                16 => self.page = words,
                17 => self.english = !self.english,
                18 => self.outputs = chance.below(4),
                19 => self.words = Some(words).filter(|_| chance.below(3) > 0),
                20 => self.template = Some(words).filter(|_| chance.below(2) > 0),
                _ => self.day = chance.below(4),
            }
            if kind == 21 && chance.below(3) == 0 {
                self.style = Some(format!("body{{margin:{}px}}", chance.below(9)));
            }
            return;
        }
        if kind == 0 {
            return self.add_stop(chance);
        }
        if kind == 1 && self.stops.len() > 1 {
            self.stops.remove(at);
            return;
        }
        let added = self.aspiration(chance);
        let stop = &mut self.stops[at];
        match kind {
            2 => stop.summary = words(chance),
            3 => stop.venue = words(chance),
            4 => stop.aspirations.push(added),
            5 if stop.aspirations.len() > 1 => {
                let gone = chance.below(stop.aspirations.len());
                stop.aspirations.remove(gone);
            }
            _ => {
                let one = chance.below(stop.aspirations.len());
                let one = &mut stop.aspirations[one];
                match kind {
                    6 => one.title = words(chance),
                    7 => one.text = words(chance),
                    8 => one.answer = words(chance),
                    9 => one.office = chance.below(2),
                    10 => one.due = Some(chance.below(3)).filter(|n| *n > 0).or(one.due),
                    _ if one.due.is_some() && one.follow_ups.len() < STATUSES.len() => {
                        one.follow_ups.push((one.follow_ups.len(), words(chance)));
                    }
                    _ => one.topic = chance.below(2),
                }
            }
        }
    }

    /// Writes all of it anew, so that no time of a file says what changed.
    pub(super) fn write(&self, root: &Path) {
        let _ = fs::remove_dir_all(root.join("content"));
        let _ = fs::remove_dir_all(root.join("themes"));
        self.write_settings(root);
        for stop in &self.stops {
            let file = format!("content/stops/{:04}.yaml", stop.number);
            write_file(root, &file, stop.to_yaml());
            let follow_ups = stop.follow_ups();
            if !follow_ups.is_empty() {
                let file = format!("content/follow-ups/{:04}.yaml", stop.number);
                write_file(root, &file, follow_ups);
            }
        }
        if self.has_own_theme() {
            self.write_theme(root);
        }
    }

    /// Writes site.yaml, the lists and the page.
    fn write_settings(&self, root: &Path) {
        let outputs = [
            "twins: false",
            "citations: false",
            "feeds: false, data: false",
            "compress: false",
        ][self.outputs];
        let languages = if self.english { "id, en" } else { "id" };
        let theme = if self.has_own_theme() {
            "theme: buatan\n"
        } else {
            ""
        };
        let (title, district) = (quoted(&self.title), quoted(&self.district));
        let (office, topic) = (quoted(&self.office), quoted(&self.topic));
        for (file, text) in [
            (
                "site.yaml",
                format!(
                    "format: 1\ntitle: {title}\nbase_url: https://buatan.example/\nlanguages: [{languages}]\n\
                     publisher: Kabupaten Buatan\nlicence: CC-BY-4.0\nstanding: independent\n{theme}\
                     outputs: {{cards: false, search: false, {outputs}}}\n"
                ),
            ),
            (
                "districts.yaml",
                format!(
                    "- {{key: satu, name: {district}, code: \"35.09.01\"}}\n\
                     - {{key: dua, name: Kecamatan Dua, code: \"35.09.02\"}}\n"
                ),
            ),
            (
                "offices.yaml",
                format!(
                    "- {{key: dinas-0, name: {office}}}\n- {{key: dinas-1, name: Dinas Lain}}\n"
                ),
            ),
            (
                "topics.yaml",
                format!(
                    "- {{key: topik-0, name: {topic}}}\n- {{key: topik-1, name: Topik Lain}}\n"
                ),
            ),
            (
                "pages/tentang.md",
                format!(
                    "---\ntitle: Tentang\n---\n\n{} [Kunjungan 2](/2/)\n",
                    self.page
                ),
            ),
        ] {
            write_file(root, &format!("content/{file}"), text);
        }
    }

    /// Writes a theme of the site's own, with what it has in it.
    fn write_theme(&self, root: &Path) {
        let write = |file: &str, text: &str| {
            write_file(root, &format!("themes/buatan/{file}"), text);
        };
        write("theme.yaml", "{}\n");
        if let Some(words) = &self.words {
            let messages = format!("skip = {words}\nnews-intro = Kabar {words}\n");
            write("i18n/id.ftl", &messages);
        }
        if let Some(words) = &self.template {
            let html = format!("<p>{words} {{{{ day }}}}</p>\n");
            write("templates/as_of.html", &html);
        }
        if let Some(style) = &self.style {
            write("assets/style.css", style);
        }
    }

    fn has_own_theme(&self) -> bool {
        self.words.is_some() || self.template.is_some() || self.style.is_some()
    }

    pub(super) fn build(
        &self,
        root: &Path,
        out: &Path,
        program: Option<&Path>,
    ) -> Option<BuildStats> {
        let day = ["2022-12-31", "2022-12-30", "2022-06-01", "2023-05-01"][self.day];
        let options = BuildOptions {
            executable: program,
            ..build_options(root, out, day)
        };
        jhur::build(&options, &|_, _| {}).stats
    }
}
