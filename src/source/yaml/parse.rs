//! Builds the tree of a YAML text from the parser's events, and reports what YAML would lose or
//! change in silence: anchors, tags, merge keys, second documents, duplicate keys, comments in
//! place of values.

use super::node::{MapEntry, Node, NodeKind, Scalar};
use crate::diag::{Code, Diagnostic, FileId, Span};
use granit_parser::{Event, Parser, Placement, ScalarStyle, ScanError};
use std::{borrow::Cow, collections::HashMap, ops::Range};

/// The deepest a file may nest.
const MAX_DEPTH: usize = 16;
/// The most entries of one list or map.
const MAX_ENTRIES: usize = 10_000;

/// A parsed text.
#[derive(Default)]
pub(crate) struct ParseResult<'a> {
    /// The first document; `None` if the file is empty or cannot be parsed to its end.
    pub(crate) root: Option<Node<'a>>,
    /// What was reported and is no longer in the tree.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The error at which the parser gave up.
    pub(crate) scan_error: Option<ScanError>,
    /// Whether a comment follows a plain scalar somewhere, or one starts with a curly quotation
    /// mark: only with its field is it known whether that spoils a text, so such a tree is
    /// validated even if it deserializes.
    pub(crate) is_ambiguous: bool,
}

/// A list or map that is still open.
enum Container<'a> {
    List(Span, Vec<Node<'a>>),
    Map(Span, Vec<MapEntry<'a>>, Option<(Cow<'a, str>, Span)>),
}

impl Container<'_> {
    /// The span of its start, and how many entries it has so far.
    fn start_and_len(&self) -> (Span, usize) {
        match self {
            Self::List(start, items) => (*start, items.len()),
            Self::Map(start, entries, _) => (*start, entries.len()),
        }
    }
}

struct TreeBuilder<'a> {
    text: &'a str,
    file: FileId,
    stack: Vec<Container<'a>>,
    documents: usize,
    result: ParseResult<'a>,
}

/// The tree of a text. Returns `None` if anything is wrong with its YAML.
pub fn parse_strict(text: &str) -> Option<Node<'_>> {
    let tree = parse_tree(text, FileId(0));
    tree.root
        .filter(|_| tree.diagnostics.is_empty() && tree.scan_error.is_none())
}

/// Parses one file's text.
pub(crate) fn parse_tree(text: &str, file: FileId) -> ParseResult<'_> {
    let mut builder = TreeBuilder {
        text,
        file,
        stack: Vec::new(),
        documents: 0,
        result: ParseResult::default(),
    };
    let options = granit_parser::options! { emit_unresolved_aliases: true };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                let tag = span.tag_span().and_then(|s| s.byte_range());
                let range = span.byte_range().unwrap_or_default();
                if !builder.handle_event(event, range, tag) {
                    break;
                }
            }
            Err(error) => {
                // Half a tree would make everything after the error look missing.
                builder.result.scan_error = Some(error);
                builder.result.root = None;
                break;
            }
        }
    }
    builder.result
}

