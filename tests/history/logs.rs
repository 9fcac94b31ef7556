//! The revision log: a change of it, by hand or by a cut file, is named at its line; what only a kept copy shows is not
//! published over one.

use super::{BARE, BODIES, LATER, LOG, history, lines, log, write_lines};
use crate::common::chance::Chance;
use jhur::records::{LogEntry, RevisionBody, sha256_hex};

#[test]
fn the_log_and_the_content_agree() {
    let site = history(BARE);
    let hash = sha256_hex(site.bytes(LOG));
    site.run(&["verify"]).expect(0, &[&hash]);
    // One letter of what was released: the record is named.
    site.replace(
        "content/stops/001-melati.yaml",
        "Warga meminta jalan",
        "Warga meminta jalam",
    );
    site.run(&["verify"]).expect(1, &["[J331]", "1/jalan"]);
}

/// The same line with one letter or digit changed, still one that the program could have written.
fn change_letter(line: &str, chance: &mut Chance, is_sound: fn(&str) -> bool) -> String {
    const OTHERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    loop {
        let mut bytes = line.as_bytes().to_vec();
        let at = chance.below(bytes.len());
        if bytes[at].is_ascii_alphanumeric() {
            bytes[at] = OTHERS[chance.below(OTHERS.len())];
            let other = String::from_utf8(bytes).unwrap();
            if other != line && is_sound(&other) {
                return other;
            }
        }
    }
}

#[test]
fn one_byte_changed_in_any_body_is_named() {
    let site = history(BARE);
    let mut chance = Chance::new(20_240_115);
    let bodies = lines(&site, BODIES);
    for n in 0..bodies.len() {
        let mut other = bodies.clone();
        other[n] = change_letter(&bodies[n], &mut chance, |line| {
            RevisionBody::parse(line).is_some()
        });
        write_lines(&site, BODIES, &other);
        site.run(&["verify"]).expect(1, &["[J323]"]);
    }
}

#[test]
fn one_byte_changed_in_any_entry_is_named_or_not_published_over_the_old_log() {
    let site = history(BARE);
    site.build(LATER);
    let before = site.published();
    let mut chance = Chance::new(20_240_116);
    let entries = lines(&site, LOG);
    for n in 0..entries.len() {
        let mut other = entries.clone();
        other[n] = change_letter(&entries[n], &mut chance, |line| {
            LogEntry::parse(line).is_some()
        });
        write_lines(&site, LOG, &other);
        site.run(&["build", "--as-of", LATER]).expect(1, &["J32"]);
    }
    assert!(site.published() == before);
}

#[test]
fn a_body_taken_out_or_put_back_by_hand_is_named() {
    let site = history(BARE);
    let bodies = lines(&site, BODIES);
    let name = RevisionBody::parse(&bodies[3]).unwrap();
    let mut other = bodies.clone();
    other.remove(3);
    write_lines(&site, BODIES, &other);
    let entry = log()
        .iter()
        .position(|r| (&r.record, r.revision) == (&name.record, name.revision));
    let place = format!("{LOG}:{}:", log()[entry.unwrap()].entry + 1);
    site.run(&["verify"]).expect(1, &["[J323]", &place]);
    other = bodies.clone();
    other.push(bodies[3].clone());
    write_lines(&site, BODIES, &other);
    let place = format!("{BODIES}:{}:", other.len());
    site.run(&["verify"]).expect(1, &["[J323]", &place]);
    // Struck out, and here all the same.
    other = bodies.clone();
    let body = serde_json::json!({ "kind": "stop" });
    other.push(RevisionBody::new("6/makam".into(), 1, "00".into(), body).to_line());
    write_lines(&site, BODIES, &other);
    site.run(&["verify"]).expect(1, &["[J323]", &place]);
}

#[test]
fn a_log_that_forgets_what_was_published_is_not_published() {
    let site = history(BARE);
    let older = crate::common::tree(&site.path("content"));
    let count = lines(&site, LOG).len();
    site.replace(
        "content/stops/001-melati.yaml",
        "title: {id: Jalan dusun",
        "title: {id: Jalan setapak",
    );
    site.run_on(LATER, &["release"]).expect(0, &[]);
    let before = site.build(LATER);
    // Somebody brings an older copy back.
    crate::common::write_tree(&site.path("content"), &older);
    site.run(&["build", "--as-of", LATER])
        .expect(1, &["[J329]", &format!("baris {}", count + 1)]);
    assert_eq!(site.published(), before);
    // An earlier day's site does not take its place either.
    let site = history(BARE);
    let before = site.build(LATER);
    site.run(&["build", "--as-of", "2024-06-01"])
        .expect(1, &["[J330]"]);
    assert_eq!(site.published(), before);
}

#[test]
fn lines_taken_away_put_in_or_in_another_order_are_named() {
    let site = history(BARE);
    let entries = lines(&site, LOG);
    let (half, all) = (entries.len() / 2, entries.len());
    let refuse = |text: String, code: &str, place: usize| {
        site.write(LOG, text.as_bytes());
        let place = format!("{LOG}:{place}:");
        let code = format!("[{code}]");
        site.run(&["verify"]).expect(1, &[&code, &place]);
    };
    let joined = |lines: &[String]| lines.join("\n") + "\n";
    let mut removed = entries.clone();
    removed.remove(half);
    refuse(joined(&removed), "J322", half + 1);
    let mut swapped = entries.clone();
    swapped.swap(half, half + 1);
    refuse(joined(&swapped), "J322", half + 1);
    let mut inserted = entries.clone();
    inserted.insert(half, entries[half].clone());
    refuse(joined(&inserted), "J322", half + 2);
    let whole = joined(&entries);
    let cut = &whole[..whole.len() - entries[all - 1].len() / 2];
    refuse(cut.to_owned(), "J321", all);
    refuse(whole.trim_end().to_owned(), "J321", all);
    refuse(whole.clone() + "\n", "J321", all + 1);
    site.remove(LOG);
    site.remove(BODIES);
    // Without a log nothing was promised.
    site.run(&["verify"])
        .expect(0, &["Belum ada catatan terbit"]);
}
