//! A made-up corpus: stops with twenty aspirations each, their commitments and follow-ups. Nothing in it is a real record.

use std::fmt::Write as _;
use std::path::Path;

/// How many aspirations a stop has.
const A_STOP: usize = 20;

/// How many kecamatan, offices and topics there are.
const GROUPS: usize = 12;

const STATUSES: [&str; 3] = ["planned", "in-progress", "done-reported"];

const WORDS: [&str; 20] = [
    "jalan", "desa", "warga", "sawah", "pupuk", "harga", "usaha", "modal", "obat", "guru", "lampu",
    "sumur", "data", "kartu", "wisata", "sampah", "lansia", "parkir", "pasar", "banjir",
];

/// Writes content/ below `root` with at least so many aspirations.
pub(crate) fn write(root: &Path, aspirations: usize) {
    let content = root.join("content");
    let put = |name: &str, text: &str| std::fs::write(content.join(name), text).unwrap();
    for folder in ["stops", "follow-ups"] {
        std::fs::create_dir_all(content.join(folder)).unwrap();
    }
    put(
        "site.yaml",
        "format: 1\ntitle: Situs contoh, semua isinya rekaan\nbase_url: https://example.id/\nlanguages: [id]\n\
         publisher: Kabupaten Contoh\nlicence: CC-BY-4.0\nstanding: official\n\
         outputs: {citations: false, cards: false, search: false, data: false}\n",
    );
    let list = |line: &dyn Fn(usize) -> String| (0..GROUPS).map(line).collect::<String>();
    put(
        "districts.yaml",
        &list(&|n| {
            format!(
                "- {{key: k-{n}, name: Kecamatan {n}, code: \"35.09.{:02}\", villages: [{{key: d-{n}, name: Desa {n}}}]}}\n",
                n + 1
            )
        }),
    );
    put(
        "offices.yaml",
        &list(&|n| format!("- {{key: dinas-{n}, name: Dinas {n}}}\n")),
    );
    put(
        "topics.yaml",
        &list(&|n| format!("- {{key: topik-{n}, name: Topik {n}}}\n")),
    );
    for number in 1..=aspirations.div_ceil(A_STOP) {
        let [stop, news] = stop(number);
        put(&format!("stops/{number:04}.yaml"), &stop);
        put(&format!("follow-ups/{number:04}.yaml"), &news);
    }
}

/// A stop's file, and that of what became of its commitments.
fn stop(number: usize) -> [String; 2] {
    let (group, month, day) = (number % GROUPS, number % 12 + 1, number % 28 + 1);
    let mut news = String::new();
    let mut stop = format!(
        "number: {number}\ndistrict: k-{group}\ndate: 2022-{month:02}-{day:02}\nsummary: {}\nsources:\n\
         - {{id: berita, title: Berita rekaan, publisher: Kabar Contoh, date: 2022-{month:02}-{day:02}, \
         url: \"https://example.id/berita/{number}\"}}\naspirations:\n",
        prose(number, 30)
    );
    for n in 0..A_STOP {
        let seed = number * A_STOP + n;
        let (title, asked, answer, promise) = (
            prose(seed, 5),
            prose(seed + 1, 90),
            prose(seed + 2, 90),
            prose(seed + 3, 12),
        );
        let _ = write!(
            stop,
            "- id: aspirasi-{n}\n  title: {title}\n  topics: [topik-{topic}]\n  from: {{role: Warga, village: d-{group}}}\n\
             \u{20} text: {asked}\n  sources: [berita]\n  responses:\n  - office: dinas-{office}\n\
             \u{20}   official: {{name: Pejabat Rekaan, title: Kepala Dinas}}\n    answer: [promised]\n    text: {answer}\n\
             \u{20}   sources: [berita]\n    commitments: [{{id: janji, text: {promise}, due: 2023-{month:02}-{day:02}}}]\n",
            topic = seed % GROUPS,
            office = seed / 3 % GROUPS,
        );
        for (later, status) in STATUSES.iter().enumerate().take(seed % 4) {
            let day = format!("2023-{:02}-{day:02}", later + 1);
            let text = prose(seed + later, 30);
            let _ = write!(
                news,
                "- about: {number}/aspirasi-{n}/janji\n  date: {day}\n  status: {status}\n  text: {text}\n  sources:\n\
                 \u{20} - {{title: Laporan rekaan, publisher: Kabar Contoh, date: {day}, url: \"https://example.id/laporan/{seed}-{later}\"}}\n",
            );
        }
    }
    [stop, news]
}

/// So many words, always the same for a seed.
fn prose(seed: usize, words: usize) -> String {
    let word = |n: usize| WORDS[(seed * 7 + n * n + n * (seed % 13 + 1)) % WORDS.len()];
    let text = (0..words).map(word).collect::<Vec<_>>().join(" ");
    text[..1].to_uppercase() + &text[1..]
}
