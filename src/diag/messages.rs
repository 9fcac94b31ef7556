//! Messages in two languages, from Fluent files: the one place that a translator opens.
//!
//! Diagnostics, the command line's help, the descriptions in JSON Schemas and (through `theme`) the
//! site's own texts are all messages. Which one is shown is decided elsewhere; this looks it up and
//! fills in the arguments.

use super::invisible::{escape_invisible, escape_invisible_line};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::{LanguageIdentifier, langid};

/// The languages of messages and of the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Indonesian.
    #[default]
    Indonesian,
    /// English.
    English,
}

impl Language {
    /// `id` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// Parses `id` or `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "id" => Some(Self::Indonesian),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// Arguments of a message by name.
pub type MessageArgs = [(&'static str, String)];

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages")
            .field("locales", &self.bundle.locales)
            .finish()
    }
}

const INDONESIAN_FTL: [&str; 4] = [
    include_str!("i18n/id/faults.ftl"),
    include_str!("i18n/id/fields.ftl"),
    include_str!("i18n/id/columns.ftl"),
    include_str!("i18n/id/commands.ftl"),
];
const ENGLISH_FTL: [&str; 4] = [
    include_str!("i18n/en/faults.ftl"),
    include_str!("i18n/en/fields.ftl"),
    include_str!("i18n/en/columns.ftl"),
    include_str!("i18n/en/commands.ftl"),
];

impl Messages {
    /// The program's own messages: diagnostics, descriptions of fields, columns, help.
    pub fn built_in(language: Language) -> Self {
        let sources = match language {
            Language::Indonesian => INDONESIAN_FTL,
            Language::English => ENGLISH_FTL,
        };
        Self::new(language.code(), sources.map(str::to_owned)).unwrap_or_else(|broken| {
            // The four files are part of the program and a test reads each of them.
            unreachable!("the program's own messages cannot be read: {broken:?}")
        })
    }

    /// Parses Fluent sources; of two messages with one key the later wins.
    ///
    /// # Errors
    /// Each broken source by its position in the list, with the byte at which it breaks.
    pub fn new(
        code: &str,
        sources: impl IntoIterator<Item = String>,
    ) -> Result<Self, Vec<(usize, usize)>> {
        let locale: LanguageIdentifier = code.parse().unwrap_or(langid!("id"));
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolating marks around arguments would be invisible characters in a terminal.
        bundle.set_use_isolating(false);
        let mut broken = Vec::new();
        for (n, source) in sources.into_iter().enumerate() {
            match FluentResource::try_new(source) {
                Ok(resource) => bundle.add_resource_overriding(resource),
                Err((_, errors)) => {
                    broken.extend(errors.iter().map(|error| (n, error.pos.start)));
                }
            }
        }
        if broken.is_empty() {
            Ok(Self { bundle })
        } else {
            Err(broken)
        }
    }

    /// The code of the language.
    pub fn language_code(&self) -> &str {
        self.bundle
            .locales
            .first()
            .map_or("id", |locale| locale.language.as_str())
    }

    /// The message of a key, or `key.attribute`, with its arguments. Returns `None` if there is
    /// none.
    pub fn format<'a>(
        &self,
        key: &str,
        args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> Option<String> {
        let (key, attribute) = match key.split_once('.') {
            Some((key, attribute)) => (key, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args.into_iter().collect();
        // A missing argument stays visible as `{$name}`: better than no message at all.
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new());
        Some(text.into_owned())
    }

    /// The message of a key, if it takes no arguments.
    pub fn static_message(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        // Each argument that is missing is an error.
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// The message of a key with textual arguments; the key itself if there is none, which a test
    /// would find.
    pub fn message(&self, key: &str, args: &MessageArgs) -> String {
        self.try_message(key, args)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The message of a key with textual arguments. Returns `None` if there is none.
    pub fn try_message(&self, key: &str, args: &MessageArgs) -> Option<String> {
        let args = args.iter();
        self.format(
            key,
            args.map(|(name, value)| (*name, fluent_value(name, value))),
        )
    }
}

/// An argument as Fluent takes it. What reads as a whole number is one, so that Fluent can choose
/// the plural; `007` stays as it was written. Fluent cannot ask whether a text is empty, so that an
/// empty `near` or `kept` becomes `none`.
fn fluent_value(name: &str, value: &str) -> FluentValue<'static> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => number.into(),
        _ if matches!(name, "near" | "kept") && value.is_empty() => "none".into(),
        // These are parts of a line: nothing in them may begin another one.
        _ if matches!(name, "found" | "near" | "path") => {
            escape_invisible_line(value).into_owned().into()
        }
        _ => escape_invisible(value).into_owned().into(),
    }
}
