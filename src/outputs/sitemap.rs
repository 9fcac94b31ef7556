//! The sitemap (sitemaps.org 0.9), with each page's other languages and, of records, the
//! day of their revision; beyond 50,000 addresses it is
//! split under an index.

use super::context::OutputFile;
use crate::plan::{Page, Plan, RecordPage};
use crate::theme::escape_html;
use std::fmt::Write as _;

/// The most addresses that one sitemap may hold.
const MAX_URLS: usize = 50_000;

const XML_DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SITEMAP_NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml`, and its parts where it is split.
pub(super) fn sitemap_files(plan: &Plan<'_>) -> Vec<OutputFile> {
    split_sitemap(
        &url_elements(plan),
        plan.register().site().base_url.as_str(),
    )
}

/// One sitemap, or an index of as many as there must be.
fn split_sitemap(entries: &[String], base: &str) -> Vec<OutputFile> {
    if entries.len() <= MAX_URLS {
        return vec![("sitemap.xml".into(), urlset_xml(entries))];
    }
    let mut index = format!("{XML_DECLARATION}<sitemapindex xmlns=\"{SITEMAP_NAMESPACE}\">\n");
    let mut outputs = Vec::new();
    for (number, entries) in (1..).zip(entries.chunks(MAX_URLS)) {
        let path = format!("sitemap-{number}.xml");
        let url = escape_html(&format!("{base}{path}"));
        let _ = writeln!(index, "<sitemap><loc>{url}</loc></sitemap>");
        outputs.push((path, urlset_xml(entries)));
    }
    index.push_str("</sitemapindex>\n");
    outputs.push(("sitemap.xml".into(), index.into_bytes()));
    outputs
}

/// A `<url>` for each page and language, with the page's other languages.
fn url_elements(plan: &Plan<'_>) -> Vec<String> {
    let languages: Vec<_> = plan.languages().collect();
    let mut entries = Vec::with_capacity(plan.pages().len() * languages.len());
    for (_, page) in plan.pages() {
        if is_excluded(plan, page) {
            continue;
        }
        let mut urls = Vec::new();
        let mut alternates = String::new();
        for lang in &languages {
            let url = escape_html(&plan.canonical_url(page, *lang));
            // Every language names all of them, itself too, as the protocol for alternates asks.
            if languages.len() > 1 {
                let _ = write!(
                    alternates,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{url}\"/>"
                );
            }
            urls.push(url);
        }
        let modified = plan.recorded_on(page);
        let modified = modified.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        for url in urls {
            entries.push(format!("<url><loc>{url}</loc>{modified}{alternates}</url>"));
        }
    }
    entries
}

/// Whether a page is left out: errors, and what is printed, quoted or archived of another page.
fn is_excluded(plan: &Plan<'_>, page: Page) -> bool {
    // The settings of the site have no page of their own but their revisions.
    if let Page::Revision(id, _) = page {
        let record = plan.register().history(id).record;
        return plan.page_for_record(record).is_some();
    }
    matches!(
        page,
        Page::NotFound
            | Page::StopNotice(_)
            | Page::DistrictNotice(_)
            | Page::EntryCitation(_)
            | Page::StopCitation(_)
            | Page::Moved(..)
            | Page::Withdrawn(_, RecordPage::Citation | RecordPage::Notice)
    )
}

fn urlset_xml(entries: &[String]) -> Vec<u8> {
    let mut text = format!(
        "{XML_DECLARATION}<urlset xmlns=\"{SITEMAP_NAMESPACE}\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
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
        let paths = |count| {
            split_sitemap(&vec![entry.clone(); count], "https://jhur.example/")
                .into_iter()
                .map(|(path, _)| path)
        };
        assert_eq!(paths(MAX_URLS).collect::<Vec<_>>(), ["sitemap.xml"]);
        assert_eq!(
            paths(MAX_URLS + 1).collect::<Vec<_>>(),
            ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
        );
        let (_, index) = split_sitemap(&vec![entry; MAX_URLS + 1], "https://jhur.example/")
            .pop()
            .unwrap();
        assert_eq!(
            String::from_utf8(index)
                .unwrap()
                .matches("<loc>https://jhur.example/sitemap-")
                .count(),
            2
        );
    }
}
