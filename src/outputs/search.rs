//! The search index (Pagefind), fed from the register: a record per aspiration, announcement, stop
//! and page in Markdown, in each language. Nothing else of jhur is async; Pagefind's interface is,
//! and one thread runs it here.
//!
//! Words are stemmed in the page's language. What is shown beside a result is in its filters, since
//! Pagefind would search it if it were metadata: what became of an aspiration under `jawaban`, what
//! is known of its commitments under `status`. A private person's name is on the page but never in
//! the index.

use super::context::{OutputFile, library_error, text_in};
use crate::diag::Diagnostic;
use crate::plan::{Page, PageNumber, Plan, SEARCH_FOLDER};
use crate::records::{Bearing, Lang, Text, VillageKind, markdown_to_text};
use crate::register::{Entry, FollowUpId, Register, Stop, TopicId};
use crate::theme::{Localizer, MessageArg, Theme};
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
    filters: BTreeMap<&'static str, Vec<String>>,
}

/// The index and the program that searches it, unless the site leaves the search out.
pub(super) fn search_files(plan: &Plan<'_>, theme: &Theme) -> Result<Vec<OutputFile>, Diagnostic> {
    if !plan.has_search() {
        return Ok(Vec::new());
    }
    let documents = collect_documents(plan, theme)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| library_error(SEARCH_FOLDER, &error))?;
    let files = runtime
        .block_on(build_index(documents))
        .map_err(|error| library_error(SEARCH_FOLDER, &error))?;
    let mut outputs: Vec<OutputFile> = Vec::new();
    for file in files {
        let path = file.filename.to_string_lossy().replace('\\', "/");
        if is_needed_file(&path) {
            outputs.push((format!("{SEARCH_FOLDER}/{path}"), file.contents));
        }
    }
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
    documents: Vec<SearchDocument>,
) -> Result<Vec<pagefind::api::SyntheticFile>, Box<dyn std::error::Error>> {
    let options = PagefindServiceConfig::builder()
        .keep_index_url(true)
        .max_fragments(MAX_FRAGMENTS)
        .build();
    let mut index = PagefindIndex::new(Some(options))?;
    for document in documents {
        // Without content a document would be dropped.
        let content = if document.content.is_empty() {
            document.title.clone()
        } else {
            document.content.join(" ")
        };
        let mut meta = BTreeMap::from([("title".to_owned(), document.title)]);
        meta.extend(document.stop.map(|stop| ("stop".to_owned(), stop)));
        let filters = document.filters.into_iter();
        index
            .add_custom_record(
                document.url,
                content,
                document.lang.code().into(),
                Some(meta),
                Some(
                    filters
                        .map(|(name, values)| (name.into(), values))
                        .collect(),
                ),
                None,
            )
            .await?;
    }
    Ok(index.get_files().await?)
}

