//! Commitments: what was promised in a response, by when, on what condition. What became of it is
//! [`super::Progress`].

use super::{Deadline, Key, RecordTexts, Reference, SingleLine, Spanned, Text, Withdrawn};
use schemars::JsonSchema;
use serde::Deserialize;

/// A commitment. What became of it is never written here: it follows from the follow-ups.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its key; the address is /STOP/ASPIRATION/#KEY.
    pub id: Spanned<Key>,
    /// The promise, in one sentence.
    #[schemars(extend("multiline" = true, "prose" = true))]
    pub text: Text,
    /// The deadline; absent if none was given.
    pub due: Option<Spanned<Deadline>>,
    /// The budget on which it depends.
    pub budget: Option<Text>,
    /// The conditions on which it depends.
    #[serde(default)]
    #[schemars(extend("prose" = true))]
    pub conditions: Vec<Text>,
    /// Its numbers in official systems.
    #[schemars(extend("rare" = true))]
    pub refs: Option<Box<Refs>>,
    /// It no longer stands: since when, and why. Its address stays and says so.
    #[schemars(extend("rare" = true))]
    pub withdrawn: Option<Withdrawn>,
    /// The references under which it was published before; they lead here.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub formerly: Vec<Spanned<Reference>>,
}

/// The numbers under which official systems know the matter; also of a follow-up.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refs {
    /// The report's number at SP4N-LAPOR!.
    #[schemars(extend("own_label" = true))]
    pub lapor: Option<SingleLine>,
    /// The code of the budget's sub-activity.
    #[schemars(extend("own_label" = true))]
    pub sub_kegiatan: Option<SingleLine>,
    /// The package's code in the general procurement plan.
    #[schemars(extend("own_label" = true))]
    pub rup: Option<SingleLine>,
    /// The number of a decree.
    #[schemars(extend("own_label" = true))]
    pub sk: Option<SingleLine>,
}

impl Refs {
    /// The numbers that are given, each after the key of its system; a system's label is the message
    /// `Refs-KEY.label`.
    pub fn numbers(refs: Option<&Self>) -> Vec<(&'static str, &SingleLine)> {
        let Some(Self {
            lapor,
            sub_kegiatan,
            rup,
            sk,
        }) = refs
        else {
            return Vec::new();
        };
        let all = [
            ("lapor", lapor),
            ("sub_kegiatan", sub_kegiatan),
            ("rup", rup),
            ("sk", sk),
        ];
        all.into_iter()
            .filter_map(|(system, number)| Some((system, number.as_ref()?)))
            .collect()
    }
}

impl Commitment {
    /// What it says in words, for rules that look at all texts. A new field with words belongs here too.
    pub fn texts(&self) -> RecordTexts<'_> {
        let mut texts = RecordTexts::default();
        texts.multilingual.push(&self.text);
        texts.multilingual.extend(&self.budget);
        texts.multilingual.extend(&self.conditions);
        if let Some(due) = &self.due {
            texts.multilingual.extend(&due.wording);
        }
        for (_, number) in Refs::numbers(self.refs.as_deref()) {
            texts.lines.push(number);
        }
        texts
    }
}
