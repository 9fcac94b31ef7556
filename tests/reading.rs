//! Reading without keeping the texts: what is wrong is still shown at its line.

use crate::common::site::Site;
use jhur::diag::{Code, Diagnostic, FileId, SourceMap, Span};
use jhur::source;
use std::fs;

fn text(files: &SourceMap, n: u32) -> &str {
    &files.get(FileId(n)).unwrap().text
}

#[test]
fn only_texts_in_which_something_is_wrong_come_back() {
    let site = Site::examples();
    let source::LoadedContent { mut files, .. } =
        source::load_discarding_texts(site.root()).unwrap();
    let [_, wanted, shorter] = [0, 1, 2].map(|n| {
        assert_eq!(text(&files, n), "");
        site.root().join(&files.get(FileId(n)).unwrap().path)
    });
    fs::write(shorter, "#").unwrap();
    let at = |n| Span::new(FileId(n), 0..9);
    let found = [Diagnostic::new(Code::BadYaml, at(1)).secondary("first-here", at(2))];
    source::restore_texts(site.root(), &found, &mut files);
    assert_eq!(
        [0, 1, 2].map(|n| text(&files, n)),
        ["", &fs::read_to_string(wanted).unwrap(), ""]
    );
}
