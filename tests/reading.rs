//! Reading without keeping the texts: what is wrong is still shown at its line.

use crate::common::site::Site;
use jhur::diag::{Code, Diagnostic, FileId, SourceMap, Span};
use jhur::source;
use std::fs;

fn text(files: &SourceMap, n: u32) -> &str {
    &files.get(FileId(n)).unwrap().text
}

#[test]
fn only_what_still_says_the_same_comes_back() {
    let site = Site::examples();
    let (source::LoadedContent { mut files, .. }, texts) =
        source::load_discarding_texts(site.root()).unwrap();
    let [_, wanted, changed] = [0, 1, 2].map(|n| {
        assert_eq!(text(&files, n), "");
        site.root().join(&files.get(FileId(n)).unwrap().path)
    });
    fs::write(changed, "# diubah\n").unwrap();
    let at = |n| Span::new(FileId(n), 0..1);
    texts.restore(
        &[Diagnostic::new(Code::BadYaml, at(1)).secondary("first-here", at(2))],
        &mut files,
    );
    assert_eq!(
        [0, 1, 2].map(|n| text(&files, n)),
        ["", &fs::read_to_string(wanted).unwrap(), ""]
    );
}
