//! From YAML events to the tree; what YAML would lose or change in silence is a fault here.

use super::node::{Entry, Kind, Node, Scalar};
use crate::diag::{Code, Diagnostic, FileId, Span};
use granit_parser::{Event, Parser, Placement, ScalarStyle, ScanError};
use std::{borrow::Cow, collections::HashMap};

/// The deepest a file may nest.
const DEEPEST: usize = 16;
/// The most entries of one list or map.
const LONGEST: usize = 10_000;

/// What reading the events gave.
#[derive(Default)]
pub(crate) struct Tree<'a> {
    /// The first document; none if the file is empty or stops making sense before its end.
    pub(crate) root: Option<Node<'a>>,
    /// Faults of which the tree is rid already.
    pub(crate) faults: Vec<Diagnostic>,
    /// The fault at which the parser gave up.
    pub(crate) stopped: Option<ScanError>,
    /// A comment follows a plain scalar somewhere, or one starts with a quotation mark from Word: whether that spoils a
    /// text is known only with the field.
    pub(crate) is_doubtful: bool,
}

/// A list or map that is not closed yet.
enum Open<'a> {
    List(Span, Vec<Node<'a>>),
    Map(Span, Vec<Entry<'a>>, Option<(Cow<'a, str>, Span)>),
}

impl Open<'_> {
    /// Where it starts, and how many entries it has so far.
    fn size(&self) -> (Span, usize) {
        match self {
            Self::List(start, items) => (*start, items.len()),
            Self::Map(start, entries, _) => (*start, entries.len()),
        }
    }
}

struct Builder<'a> {
    text: &'a str,
    file: FileId,
    open: Vec<Open<'a>>,
    documents: usize,
    tree: Tree<'a>,
}

/// The tree of a text that is whole; none where something is wrong with its YAML.
pub fn whole(text: &str) -> Option<Node<'_>> {
    let tree = read(text, FileId(0));
    tree.root.filter(|_| tree.faults.is_empty() && tree.stopped.is_none())
}

/// Reads one file's text.
pub(crate) fn read(text: &str, file: FileId) -> Tree<'_> {
    let mut builder = Builder { text, file, open: Vec::new(), documents: 0, tree: Tree::default() };
    let options = granit_parser::options! { emit_unresolved_aliases: true };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                let tag = span.tag_span().and_then(|s| s.byte_range());
                let range = span.byte_range().unwrap_or_default();
                if !builder.take(event, range, tag) {
                    break;
                }
            }
            Err(fault) => {
                builder.tree.stopped = Some(fault);
                builder.tree.root = None;
                break;
            }
        }
    }
    builder.tree
}

