//! The sitemap (sitemaps.org 0.9), with each page's other languages; beyond 50,000 addresses it is split under an index.

use super::Output;
use crate::plan::{Below, Page, Plan, ROWS};
use crate::records::Lang;
use crate::theme::escaped;
use std::fmt::Write as _;

/// The most addresses that one sitemap may hold.
const MOST: usize = 50_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml`, and its parts where it is split.
pub(super) fn sitemap(plan: &Plan<'_>) -> Vec<Output> {
    cut(&entries(plan), plan.register().site().base_url.as_str())
}

/// One sitemap, or an index of as many as there must be.
fn cut(entries: &[String], base: &str) -> Vec<Output> {
    if entries.len() <= MOST {
        return vec![("sitemap.xml".into(), urlset(entries))];
    }
    let mut index = format!("{HEAD}<sitemapindex xmlns=\"{SCHEMA}\">\n");
    let mut outputs = Vec::new();
    for (n, part) in entries.chunks(MOST).enumerate() {
        let path = format!("sitemap-{}.xml", n + 1);
        let _ = writeln!(index, "<sitemap><loc>{}</loc></sitemap>", escaped(&format!("{base}{path}")));
        outputs.push((path, urlset(part)));
    }
    index.push_str("</sitemapindex>\n");
    outputs.push(("sitemap.xml".into(), index.into_bytes()));
    outputs
}

fn entries(plan: &Plan<'_>) -> Vec<String> {
    let languages: Vec<_> = plan.languages().collect();
    let mut entries = Vec::with_capacity(plan.pages().len() * languages.len());
    for (_, page) in plan.pages().filter(|(_, page)| !is_beside(*page)) {
        let mut others = String::new();
        if languages.len() > 1 {
            for lang in languages.iter().filter(|lang| !is_empty(plan, page, **lang)) {
                let href = escaped(&plan.canonical(page, *lang));
                let _ = write!(others, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>");
            }
        }
        for lang in languages.iter().filter(|lang| !is_empty(plan, page, **lang)) {
            entries.push(format!("<url><loc>{}</loc>{others}</url>", escaped(&plan.canonical(page, *lang))));
        }
    }
    entries
}

/// Is it no page of its own: what is shown where there is none, or printed, quoted or kept of another?
fn is_beside(page: Page) -> bool {
    matches!(
        page,
        Page::NotFound
            | Page::StopNotice(_)
            | Page::DistrictNotice(_)
            | Page::Quote(_)
            | Page::Past(..)
            | Page::Moved(..)
            | Page::Withdrawn(_, Below::Quote | Below::Notice)
    )
}

/// Has a letter of the index no title in a language?
fn is_empty(plan: &Plan<'_>, page: Page, lang: Lang) -> bool {
    matches!(page, Page::Letter(letter, part) if part.of(plan.letter(lang, letter), ROWS).is_empty())
}

fn urlset(entries: &[String]) -> Vec<u8> {
    let mut text = format!("{HEAD}<urlset xmlns=\"{SCHEMA}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for entry in entries {
        text.push_str(entry);
        text.push('\n');
    }
    text.push_str("</urlset>\n");
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sitemaps_are_cut() {
        let entry = "<url><loc>https://jhur.example/1/</loc></url>".to_owned();
        let paths = |count| cut(&vec![entry.clone(); count], "https://jhur.example/").into_iter().map(|(path, _)| path);
        assert_eq!(paths(MOST).collect::<Vec<_>>(), ["sitemap.xml"]);
        assert_eq!(paths(MOST + 1).collect::<Vec<_>>(), ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let (_, index) = cut(&vec![entry; MOST + 1], "https://jhur.example/").pop().unwrap();
        assert_eq!(String::from_utf8(index).unwrap().matches("<loc>https://jhur.example/sitemap-").count(), 2);
    }
}
