//! Renders the pages of the forms as HTML, from templates of the program that no theme replaces.

use super::form_view::FormView;
use super::overview::Overview;
use crate::diag::messages::Messages;
use std::collections::BTreeMap;
use tera::{Context, Tera};

/// The style sheet of the forms.
pub(super) const FORM_STYLE: &str = include_str!("templates/form.css");
/// The script that checks while somebody types.
pub(super) const FORM_SCRIPT: &str = include_str!("templates/form.js");

const TEMPLATES: [(&str, &str); 4] = [
    ("base.html", include_str!("templates/base.html")),
    ("form.html", include_str!("templates/form.html")),
    ("overview.html", include_str!("templates/overview.html")),
    ("plain.html", include_str!("templates/plain.html")),
];

/// The texts of the templates: `save` is `form-save` in `commands.ftl`.
const LABEL_NAMES: [&str; 26] = [
    "title",
    "all",
    "save",
    "check",
    "saved",
    "wrong",
    "wrong-what",
    "note",
    "others",
    "others-what",
    "required",
    "none",
    "preview",
    "preview-none",
    "next",
    "changed",
    "changed-lines",
    "stops",
    "follow-ups",
    "new-Stop",
    "new-FollowUp",
    "no-form",
    "lead",
    "site",
    "nothing",
    "message",
];

/// The parsed templates and their texts.
pub(super) struct Templates {
    tera: Tera,
    lang: String,
    labels: BTreeMap<String, String>,
}

impl Templates {
    pub(super) fn new(messages: &Messages) -> Self {
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html"]);
        if let Err(broken) = tera.add_raw_templates(TEMPLATES) {
            // They are part of the program and a test renders each of them.
            unreachable!("the templates of the forms cannot be read: {broken}");
        }
        let mut labels = BTreeMap::new();
        for name in LABEL_NAMES {
            let label = messages.message(&format!("form-{name}"), &[]);
            labels.insert(name.replace('-', "_"), label);
        }
        Self {
            tera,
            lang: messages.language_code().to_owned(),
            labels,
        }
    }

    /// A form with its secret, the hash of its file and the address of the page as it would be.
    pub(super) fn render_form(
        &self,
        page: &FormView,
        token: &str,
        hash: &str,
        preview: Option<&str>,
    ) -> Result<String, tera::Error> {
        let mut context = Context::new();
        context.insert("page", page);
        context.insert("token", token);
        context.insert("hash", hash);
        context.insert("preview", &preview);
        self.render_template("form.html", context)
    }

    /// The list of what can be written.
    pub(super) fn render_overview(&self, view: &Overview) -> Result<String, tera::Error> {
        let mut context = Context::new();
        context.insert("page", view);
        self.render_template("overview.html", context)
    }

    /// A page of a few words.
    pub(super) fn render_notice(&self, text: &str) -> Result<String, tera::Error> {
        let mut context = Context::new();
        context.insert("lines", &text.lines().collect::<Vec<_>>());
        self.render_template("plain.html", context)
    }

    fn render_template(&self, name: &str, mut context: Context) -> Result<String, tera::Error> {
        context.insert("t", &self.labels);
        context.insert("lang", &self.lang);
        self.tera.render(name, &context)
    }
}
