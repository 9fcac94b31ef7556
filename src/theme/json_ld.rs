//! JSON-LD: what a page that can be cited is in the terms of schema.org, in the page's head, for
//! search engines. It states nothing that the page does not show. The catalogue of the data is
//! `outputs::data::dcat`.

use super::localizer::Localizer;
use crate::diag::Diagnostic;
use crate::records::{collapse_whitespace, markdown_to_text};
use crate::view::{
    CommitmentView, DownloadsView, EntryView, LocalizedText, PageBody, PageView, ResponseView,
    StopView, TextLink,
};
use serde_json::{Value, json};

/// The MIME type of the workbook.
const XLSX_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The page's graph as JSON, safe inside a script element.
///
/// # Errors
/// If the theme lacks a message.
pub(super) fn json_ld(
    view: &PageView<'_>,
    localizer: Localizer<'_>,
    title: &str,
    breadcrumbs: &[BreadcrumbView<'_>],
) -> Result<String, Diagnostic> {
    let mut nodes = vec![page_node(view, localizer, title)?];
    if let PageBody::Entry(entry) = &view.page {
        for response in &entry.responses {
            for commitment in &response.commitments {
                nodes.push(commitment_node(view, response.office.as_ref(), commitment));
            }
        }
    }
    if !breadcrumbs.is_empty() {
        nodes.push(breadcrumb_list(view, localizer, title, breadcrumbs)?);
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": nodes });
    Ok(escape_for_script(&graph.to_string()))
}

/// The node of the page itself.
fn page_node(
    view: &PageView<'_>,
    localizer: Localizer<'_>,
    title: &str,
) -> Result<Value, Diagnostic> {
    let mut node = match &view.page {
        PageBody::Home(_) => json!({ "@type": "WebSite", "publisher": publisher_node(view) }),
        PageBody::Stop(stop) => stop_node(stop),
        PageBody::Entry(entry) => entry_node(view, entry),
        PageBody::District(d) => json!({ "@type": "AdministrativeArea", "identifier": d.code }),
        PageBody::Office(office) => json!({
            "@type": "GovernmentOrganization",
            "alternateName": office.short.map(|name| name.text),
            "sameAs": office.url,
        }),
        PageBody::Topic(topic) => {
            json!({ "@type": "DefinedTerm", "description": topic.description.map(plain_text) })
        }
        PageBody::Data(data) => dataset_node(view, data, &localizer.message("data-intro", &[])?),
        PageBody::Markdown(page) => json!({ "@type": "WebPage", "description": page.summary }),
        _ => json!({ "@type": "CollectionPage" }),
    };
    node["@id"] = view.canonical.as_str().into();
    node["url"] = view.canonical.as_str().into();
    // The heading of the home page is a slogan, no name.
    let name = match view.page {
        PageBody::Home(_) => view.site.title.text,
        _ => title,
    };
    node["name"] = name.into();
    // `inLanguage` is a property of works and events; of places, offices and terms it is none.
    if matches!(
        node["@type"].as_str(),
        Some("WebSite" | "WebPage" | "CollectionPage" | "Question" | "Statement" | "Dataset")
    ) {
        node["inLanguage"] = view.lang.into();
    }
    Ok(without_nulls(node))
}

fn stop_node(stop: &StopView<'_>) -> Value {
    let district = format!("Kecamatan {}", stop.stop.district);
    let district = json!({ "@type": "AdministrativeArea", "name": district });
    let location = match stop.venue {
        Some(venue) => json!({
            "@type": "Place",
            "name": collapse_whitespace(venue.text),
            "containedInPlace": district,
        }),
        None => district,
    };
    json!({
        "@type": "Event",
        "startDate": stop.stop.date,
        // An event needs an end; a stop without one took a day.
        "endDate": stop.stop.until.as_ref().unwrap_or(&stop.stop.date),
        "location": location,
        "description": stop.summary.map(plain_text),
    })
}

fn dataset_node(view: &PageView<'_>, data: &DownloadsView, description: &str) -> Value {
    let mut files = vec![
        download_node(view, "jhur.xlsx", XLSX_TYPE),
        download_node(view, "datapackage.json", "application/json"),
    ];
    for table in &data.tables {
        files.push(download_node(
            view,
            &format!("{}.csv", table.name),
            "text/csv",
        ));
    }
    json!({
        "@type": "Dataset",
        "description": description,
        "creator": publisher_node(view),
        "license": view.site.licence_url,
        "isAccessibleForFree": true,
        "dateModified": data.recorded_until,
        "distribution": files,
    })
}

/// A file below /data/.
fn download_node(view: &PageView<'_>, path: &str, mime_type: &str) -> Value {
    let url = format!("{}data/{path}", view.base_url);
    json!({ "@type": "DataDownload", "contentUrl": url, "encodingFormat": mime_type })
}

/// An aspiration is a question with suggested answers; an announcement is a statement of parts.
fn entry_node(view: &PageView<'_>, entry: &EntryView<'_>) -> Value {
    let is_aspiration = entry.kind == "aspiration";
    let answer_type = if is_aspiration { "Answer" } else { "Statement" };
    let mut answers = Vec::new();
    for response in &entry.responses {
        // An answer that nobody reports has nothing to state.
        let Some(text) = response.text else {
            continue;
        };
        answers.push(json!({
            "@type": answer_type,
            "text": plain_text(text),
            "author": author_node(view, response),
            "url": format!("{}#_jawaban-{}", view.canonical, response.nth),
        }));
    }
    if !is_aspiration {
        return json!({
            "@type": "Statement",
            "hasPart": answers,
            "dateCreated": entry.stop.date,
        });
    }
    // Where an answer may be withheld, unreported or in what could not be read, their number is not
    // known.
    let is_counted = answers.len() == entry.responses.len()
        && matches!(
            entry.summary.outcome,
            Some("promised" | "answered" | "unanswered")
        );
    json!({
        "@type": "Question",
        "text": entry.text.map(plain_text),
        "answerCount": is_counted.then_some(answers.len()),
        "suggestedAnswer": answers,
        "dateCreated": entry.stop.date,
    })
}

/// Who answered: the office, which outlives its officials, else the person.
fn author_node(view: &PageView<'_>, response: &ResponseView<'_>) -> Option<Value> {
    if let Some(office) = &response.office {
        return Some(office_node(view, office));
    }
    let name = response.name?;
    Some(json!({ "@type": "Person", "name": name }))
}

/// A commitment is an action of its office, with an end if it has come to one, and with a status if
/// news gives it one: of what is not known, schema.org has no word.
fn commitment_node(
    view: &PageView<'_>,
    office: Option<&TextLink<'_>>,
    commitment: &CommitmentView<'_>,
) -> Value {
    let status = match (commitment.badge.status.group, commitment.badge.status.key) {
        // Another took its place: it did not fail, and schema.org has no word for that.
        (_, "superseded") => None,
        ("done", _) => Some("https://schema.org/CompletedActionStatus"),
        ("not-pursued", _) => Some("https://schema.org/FailedActionStatus"),
        (_, "planned") => Some("https://schema.org/PotentialActionStatus"),
        ("under-way", _) => Some("https://schema.org/ActiveActionStatus"),
        _ => None,
    };
    let url = format!("{}#{}", view.canonical, commitment.id);
    without_nulls(json!({
        "@type": "Action",
        "@id": url,
        "url": url,
        "name": plain_text(commitment.text),
        "actionStatus": status,
        "agent": office.map(|office| office_node(view, office)),
        "startTime": commitment.made_on,
        "endTime": commitment.badge.done_since,
    }))
}

/// The pages above the page, from the home page down, and the page itself.
fn breadcrumb_list(
    view: &PageView<'_>,
    localizer: Localizer<'_>,
    title: &str,
    breadcrumbs: &[BreadcrumbView<'_>],
) -> Result<Value, Diagnostic> {
    let home = absolute_url(view, &view.site.home);
    let home_name = localizer.message("home", &[])?;
    let mut pages = vec![(home.as_str(), home_name.as_str())];
    for breadcrumb in breadcrumbs {
        pages.push((breadcrumb.url, &breadcrumb.text));
    }
    pages.push((&view.canonical, title));
    let mut items = Vec::new();
    for (index, (url, name)) in pages.into_iter().enumerate() {
        items.push(json!({
            "@type": "ListItem",
            "position": index + 1,
            "name": name,
            "item": url,
        }));
    }
    Ok(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}

fn publisher_node(view: &PageView<'_>) -> Value {
    json!({ "@type": "Organization", "name": view.site.publisher.text })
}

fn office_node(view: &PageView<'_>, office: &TextLink<'_>) -> Value {
    let url = absolute_url(view, &office.href);
    let name = office.text.text;
    json!({ "@type": "GovernmentOrganization", "@id": url, "name": name, "url": url })
}

/// The absolute address of a link in a view, which starts with the placeholder of the site's root.
fn absolute_url(view: &PageView<'_>, href: &str) -> String {
    view.base_url.to_owned() + href.strip_prefix(view.root).unwrap_or(href)
}

fn plain_text(text: LocalizedText<'_>) -> String {
    markdown_to_text(text.text)
}

/// A node without the properties that are unknown, here and in the nodes within it.
fn without_nulls(node: Value) -> Value {
    match node {
        Value::Object(map) => {
            let known = map.into_iter().filter(|(_, value)| !value.is_null());
            known
                .map(|(key, value)| (key, without_nulls(value)))
                .collect()
        }
        Value::Array(list) => list.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

/// JSON that cannot end the `script` element around it, or start another one.
fn escape_for_script(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 64);
    let mut end = 0;
    for at in memchr::memchr3_iter(b'<', b'>', b'&', json.as_bytes()) {
        out.push_str(&json[end..at]);
        out.push_str(match json.as_bytes()[at] {
            b'<' => "\\u003c",
            b'>' => "\\u003e",
            _ => "\\u0026",
        });
        end = at + 1;
    }
    out + &json[end..]
}

/// A page above the page, with its title as a text.
#[derive(serde::Serialize)]
pub(super) struct BreadcrumbView<'a> {
    pub(super) href: &'a str,
    pub(super) url: &'a str,
    pub(super) text: String,
}
