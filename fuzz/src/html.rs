//! Does a page hold what it must not? Read as a browser reads it, as far as that goes without a browser: tags, attributes, and
//! where links lead.

/// What pages and Markdown are made of.
const TAGS: &str = "a abbr article aside b bdi blockquote body br button caption circle code dd defs del details div dl dt em figcaption \
    figure footer form g h1 h2 h3 h4 h5 h6 head header hr html i img input ins label li line link main mark meta nav noscript ol optgroup option output p path \
    pattern picture pre q rect script search section select small source span strong style sub summary sup svg symbol table tbody td template text tfoot th \
    thead time title tr tspan ul use";

/// Stops where a page holds what does not belong there.
pub fn check_html(page: &str) {
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        if name.is_empty() {
            continue;
        }
        assert!(TAGS.split_whitespace().any(|tag| tag == name), "<{name}>: {}", near(rest));
        let (attributes, behind) = attributes(&rest[name.len()..]);
        for (key, value) in &attributes {
            check_attribute(&name, key, value);
        }
        rest = behind;
        if name == "script" || name == "style" {
            let end = rest.find(&format!("</{name}")).expect("an end");
            check_content(&name, &attributes, &rest[..end]);
            rest = &rest[end..];
        }
    }
}

/// What stands in a tag behind its name, and what comes after it.
fn attributes(text: &str) -> (Vec<(String, String)>, &str) {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(behind) = rest.strip_prefix('>') {
            return (found, behind);
        }
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).expect("an end of the tag");
        let key = rest[..end].to_lowercase();
        rest = rest[end..].trim_start();
        let Some(behind) = rest.strip_prefix('=') else {
            found.push((key, String::new()));
            continue;
        };
        let behind = behind.trim_start();
        let quote = behind
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\''))
            .unwrap_or_else(|| panic!("no quotes: {}", near(rest)));
        let end = behind[1..].find(quote).expect("an end of the value") + 1;
        found.push((key, behind[1..end].to_owned()));
        rest = &behind[end + 1..];
    }
}

fn check_attribute(tag: &str, key: &str, value: &str) {
    assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_')), "<{tag} {key}>");
    assert!(!key.starts_with("on") && key != "style" && key != "srcdoc", "<{tag} {key}=\"{value}\">");
    if matches!(key, "href" | "src" | "action" | "formaction") {
        let scheme = value.split(['/', '?', '#']).next().unwrap_or_default();
        let known = ["https:", "http:", "mailto:", "tel:", "data:image", "data:,"];
        let leads = !scheme.contains(':') && !scheme.contains("&#") && !scheme.contains("&colon");
        let plain = known.iter().any(|k| value.to_ascii_lowercase().starts_with(k));
        assert!(leads || plain, "<{tag} {key}=\"{value}\">");
        let fetched = matches!(tag, "img" | "script" | "source" | "input");
        assert!(!fetched || !value.starts_with("http") && !value.starts_with("//"), "<{tag} {key}=\"{value}\">");
    }
}

/// A script is a file, or JSON-LD.
fn check_content(tag: &str, attributes: &[(String, String)], text: &str) {
    if tag == "script" && !text.trim().is_empty() {
        assert!(
            attributes.contains(&("type".to_owned(), "application/ld+json".to_owned())),
            "a script: {}",
            near(text)
        );
        serde_json::from_str::<serde_json::Value>(text).expect("JSON-LD");
    }
}

fn near(text: &str) -> String {
    text.chars().take(80).collect()
}
