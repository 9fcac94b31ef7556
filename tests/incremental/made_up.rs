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
        let write = |path: &str, text: &str| write_file(root, path, text);
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
        write(
            "content/site.yaml",
            &format!(
                "format: 1\ntitle: {}\nbase_url: https://buatan.example/\nlanguages: [{languages}]\npublisher: Kabupaten Buatan\nlicence: CC-BY-4.0\n{}outputs: {{cards: false, search: false, {outputs}}}\n",
                quoted(&self.title),
                if own { "theme: buatan\n" } else { "" }
            ),
        );
        write(
            "content/districts.yaml",
            &format!(
                "- key: satu\n  name: {}\n  code: \"35.09.01\"\n- key: dua\n  name: Kecamatan Dua\n  code: \"35.09.02\"\n",
                quoted(&self.district)
            ),
        );
        write(
            "content/offices.yaml",
            &format!(
                "- key: dinas-0\n  name: {}\n- key: dinas-1\n  name: Dinas Lain\n",
                quoted(&self.office)
            ),
        );
        write(
            "content/topics.yaml",
            &format!(
                "- key: topik-0\n  name: {}\n- key: topik-1\n  name: Topik Lain\n",
                quoted(&self.topic)
            ),
        );
        write(
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
            let mut follow_ups = String::new();
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
                for (n, text) in &one.follow_ups {
                    let _ = write!(
                        follow_ups,
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
            write(&format!("content/stops/{:04}.yaml", stop.number), &yaml);
            if !follow_ups.is_empty() {
                write(
                    &format!("content/follow-ups/{:04}.yaml", stop.number),
                    &follow_ups,
                );
            }
        }
        if own {
            write("themes/buatan/theme.yaml", "{}\n");
            if let Some(words) = &self.words {
                write(
                    "themes/buatan/i18n/id.ftl",
                    &format!("skip = {words}\nnews-intro = Kabar {words}\n"),
                );
            }
            if let Some(words) = &self.template {
                write(
                    "themes/buatan/templates/as_of.html",
                    &format!("<p>{words} {{{{ day }}}}</p>\n"),
                );
            }
            if let Some(style) = &self.style {
                write("themes/buatan/assets/style.css", style);
            }
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
