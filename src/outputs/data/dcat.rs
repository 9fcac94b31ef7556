//! `dcat.jsonld`: the data set as catalogues know it (DCAT 3), with what Satu Data Indonesia asks
//! for (Perpres 39/2019): data standard, metadata, reference codes, producer.

use super::flat_table::FlatTable;
use crate::data::{Column, FORMAT_VERSION};
use crate::diag::Diagnostic;
use crate::diag::messages::{Language, Messages};
use crate::outputs::context::text_in;
use crate::outputs::headers::media_type;
use crate::plan::Plan;
use crate::records::{AreaCode, Day, Lang};
use crate::theme::Theme;
use serde_json::{Value, json};

const IANA_REGISTRY: &str = "https://www.iana.org/assignments/media-types/";
/// Follow-ups come when they come.
const IRREGULAR: &str = "http://publications.europa.eu/resource/authority/frequency/IRREG";

/// The data set.
pub(super) fn dcat_dataset(
    plan: &Plan<'_>,
    theme: &Theme,
    tables: &[FlatTable],
) -> Result<Value, Diagnostic> {
    let register = plan.register();
    let (site, main) = (register.site(), register.main_language());
    let base = site.base_url.as_str();
    let publisher = text_in(plan, &site.publisher, main);
    let (mut titles, mut descriptions) = (Vec::new(), Vec::new());
    for lang in plan.languages() {
        let localizer = theme.localizer(lang);
        let in_lang = |value: String| json!({ "@language": lang.code(), "@value": value });
        titles.push(in_lang(format!(
            "{} · {}",
            text_in(plan, &site.title, lang),
            localizer.message("title-data", &[])?
        )));
        descriptions.push(in_lang(localizer.message("data-intro", &[])?));
    }
    let mut files = vec![
        dcat_distribution(base, "jhur.xlsx"),
        dcat_distribution(base, "kamus.csv"),
    ];
    for table in tables {
        for extension in ["csv", "jsonl"] {
            files.push(dcat_distribution(
                base,
                &format!("{}.{extension}", table.name()),
            ));
        }
    }
    if plan.has_map() {
        files.push(dcat_distribution(base, "kecamatan.geojson"));
    }
    let codes: Vec<&str> = register
        .districts()
        .filter_map(|(_, d)| d.record.code.as_ref())
        .map(AreaCode::as_str)
        .collect();
    // A kecamatan's code starts with that of its kabupaten: 35.09.
    let area = codes
        .first()
        .and_then(|code| code.get(..5))
        .filter(|area| codes.iter().all(|c| c.starts_with(area)));
    let topics = register
        .topics()
        .map(|(_, t)| text_in(plan, &t.record.name, main));
    let first = register.stops().map(|(_, s)| s.record.date.value).min();
    let period = first.map(|day| {
        json!({
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": xsd_date(day),
            "dcat:endDate": xsd_date(register.recorded_until()),
        })
    });
    let licence = match site.licence_url() {
        Some(url) => json!({ "@id": url }),
        None => json!(site.licence.as_str()),
    };
    let email = site.contact.as_ref().and_then(|c| c.email.as_ref());
    let contact = email.map(|email| {
        json!({
            "@type": "vcard:Organization",
            "vcard:fn": publisher,
            "vcard:hasEmail": { "@id": format!("mailto:{email}") },
        })
    });
    Ok(json!({
        "@context": {
            "@vocab": format!("{base}data/kamus/#"),
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{base}data/"),
        "@type": "dcat:Dataset",
        "dct:identifier": base,
        "dct:title": titles,
        "dct:description": descriptions,
        "dct:publisher": { "@type": "foaf:Organization", "foaf:name": publisher },
        "dct:license": licence,
        "dct:modified": xsd_date(register.recorded_until()),
        "dcat:version": format!("{FORMAT_VERSION}.0.0"),
        "dct:language": plan.languages().map(Lang::code).collect::<Vec<_>>(),
        "dct:accrualPeriodicity": { "@id": IRREGULAR },
        "dct:spatial": area.map(|code| json!({ "@type": "dct:Location", "dct:identifier": code })),
        "dct:temporal": period,
        "dcat:landingPage": { "@id": format!("{base}data/") },
        "dcat:keyword": topics.collect::<Vec<_>>(),
        "dcat:contactPoint": contact,
        "dcat:distribution": files,
        "produsenData": publisher,
        "kodeReferensi": code_references(tables),
        "standarData": data_standards(tables),
    }))
}

/// A file below data/. Its media type is an address in IANA's registry, which has no charset.
fn dcat_distribution(base: &str, name: &str) -> Value {
    let media_type = media_type(name).split(';').next();
    let media_type = media_type.unwrap_or_default();
    json!({
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:mediaType": { "@id": format!("{IANA_REGISTRY}{media_type}") },
        "dcat:downloadURL": { "@id": format!("{base}data/{name}") },
        "dcat:accessURL": { "@id": format!("{base}data/") },
    })
}

fn xsd_date(day: Day) -> Value {
    json!({ "@type": "xsd:date", "@value": day })
}

/// Every column of the tables, named `table.column`; translations are columns of the same.
fn named_columns(tables: &[FlatTable]) -> Vec<(String, &Column)> {
    let mut columns = Vec::new();
    for table in tables {
        for field in table.columns.iter().filter(|field| field.lang.is_none()) {
            columns.push((format!("{}.{}", table.name(), field.name), &field.column));
        }
    }
    columns
}

/// The columns that hold codes, and who assigns them.
fn code_references(tables: &[FlatTable]) -> Vec<Value> {
    let mut references = Vec::new();
    for (name, column) in named_columns(tables) {
        if let Some(authority) = &column.code_authority {
            references.push(json!({ "kolom": name, "acuan": authority }));
        }
    }
    references
}

/// The data standard of what is counted: concept, definition, classification, measure, unit.
fn data_standards(tables: &[FlatTable]) -> Vec<Value> {
    // The standard asks for Indonesian, whatever languages the site has.
    let messages = Messages::built_in(Language::Indonesian);
    let mut standards = Vec::new();
    for (name, column) in named_columns(tables) {
        if let Some(unit) = &column.unit {
            standards.push(json!({
                "kolom": name,
                "konsep": column.label(&messages),
                "definisi": column.meaning(&messages),
                "klasifikasi": "tanpa klasifikasi",
                "ukuran": "jumlah",
                "satuan": unit,
            }));
        }
    }
    standards
}
