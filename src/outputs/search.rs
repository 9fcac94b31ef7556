//! The search index (Pagefind), fed from the register: a record per aspiration, announcement, stop
//! and page in Markdown, in each language. Nothing else of jhur is async; Pagefind's interface is,
//! and one thread runs it here.
//!
//! Words are stemmed in the page's language. What is shown beside a result is in its filters, since
//! Pagefind would search it if it were metadata. A private person's name is on the page but never
//! in the index.

use super::context::OutputFile;
use crate::diag::{Code, Diagnostic};
use crate::plan::{Page, PageNumber, Plan, SEARCH_FOLDER};
use crate::records::{self, Lang, Text, VillageKind, markdown_to_text};
use crate::register::{Entry, FollowUpId, Register, Stop, TopicId};
use crate::theme::{Localizer, MessageArg, Theme};
use crate::view;
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use std::collections::BTreeMap;

/// The most files of result texts in a language: beyond it, neighbours share a file, so that a
/// large site does not double its number of files.
const MAX_FRAGMENTS: u32 = 500;

/// What is indexed of a page.
struct SearchDocument {
    /// Relative to the site's root.
    url: String,
    lang: Lang,
    title: String,
    stop: Option<String>,
    content: Vec<String>,
    /// By their names in the address bar.
    filters: BTreeMap<String, Vec<String>>,
}

/// The index and the program that searches it, unless the site leaves the search out.
pub(super) fn search_files(plan: &Plan<'_>, theme: &Theme) -> Result<Vec<OutputFile>, Diagnostic> {
    if !plan.has_search() {
        return Ok(Vec::new());
    }
    let broken = |reason: String| {
        Diagnostic::without_span(Code::CannotWrite)
            .arg("path", SEARCH_FOLDER)
            .arg("reason", reason)
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|f| broken(f.to_string()))?;
    let files = runtime
        .block_on(build_index(collect_documents(plan, theme)?))
        .map_err(|f| broken(f.to_string()))?;
    let mut outputs: Vec<OutputFile> = files
        .into_iter()
        .map(|file| {
            (
                file.filename.to_string_lossy().replace('\\', "/"),
                file.contents,
            )
        })
        .filter(|(path, _)| is_needed_file(path))
        .map(|(path, bytes)| (format!("{SEARCH_FOLDER}/{path}"), bytes))
        .collect();
    outputs.sort();
    Ok(outputs)
}

/// Pagefind brings user interfaces, a worker and a program without stemming too; ours needs none of
/// them.
fn is_needed_file(path: &str) -> bool {
    let parts = [".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"];
    matches!(path, "pagefind.js" | "pagefind-entry.json")
        || parts.iter().any(|end| path.ends_with(end))
        || (path.starts_with("wasm.") && path != "wasm.unknown.pagefind")
}

async fn build_index(
    records: Vec<SearchDocument>,
) -> Result<Vec<pagefind::api::SyntheticFile>, Box<dyn std::error::Error>> {
    let options = PagefindServiceConfig::builder()
        .keep_index_url(true)
        .max_fragments(MAX_FRAGMENTS)
        .build();
    let mut index = PagefindIndex::new(Some(options))?;
    for SearchDocument {
        url,
        lang,
        title,
        stop,
        content,
        filters,
    } in records
    {
        // Without content a record would be dropped.
        let content = if content.is_empty() {
            title.clone()
        } else {
            content.join(" ")
        };
        let mut meta = BTreeMap::from([("title".to_owned(), title)]);
        meta.extend(stop.map(|stop| ("stop".to_owned(), stop)));
        index
            .add_custom_record(
                url,
                content,
                lang.code().into(),
                Some(meta),
                Some(filters),
                None,
            )
            .await?;
    }
    Ok(index.get_files().await?)
}

/// Every record, by language; in each, in the order of the register.
fn collect_documents(plan: &Plan<'_>, theme: &Theme) -> Result<Vec<SearchDocument>, Diagnostic> {
    let make = |lang| {
        let make = DocumentBuilder {
            plan,
            register: plan.register(),
            lang,
            localizer: theme.localizer(lang),
        };
        let entries = make
            .register
            .entries()
            .map(|(id, entry)| make.entry_document(Page::Entry(id), entry));
        let stops = make
            .register
            .stops()
            .map(|(id, stop)| make.stop_document(Page::Stop(id, PageNumber::FIRST), stop));
        let prose = (0..plan.markdown_pages().len()).map(|n| make.markdown_document(n));
        entries.chain(stops).chain(prose).collect::<Vec<_>>()
    };
    plan.languages().flat_map(make).collect()
}