/// Every document, by language; in each, in the order of the register.
fn collect_documents(plan: &Plan<'_>, theme: &Theme) -> Result<Vec<SearchDocument>, Diagnostic> {
    let register = plan.register();
    let mut documents = Vec::new();
    for lang in plan.languages() {
        let builder = DocumentBuilder {
            plan,
            register,
            lang,
            localizer: theme.localizer(lang),
        };
        for (id, entry) in register.entries() {
            documents.push(builder.entry_document(Page::Entry(id), entry)?);
        }
        for (id, stop) in register.stops() {
            documents.push(builder.stop_document(Page::Stop(id, PageNumber::FIRST), stop)?);
        }
        for n in 0..plan.markdown_pages().len() {
            documents.push(builder.markdown_document(n)?);
        }
    }
    Ok(documents)
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
        text_in(self.plan, text, self.lang)
    }

    fn plain_text(&self, text: &Text) -> String {
        text.plain_text(self.lang, self.register.main_language())
    }

    fn message(&self, key: &str) -> TextResult {
        self.localizer.message(key, &[])
    }

    fn new_document(&self, page: Page, kind: &str, title: String) -> TextResult<SearchDocument> {
        let url = self.plan.language_prefix(self.lang) + &self.plan.address(page);
        let filters = BTreeMap::from([("jenis", vec![self.message(kind)?])]);
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
    fn add_stop(&self, document: &mut SearchDocument, stop: &Stop<'r>) -> TextResult<()> {
        let name = self.stop_name(stop)?;
        let district = self.register.district(stop.district).record;
        document.filters.insert("kunjungan", vec![name.clone()]);
        document
            .filters
            .insert("kecamatan", vec![district.name.to_string()]);
        document.stop = Some(name);
        Ok(())
    }

    /// The document of an entry; of what is withheld, the title alone.
    fn entry_document(&self, page: Page, entry: &Entry<'r>) -> TextResult<SearchDocument> {
        let kind = if entry.aspiration().is_some() {
            "kind-aspiration"
        } else {
            "kind-announcement"
        };
        let title = self.markdown_text(entry.title).to_owned();
        let mut document = self.new_document(page, kind, title)?;
        self.add_stop(&mut document, self.register.stop(entry.stop))?;
        if let Some(outcome) = entry.outcome() {
            let outcome = self.message(&format!("outcome-{}", outcome.key()))?;
            document.filters.insert("jawaban", vec![outcome]);
        }
        if entry.withheld_reason().is_none() {
            document.content = self.document_text(entry)?;
            let topics = self.topic_names(&entry.topics);
            document.filters.insert("topik", topics);
            document.filters.insert("opd", self.office_names(entry));
            let mut statuses = Vec::new();
            for id in entry.commitments() {
                let status = self.register.commitment(id).status.key();
                statuses.push(self.message(&format!("status-{status}"))?);
            }
            document.filters.insert("status", statuses);
        }
        for values in document.filters.values_mut() {
            values.sort();
            values.dedup();
        }
        Ok(document)
    }

    /// What was asked, by whom, what was answered and promised, and what became of it. Who asked is
    /// in it by role, never by name.
    fn document_text(&self, entry: &Entry<'r>) -> TextResult<Vec<String>> {
        let mut texts = Vec::new();
        if let Some(aspiration) = entry.aspiration() {
            texts.extend(aspiration.text.as_ref().map(|text| self.plain_text(text)));
            if let Some(asker) = &aspiration.from {
                texts.push(self.text_sentence(&asker.role));
            }
        }
        if let Some(n) = entry.village_index {
            texts.push(self.village_sentence(entry, n)?);
        }
        for response in &entry.responses {
            let record = response.record;
            if let Some(official) = &record.official {
                texts.push(end_sentence(official.name.as_str()));
            }
            if let Some(id) = response.office {
                let office = self.register.office(id).record;
                // People search for an office by its abbreviation too.
                texts.push(self.text_sentence(&office.name));
                texts.extend(office.short.iter().map(|text| self.text_sentence(text)));
            }
            if let Some(text) = &record.text {
                texts.push(self.plain_text(text));
            } else {
                // That somebody answered can be found though nobody reports what.
                let kinds = self.localizer.answer_kinds(&record.answer.value)?;
                texts.push(end_sentence(&kinds));
            }
            for id in &response.commitments {
                let commitment = self.register.commitment(*id);
                let record = commitment.record;
                texts.push(end_sentence(&self.plain_text(&record.text)));
                texts.extend(record.budget.iter().map(|text| self.text_sentence(text)));
                texts.extend(record.conditions.iter().map(|text| self.plain_text(text)));
                texts.extend(self.follow_up_texts(&commitment.timeline)?);
            }
        }
        texts.extend(self.follow_up_texts(&entry.follow_ups)?);
        Ok(texts)
    }

    fn village_sentence(&self, entry: &Entry<'r>, n: usize) -> TextResult {
        let stop = self.register.stop(entry.stop);
        let village = &self.register.district(stop.district).record.villages[n];
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

    /// The texts of follow-ups; a check would only be found in place of one that has news. What is
    /// no news of the promise itself says so, since an excerpt is read alone.
    fn follow_up_texts(&self, ids: &[FollowUpId]) -> TextResult<Vec<String>> {
        let mut texts = Vec::new();
        for id in ids {
            let follow_up = self.register.follow_up(*id).record;
            if follow_up.check {
                continue;
            }
            if follow_up.bearing == Bearing::Related {
                texts.push(end_sentence(&self.message("news-related-it")?));
            }
            texts.push(self.plain_text(&follow_up.text));
        }
        Ok(texts)
    }

    fn text_sentence(&self, text: &Text) -> String {
        end_sentence(text_in(self.plan, text, self.lang))
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
        let mut names = Vec::new();
        for id in entry.answering_offices() {
            let office = self.register.office(id).record;
            names.push(self.markdown_text(office.display_name()).to_owned());
        }
        names
    }

    fn stop_document(&self, page: Page, stop: &Stop<'r>) -> TextResult<SearchDocument> {
        let mut document = self.new_document(page, "kind-stop", self.stop_name(stop)?)?;
        self.add_stop(&mut document, stop)?;
        // The title says it already.
        document.stop = None;
        let record = stop.record;
        let content = &mut document.content;
        content.extend(record.summary.iter().map(|text| self.plain_text(text)));
        let sentences = record.venue.iter().chain(&record.services);
        content.extend(sentences.map(|text| self.text_sentence(text)));
        content.extend(self.follow_up_texts(&stop.follow_ups)?);
        Ok(document)
    }

    fn markdown_document(&self, n: usize) -> TextResult<SearchDocument> {
        let (_, page) =
            self.plan.markdown_pages()[n].version_in(self.lang, self.register.main_language());
        let title = page.front_matter.title.to_string();
        let mut document = self.new_document(Page::Markdown(n), "kind-page", title)?;
        document.content.push(markdown_to_text(&page.body));
        Ok(document)
    }
}

/// Ends a text with a full stop, so that an excerpt does not run two texts together.
fn end_sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', ':']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