impl<'a> TreeBuilder<'a> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn report(&mut self, code: Code, range: Range<usize>) {
        let span = self.span(range);
        self.result.diagnostics.push(Diagnostic::new(code, span));
    }

    /// Adds one event to the tree. Returns `false` if what follows is of no use.
    fn handle_event(
        &mut self,
        event: Event<'a>,
        range: Range<usize>,
        tag: Option<Range<usize>>,
    ) -> bool {
        if let Some(tag) = tag {
            self.report(Code::Tag, tag);
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.report(Code::MultipleDocuments, range);
                    return false;
                }
            }
            Event::Scalar(text, style, anchor, _) => self.push_scalar(text, style, anchor, range),
            Event::SequenceStart(_, anchor, _) => {
                self.report_anchor(anchor, &range);
                self.stack
                    .push(Container::List(self.span(range), Vec::new()));
            }
            Event::MappingStart(_, anchor, _) => {
                self.report_anchor(anchor, &range);
                self.stack
                    .push(Container::Map(self.span(range), Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close_container(&range),
            // Never followed: what an alias stands for may be of any size.
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.report(Code::Anchor, range.clone());
                self.insert_node(self.span(range), NodeKind::Null);
            }
            Event::Comment(_, Placement::Right) => self.attach_comment(range),
            _ => {}
        }
        let Some((start, count)) = self.stack.last().map(Container::start_and_len) else {
            return true;
        };
        // Limits against hostile files; no record comes near them.
        if self.stack.len() > MAX_DEPTH {
            self.report(Code::NestedTooDeep, start.range());
            return false;
        }
        if count > MAX_ENTRIES {
            self.result.diagnostics.push(
                Diagnostic::new(Code::TooManyEntries, start).arg("limit", MAX_ENTRIES.to_string()),
            );
            return false;
        }
        true
    }

    fn push_scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarStyle,
        anchor: usize,
        range: Range<usize>,
    ) {
        self.report_anchor(anchor, &range);
        let plain = style == ScalarStyle::Plain;
        // With such a quotation mark, a text was perhaps meant to be quoted.
        self.result.is_ambiguous |= plain && text.starts_with(['“', '„', '‘']);
        // The core schema of YAML 1.2: in quotes, these are texts.
        let is_null = plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        let kind = if is_null {
            NodeKind::Null
        } else {
            NodeKind::Scalar(Scalar {
                text,
                plain,
                trailing_comment: None,
            })
        };
        self.insert_node(self.span(range), kind);
    }

    /// Reports an anchor. The parser gives no span for it; it is right before what it names.
    fn report_anchor(&mut self, anchor: usize, range: &Range<usize>) {
        if anchor != 0 {
            let at = self.text[..range.start].rfind('&').unwrap_or(range.start);
            let length = self.text[at..].find(char::is_whitespace).unwrap_or(1);
            self.report(Code::Anchor, at..at + length);
        }
    }

    /// Closes the innermost list or map. One without brackets ends with its last value, not with
    /// the blank lines after it.
    fn close_container(&mut self, range: &Range<usize>) {
        let (start, last, kind) = match self.stack.pop() {
            Some(Container::List(start, items)) => {
                let last = items.last().map(|item| item.span.end);
                (start, last, NodeKind::List(items))
            }
            Some(Container::Map(start, entries, _)) => {
                let last = entries.last();
                let last = last.map(|e| e.value.span.end.max(e.key_span.end));
                (start, last, NodeKind::Map(self.drop_duplicates(entries)))
            }
            None => return,
        };
        // Only a closing bracket has a width: the event that ends a block is empty, and comes late.
        let bracket = u32::try_from(range.end).ok().filter(|_| !range.is_empty());
        let end = bracket.or(last).unwrap_or(start.end).max(start.start);
        self.insert_node(Span { end, ..start }, kind);
    }

    /// Adds a finished value to the innermost list or map, where a map's values come after their
    /// keys.
    fn insert_node(&mut self, span: Span, kind: NodeKind<'a>) {
        let node = Node { span, kind };
        match self.stack.last_mut() {
            None => self.result.root = Some(node),
            Some(Container::List(_, items)) => items.push(node),
            Some(Container::Map(_, entries, key)) => {
                if let Some((key, key_span)) = key.take() {
                    entries.push(MapEntry {
                        key,
                        key_span,
                        value: node,
                    });
                    return;
                }
                let (text, code) = match node.kind {
                    NodeKind::Scalar(scalar) => {
                        let is_merge_key = scalar.plain && scalar.text == "<<";
                        (scalar.text, is_merge_key.then_some(Code::MergeKey))
                    }
                    // A list or map as a key: no field has such a name, and the tree goes on with
                    // an empty one.
                    _ => (Cow::Borrowed(""), Some(Code::BadYaml)),
                };
                *key = Some((text, node.span));
                if let Some(code) = code {
                    self.report(code, node.span.range());
                }
            }
        }
    }

    /// Whether a comment such as `#3` is where the value of the last key should be.
    fn replaces_value(&self, comment: Span) -> bool {
        let Some(Container::Map(_, entries, None)) = self.stack.last() else {
            return false;
        };
        let Some(last) = entries.last().filter(|last| last.has_no_value()) else {
            return false;
        };
        let between = self
            .text
            .get(last.key_span.range().end..comment.range().start);
        let first = self.text[comment.range()].chars().nth(1);
        // `# nanti` with a space is a remark; `#3` may be meant as a value.
        first.is_some_and(char::is_alphanumeric) && between.is_some_and(|text| !text.contains('\n'))
    }

    /// Drops and reports entries whose key was there before; the first one stays. Merge keys go,
    /// too: they were reported.
    fn drop_duplicates(&mut self, entries: Vec<MapEntry<'a>>) -> Vec<MapEntry<'a>> {
        let mut first: HashMap<Cow<'a, str>, Span> = HashMap::with_capacity(entries.len());
        let mut unique = Vec::with_capacity(entries.len());
        for entry in entries {
            if let Some(&span) = first.get(&entry.key) {
                self.result.diagnostics.push(
                    Diagnostic::new(Code::DuplicateKey, entry.key_span)
                        .arg("key", &*entry.key)
                        .secondary("first-here", span),
                );
            } else if entry.key != "<<" {
                first.insert(entry.key.clone(), entry.key_span);
                unique.push(entry);
            }
        }
        unique
    }

    /// Attaches a comment to the plain scalar before it on the line, whose text it may have cut
    /// off.
    fn attach_comment(&mut self, range: Range<usize>) {
        let comment = self.span(range);
        if self.replaces_value(comment) {
            self.result
                .diagnostics
                .push(Diagnostic::new(Code::TruncatedByComment, comment).arg("kept", ""));
            return;
        }
        // With a key whose value is still to come, the comment is behind the key and cuts nothing
        // off.
        let last = match self.stack.last_mut() {
            Some(Container::List(_, items)) => items.last_mut(),
            Some(Container::Map(_, entries, None)) => entries.last_mut().map(|e| &mut e.value),
            _ => None,
        };
        if let Some(Node {
            span,
            kind: NodeKind::Scalar(scalar),
        }) = last
            && scalar.plain
            && span.end <= comment.start
        {
            scalar.trailing_comment = Some(comment);
            self.result.is_ambiguous = true;
        }
    }
}
