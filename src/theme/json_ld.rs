//! JSON-LD: what a page is in the terms of schema.org, inside the page, for search engines. It says nothing that the
//! page does not say.

use super::localizer::Localizer;
use crate::diag::Diagnostic;
use crate::records::{collapse_whitespace, markdown_to_text};
use crate::view::{CommitmentView, EntryView, LocalizedText, PageBody, PageView, TextLink};
use serde_json::{Value, json};

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
    let mut things = vec![page_node(view, localizer, title)?];
    if let PageBody::Entry(entry) = &view.page {
        let promises = entry
            .responses
            .iter()
            .flat_map(|r| r.commitments.iter().map(move |c| (r.office.as_ref(), c)));
        things
            .extend(promises.map(|(office, commitment)| commitment_node(view, office, commitment)));
    }
    if !breadcrumbs.is_empty() {
        things.push(breadcrumb_list(view, localizer, title, breadcrumbs)?);
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": things });
    Ok(escape_for_script(&graph.to_string()))
}

/// What the page itself is.
fn page_node(
    view: &PageView<'_>,
    localizer: Localizer<'_>,
    title: &str,
) -> Result<Value, Diagnostic> {
    let url = view.canonical.as_str();
    let mut thing = match &view.page {
        PageBody::Home(_) => json!({ "@type": "WebSite", "publisher": publisher_node(view) }),
        PageBody::Stop(stop) => {
            let place = json!({ "@type": "AdministrativeArea", "name": format!("Kecamatan {}", stop.stop.district) });
            let location = match stop.venue {
                Some(venue) => {
                    json!({ "@type": "Place", "name": collapse_whitespace(venue.text), "containedInPlace": place })
                }
                None => place,
            };
            json!({ "@type": "Event", "startDate": stop.stop.date, "endDate": stop.until.as_ref().unwrap_or(&stop.stop.date),
                "location": location, "description": stop.summary.map(phrase_text) })
        }
        PageBody::Entry(entry) => entry_node(view, entry),
        PageBody::District(d) => json!({ "@type": "AdministrativeArea", "identifier": d.code }),
        PageBody::Office(o) => {
            json!({ "@type": "GovernmentOrganization", "alternateName": o.short.map(|s| s.text), "sameAs": o.url })
        }
        PageBody::Topic(t) => {
            json!({ "@type": "DefinedTerm", "description": t.description.map(phrase_text) })
        }
        PageBody::Data(data) => {
            let file = |path: &str, format: &str| json!({ "@type": "DataDownload", "contentUrl": format!("{}data/{path}", view.base_url), "encodingFormat": format });
            let mut files = vec![
                file(
                    "jhur.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                ),
                file("datapackage.json", "application/json"),
            ];
            files.extend(
                data.tables
                    .iter()
                    .map(|t| file(&format!("{}.csv", t.name), "text/csv")),
            );
            json!({ "@type": "Dataset", "description": localizer.message("data-intro", &[])?, "creator": publisher_node(view),
                "license": view.site.licence_url, "isAccessibleForFree": true,
                "dateModified": view.day, "distribution": files })
        }
        PageBody::Markdown(prose) => json!({ "@type": "WebPage", "description": prose.summary }),
        _ => json!({ "@type": "CollectionPage" }),
    };
    if let Some(map) = thing.as_object_mut() {
        map.insert("@id".into(), url.into());
        map.insert("url".into(), url.into());
        let name = if matches!(view.page, PageBody::Home(_)) {
            view.site.title.text
        } else {
            title
        };
        map.insert("name".into(), name.into());
        if matches!(
            map["@type"].as_str(),
            Some("WebSite" | "WebPage" | "CollectionPage" | "Question" | "Statement" | "Dataset")
        ) {
            map.insert("inLanguage".into(), view.lang.into());
        }
    }
    Ok(drop_nulls(thing))
}

/// What was asked and what was answered; an announcement is a statement.
fn entry_node(view: &PageView<'_>, entry: &EntryView<'_>) -> Value {
    let answers: Vec<Value> = entry.responses.iter().map(|r| {
        let url = format!("{}#_jawaban-{}", view.canonical, r.nth);
        let author = match (&r.office, r.name) {
            (Some(office), _) => Some(office_node(view, office)),
            (None, Some(name)) => Some(json!({ "@type": "Person", "name": name })),
            (None, None) => None,
        };
        json!({ "@type": if entry.kind == "aspiration" { "Answer" } else { "Statement" }, "text": phrase_text(r.text), "author": author, "url": url })
    }).collect();
    if entry.kind == "aspiration" {
        json!({ "@type": "Question", "text": entry.text.map(phrase_text), "answerCount": entry.withheld.is_none().then_some(answers.len()), "suggestedAnswer": answers,
            "dateCreated": entry.stop.date })
    } else {
        json!({ "@type": "Statement", "hasPart": answers, "dateCreated": entry.stop.date })
    }
}

/// A promise, and what came of it.
fn commitment_node(
    view: &PageView<'_>,
    office: Option<&TextLink<'_>>,
    commitment: &CommitmentView<'_>,
) -> Value {
    // Whose place another took, it has not failed.
    let status = match (commitment.badge.status.group, commitment.badge.status.key) {
        (_, "superseded") => None,
        ("done", _) => Some("https://schema.org/CompletedActionStatus"),
        ("not-pursued", _) => Some("https://schema.org/FailedActionStatus"),
        ("under-way", _) => Some("https://schema.org/ActiveActionStatus"),
        _ => Some("https://schema.org/PotentialActionStatus"),
    };
    let url = format!("{}#{}", view.canonical, commitment.id);
    drop_nulls(
        json!({ "@type": "Action", "@id": url, "url": url, "name": phrase_text(commitment.text),
        "actionStatus": status, "agent": office.map(|o| office_node(view, o)),
        "startTime": commitment.made_on, "endTime": commitment.done_since }),
    )
}

fn breadcrumb_list(
    view: &PageView<'_>,
    localizer: Localizer<'_>,
    title: &str,
    breadcrumbs: &[BreadcrumbView<'_>],
) -> Result<Value, Diagnostic> {
    let home = (
        absolute_url(view, &view.site.home),
        localizer.message("home", &[])?,
    );
    let above = breadcrumbs
        .iter()
        .map(|c| (c.url.to_owned(), c.text.clone()));
    let all = std::iter::once(home)
        .chain(above)
        .chain([(view.canonical.clone(), title.to_owned())]);
    let item = |(n, (url, name)): (usize, (String, String))| json!({ "@type": "ListItem", "position": n + 1, "name": name, "item": url });
    Ok(
        json!({ "@type": "BreadcrumbList", "itemListElement": all.enumerate().map(item).collect::<Vec<_>>() }),
    )
}

fn publisher_node(view: &PageView<'_>) -> Value {
    json!({ "@type": "Organization", "name": view.site.publisher.text })
}

fn office_node(view: &PageView<'_>, office: &TextLink<'_>) -> Value {
    let url = absolute_url(view, &office.href);
    json!({ "@type": "GovernmentOrganization", "@id": url, "name": office.text.text, "url": url })
}

/// The whole address of what a page of the site links to.
fn absolute_url(view: &PageView<'_>, href: &str) -> String {
    format!(
        "{}{}",
        view.base_url,
        href.strip_prefix(view.root).unwrap_or(href)
    )
}

fn phrase_text(phrase: LocalizedText<'_>) -> String {
    markdown_to_text(phrase.text)
}

/// Removes what is unknown.
fn drop_nulls(mut thing: Value) -> Value {
    match &mut thing {
        Value::Object(map) => {
            map.retain(|_, value| !value.is_null());
            map.values_mut()
                .for_each(|value| *value = drop_nulls(value.take()));
        }
        Value::Array(list) => list
            .iter_mut()
            .for_each(|value| *value = drop_nulls(value.take())),
        _ => {}
    }
    thing
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