/// A text, or the diagnostic that the theme lacks it.
type TextResult<T = String> = Result<T, Diagnostic>;

/// Builds the documents of one language.
struct DocumentBuilder<'r> {
    plan: &'r Plan<'r>,
    register: &'r Register<'r>,
    lang: Lang,
    localizer: Localizer<'r>,
}

impl<'r> DocumentBuilder<'r> {
    fn markdown_text(&self, text: &'r Text) -> &'r str {
        text.in_language(self.lang, self.register.main_language()).0
    }

    fn plain_text(&self, text: &Text) -> String {
        text.plain_text(self.lang, self.register.main_language())
    }

    fn message(&self, key: &str) -> TextResult {
        self.localizer.message(key, &[])
    }

    fn new_document(&self, page: Page, kind: &str, title: String) -> TextResult<SearchDocument> {
        let url = self.plan.language_prefix(self.lang) + &self.plan.address(page);
        let filters = BTreeMap::from([("jenis".to_owned(), vec![self.message(kind)?])]);
        Ok(SearchDocument {
            url,
            lang: self.lang,
            title,
            stop: None,
            content: Vec::new(),
            filters,
        })
    }

    fn stop_name(&self, stop: &Stop<'r>) -> TextResult {
        let district = self.register.district(stop.district).record.name.as_str();
        let number = usize::try_from(stop.number()).unwrap_or_default();
        self.localizer.message(
            "stop-name",
            &[
                ("number", MessageArg::Number(number)),
                ("district", MessageArg::Text(district)),
            ],
        )
    }

    /// Adds the stop and its kecamatan.
    fn add_stop(&self, record: &mut SearchDocument, stop: &Stop<'r>) -> TextResult<()> {
        let name = self.stop_name(stop)?;
        let district = self
            .register
            .district(stop.district)
            .record
            .name
            .to_string();
        record
            .filters
            .insert("perhentian".into(), vec![name.clone()]);
        record.filters.insert("kecamatan".into(), vec![district]);
        record.stop = Some(name);
        Ok(())
    }

    /// Of what is withheld, the title alone.
    fn entry_document(&self, page: Page, entry: &Entry<'r>) -> TextResult<SearchDocument> {
        let kind = if entry.aspiration().is_some() {
            "kind-aspiration"
        } else {
            "kind-announcement"
        };
        let mut record =
            self.new_document(page, kind, self.markdown_text(entry.title).to_owned())?;
        self.add_stop(&mut record, self.register.stop(entry.stop))?;
        let mut statuses: Vec<String> = Vec::new();
        if entry.withheld_reason().is_some() {
            statuses.push(self.message("withheld")?);
        } else {
            record.content = self.document_text(entry)?;
            record
                .filters
                .insert("topik".into(), self.topic_names(&entry.topics));
            record
                .filters
                .insert("opd".into(), self.office_names(entry));
            if entry.is_unanswered() {
                statuses.push(self.message("unanswered")?);
            }
            let status = |id| view::status_view(self.register.commitment(id).status).key;
            for id in entry.commitments() {
                statuses.push(self.message(&format!("status-{}", status(id)))?);
            }
            if statuses.is_empty() {
                statuses = self.response_kinds(entry)?;
            }
        }
        record.filters.insert("status".into(), statuses);
        record.filters.values_mut().for_each(sort_and_dedup);
        Ok(record)
    }

    /// What was asked, by whom, what was answered and promised, and what became of it.
    fn document_text(&self, entry: &Entry<'r>) -> TextResult<Vec<String>> {
        let mut told = Vec::new();
        if let Some(aspiration) = entry.aspiration() {
            told.extend(aspiration.text.as_ref().map(|t| self.plain_text(t)));
            told.extend(
                aspiration
                    .from
                    .as_ref()
                    .map(|from| end_sentence(self.markdown_text(&from.role))),
            );
        }
        if let Some(n) = entry.village_index {
            told.push(self.village_sentence(entry, n)?);
        }
        for response in &entry.responses {
            let record = response.record;
            told.extend(
                record
                    .official
                    .as_ref()
                    .map(|o| end_sentence(o.name.as_str())),
            );
            let office = response.office.map(|id| self.register.office(id).record);
            told.extend(
                office
                    .into_iter()
                    .flat_map(|o| std::iter::once(&o.name).chain(&o.short))
                    .map(|t| self.text_sentence(t)),
            );
            told.push(self.plain_text(&record.text));
            for id in &response.commitments {
                let commitment = self.register.commitment(*id);
                let promise: &records::Commitment = commitment.record;
                told.push(end_sentence(&self.plain_text(&promise.text)));
                told.extend(promise.budget.iter().map(|t| self.text_sentence(t)));
                told.extend(promise.conditions.iter().map(|t| self.plain_text(t)));
                told.extend(self.follow_up_texts(&commitment.timeline));
            }
        }
        told.extend(self.follow_up_texts(&entry.follow_ups));
        Ok(told)
    }

    fn village_sentence(&self, entry: &Entry<'r>, n: usize) -> TextResult {
        let village = &self
            .register
            .district(self.register.stop(entry.stop).district)
            .record
            .villages[n];
        let kind = if village.kind == Some(VillageKind::Kelurahan) {
            "kelurahan"
        } else {
            "desa"
        };
        let values = [
            ("kind", MessageArg::Text(kind)),
            ("name", MessageArg::Text(village.name.as_str())),
        ];
        Ok(end_sentence(&self.localizer.message("village", &values)?))
    }

    /// The kinds of response: where nothing was promised, they are the status.
    fn response_kinds(&self, entry: &Entry<'r>) -> TextResult<Vec<String>> {
        let kinds = entry.responses.iter().flat_map(|r| &r.record.answer.value);
        kinds
            .map(|kind| self.message(&format!("answer-{}", kind.as_str())))
            .collect()
    }

    /// What follow-ups say; that someone looked and found nothing would only be found in place of
    /// news.
    fn follow_up_texts(&self, ids: &[FollowUpId]) -> Vec<String> {
        let news = ids.iter().map(|id| self.register.follow_up(*id).record);
        news.filter(|n| !n.check)
            .map(|n| self.plain_text(&n.text))
            .collect()
    }

    fn text_sentence(&self, text: &Text) -> String {
        end_sentence(text.in_language(self.lang, self.register.main_language()).0)
    }

    /// A topic and the wider ones above it.
    fn topic_names(&self, ids: &[TopicId]) -> Vec<String> {
        let mut names = Vec::new();
        for id in ids {
            let mut next = Some(*id);
            while let Some(id) = next {
                let topic = self.register.topic(id);
                names.push(self.markdown_text(&topic.record.name).to_owned());
                next = topic.parent;
            }
        }
        names
    }

    fn office_names(&self, entry: &Entry<'r>) -> Vec<String> {
        entry
            .answering_offices()
            .into_iter()
            .map(|id| {
                self.markdown_text(self.register.office(id).record.display_name())
                    .to_owned()
            })
            .collect()
    }

    fn stop_document(&self, page: Page, stop: &Stop<'r>) -> TextResult<SearchDocument> {
        let mut record = self.new_document(page, "kind-stop", self.stop_name(stop)?)?;
        self.add_stop(&mut record, stop)?;
        record.stop = None;
        record
            .content
            .extend(stop.record.summary.iter().map(|t| self.plain_text(t)));
        record.content.extend(
            stop.record
                .venue
                .iter()
                .chain(&stop.record.services)
                .map(|t| self.text_sentence(t)),
        );
        record
            .content
            .extend(self.follow_up_texts(&stop.follow_ups));
        Ok(record)
    }

    fn markdown_document(&self, n: usize) -> TextResult<SearchDocument> {
        let (_, page) =
            self.plan.markdown_pages()[n].version_in(self.lang, self.register.main_language());
        let mut record = self.new_document(
            Page::Markdown(n),
            "kind-page",
            page.front_matter.title.to_string(),
        )?;
        record.content.push(markdown_to_text(&page.body));
        Ok(record)
    }
}

/// Ends a text with a full stop, so that an excerpt does not run two texts together.
fn end_sentence(words: &str) -> String {
    if words.ends_with(['.', '!', '?', ':']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}

fn sort_and_dedup(values: &mut Vec<String>) {
    values.sort();
    values.dedup();
}