impl<'a> Builder<'a> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn fault(&mut self, code: Code, range: std::ops::Range<usize>) {
        let span = self.span(range);
        self.tree.faults.push(Diagnostic::new(code, span));
    }

    /// Takes one event; false where nothing after it can be of use.
    fn take(&mut self, event: Event<'a>, range: std::ops::Range<usize>, tag: Option<std::ops::Range<usize>>) -> bool {
        if let Some(tag) = tag {
            self.fault(Code::Tag, tag);
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.fault(Code::SeveralDocuments, range);
                    return false;
                }
            }
            Event::Scalar(text, style, anchor, _) => self.scalar(text, style, anchor, range),
            Event::SequenceStart(_, anchor, _) => {
                self.start(Open::List(self.span(range.clone()), Vec::new()), anchor, range);
            }
            Event::MappingStart(_, anchor, _) => {
                self.start(Open::Map(self.span(range.clone()), Vec::new(), None), anchor, range);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&range),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.fault(Code::Anchor, range.clone());
                self.place(Node { span: self.span(range), kind: Kind::Null });
            }
            Event::Comment(_, Placement::Right) => self.comment(range),
            _ => {}
        }
        if self.open.len() > DEEPEST {
            let place = self.open.last().map_or(0..0, |o| match o {
                Open::List(span, _) | Open::Map(span, ..) => span.range(),
            });
            self.fault(Code::TooDeep, place);
            return false;
        }
        if let Some((start, count)) = self.open.last().map(Open::size)
            && count > LONGEST
        {
            self.tree.faults.push(Diagnostic::new(Code::TooMany, start).with("limit", LONGEST.to_string()));
            return false;
        }
        true
    }

    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, anchor: usize, range: std::ops::Range<usize>) {
        self.anchor(anchor, &range);
        let plain = style == ScalarStyle::Plain;
        self.tree.is_doubtful |= plain && text.starts_with(['“', '„', '‘']);
        let null = plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        let kind = if null { Kind::Null } else { Kind::Scalar(Scalar { text, plain, cut: None }) };
        self.place(Node { span: self.span(range), kind });
    }

    fn start(&mut self, open: Open<'a>, anchor: usize, range: std::ops::Range<usize>) {
        self.anchor(anchor, &range);
        self.open.push(open);
    }

    /// An anchor stands before what it names.
    fn anchor(&mut self, anchor: usize, range: &std::ops::Range<usize>) {
        if anchor != 0 {
            let at = self.text[..range.start].rfind('&').unwrap_or(range.start);
            let length = self.text[at..].find(char::is_whitespace).unwrap_or(1);
            self.fault(Code::Anchor, at..at + length);
        }
    }

    /// Closes the innermost list or map; a block ends with its last value, not with the blank lines after it.
    fn end(&mut self, range: &std::ops::Range<usize>) {
        let close = |start: Span, last: Option<u32>| {
            let closing = if range.is_empty() { None } else { u32::try_from(range.end).ok() };
            Span { end: closing.or(last).unwrap_or(start.end).max(start.start), ..start }
        };
        match self.open.pop() {
            Some(Open::List(start, items)) => {
                let span = close(start, items.last().map(|n| n.span.end));
                self.place(Node { span, kind: Kind::List(items) });
            }
            Some(Open::Map(start, entries, _)) => {
                let span = close(start, entries.last().map(|e| e.value.span.end.max(e.key_span.end)));
                let kind = Kind::Map(self.without_duplicates(entries));
                self.place(Node { span, kind });
            }
            None => {}
        }
    }

    /// Puts a finished value where it belongs.
    fn place(&mut self, node: Node<'a>) {
        match self.open.last_mut() {
            None => self.tree.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, key)) => match (key.take(), node.kind) {
                (Some((key, key_span)), kind) => {
                    entries.push(Entry { key, key_span, value: Node { span: node.span, kind } });
                }
                (None, Kind::Scalar(scalar)) => {
                    if scalar.plain && scalar.text == "<<" {
                        self.tree.faults.push(Diagnostic::new(Code::MergeKey, node.span));
                    }
                    *key = Some((scalar.text, node.span));
                }
                (None, _) => {
                    self.tree.faults.push(Diagnostic::new(Code::BadYaml, node.span));
                    *key = Some((Cow::Borrowed(""), node.span));
                }
            },
        }
    }

    /// Does a comment such as `#3` stand where the value of the last key should?
    fn is_whole_value(&self, comment: Span) -> bool {
        let Some(Open::Map(_, entries, None)) = self.open.last() else { return false };
        let Some(Entry { key_span, value: Node { kind: Kind::Null, .. }, .. }) = entries.last() else { return false };
        let between = self.text.get(key_span.range().end..comment.range().start);
        let is_word = self.text[comment.range()].chars().nth(1).is_some_and(char::is_alphanumeric);
        is_word && between.is_some_and(|between| !between.contains('\n'))
    }

    fn without_duplicates(&mut self, entries: Vec<Entry<'a>>) -> Vec<Entry<'a>> {
        let mut first: HashMap<Cow<'a, str>, Span> = HashMap::with_capacity(entries.len());
        let mut kept = Vec::with_capacity(entries.len());
        for entry in entries {
            if let Some(&span) = first.get(&entry.key) {
                let twice = Diagnostic::new(Code::DuplicateKey, entry.key_span).with("key", &*entry.key);
                self.tree.faults.push(twice.related("first-here", span));
            } else if entry.key != "<<" {
                first.insert(entry.key.clone(), entry.key_span);
                kept.push(entry);
            }
        }
        kept
    }

    /// Notes a comment on the plain scalar before it.
    fn comment(&mut self, range: std::ops::Range<usize>) {
        let comment = self.span(range);
        if self.is_whole_value(comment) {
            self.tree.faults.push(Diagnostic::new(Code::CutByHash, comment).with("kept", ""));
            return;
        }
        let last = match self.open.last_mut() {
            Some(Open::List(_, items)) => items.last_mut(),
            Some(Open::Map(_, entries, None)) => entries.last_mut().map(|e| &mut e.value),
            _ => None,
        };
        if let Some(Node { span, kind: Kind::Scalar(scalar) }) = last
            && scalar.plain
            && span.end <= comment.start
        {
            scalar.cut = Some(comment);
            self.tree.is_doubtful = true;
        }
    }
}
