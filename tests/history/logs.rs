//! The revision log: every change of it, by hand or by a cut file, is named at its line.

use super::{BARE, LATER, history, log, log_lines, write_log};
use crate::common::chance::Chance;
use jhur::records::Revision;

#[test]
fn the_log_and_the_content_agree() {
    let last = log().pop().unwrap().seal;
    let site = history(BARE);
    site.run(&["verify"]).expect(0, &[&last]);
    // One letter of what was released: the record's newest line is named.
    site.replace(
        "content/stops/001-melati.yaml",
        "Warga meminta jalan",
        "Warga meminta jalam",
    );
    let line = log()
        .iter()
        .rposition(|line| line.record == "1/jalan")
        .unwrap()
        + 1;
    site.run(&["verify"])
        .expect(1, &["[J331]", &format!("content/revisions.jsonl:{line}:")]);
}

/// The same line with one letter or digit changed, still one that the program could have written.
fn change_letter(line: &str, chance: &mut Chance) -> String {
    const OTHERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    loop {
        let mut bytes = line.as_bytes().to_vec();
        let at = chance.below(bytes.len());
        // Why something was redacted is not in its hash: it was written later.
        let reason = line.find(",\"redacted\":").unwrap_or(line.len());
        if at < reason && bytes[at].is_ascii_alphanumeric() {
            bytes[at] = OTHERS[chance.below(OTHERS.len())];
            let other = String::from_utf8(bytes).unwrap();
            let read = serde_json::from_str::<Revision>(&other);
            if other != line && read.is_ok_and(|revision| revision.to_line() == other) {
                return other;
            }
        }
    }
}

#[test]
fn one_byte_changed_in_any_line_is_named() {
    let site = history(BARE);
    let mut chance = Chance::new(20_240_115);
    let lines = log_lines(&site);
    for n in 0..lines.len() {
        let mut other = lines.clone();
        other[n] = change_letter(&lines[n], &mut chance);
        write_log(&site, &other);
        site.run(&["verify"])
            .expect(1, &[&format!("content/revisions.jsonl:{}:", n + 1)]);
    }
}

#[test]
fn a_body_taken_out_by_hand_without_a_reason_is_named() {
    let site = history(BARE);
    let lines = log_lines(&site);
    for redacted in [None, Some(String::new())] {
        let emptied = Revision {
            body: None,
            redacted,
            ..log().swap_remove(3)
        };
        let mut other = lines.clone();
        other[3] = emptied.to_line();
        write_log(&site, &other);
        site.run(&["verify"])
            .expect(1, &["[J323]", "content/revisions.jsonl:4:"]);
    }
}

#[test]
fn a_log_that_forgets_what_was_published_is_not_published() {
    let site = history(BARE);
    let before = site.build(LATER);
    let lines = log_lines(&site);
    write_log(&site, &lines[..lines.len() - 1]);
    site.run(&["build", "--as-of", LATER])
        .expect(1, &["[J329]", &format!("baris {}", lines.len())]);
    assert_eq!(site.published(), before);
    // An earlier day's site does not take its place either.
    write_log(&site, &lines);
    site.run(&["build", "--as-of", "2024-06-01"])
        .expect(1, &["[J330]"]);
    assert_eq!(site.build(LATER), before);
}

#[test]
fn lines_taken_away_put_in_or_in_another_order_are_named() {
    let site = history(BARE);
    let lines = log_lines(&site);
    let (half, all) = (lines.len() / 2, lines.len());
    let refuse = |text: String, code: &str, place: usize| {
        site.write("content/revisions.jsonl", text.as_bytes());
        let place = format!("content/revisions.jsonl:{place}:");
        let code = format!("[{code}]");
        site.run(&["verify"]).expect(1, &[&code, &place]);
    };
    let joined = |lines: &[String]| lines.join("\n") + "\n";
    let mut removed = lines.clone();
    removed.remove(half);
    refuse(joined(&removed), "J322", half + 1);
    let mut swapped = lines.clone();
    swapped.swap(half, half + 1);
    refuse(joined(&swapped), "J322", half + 1);
    let mut inserted = lines.clone();
    inserted.insert(half, lines[half].clone());
    refuse(joined(&inserted), "J324", half + 2);
    let whole = joined(&lines);
    let cut = &whole[..whole.len() - lines[all - 1].len() / 2];
    refuse(cut.to_owned(), "J321", all);
    refuse(whole.trim_end().to_owned(), "J321", all);
    refuse(whole.clone() + "\n", "J321", all + 1);
    // The chain holds without its end; the records no longer are what it says.
    for left in [all - 1, all - 10, 1] {
        write_log(&site, &lines[..left]);
        site.run(&["verify"])
            .expect(1, &["[J331]"])
            .expect_none(&["[J322]"]);
    }
    site.write("content/revisions.jsonl", b"");
    // Without a log nothing was promised.
    site.run(&["verify"])
        .expect(0, &["Belum ada catatan terbit"]);
}
