//! The files of src/ as a tree of modules: what each defines, and which others it uses.
//!
//! An arrow leads from a file to the file that *defines* what it names:
//!
//! * `crate::diag::Code`, `super::X`, `child::X` and `module::X` after `use crate::module` all count,
//!   in `use` items and anywhere in the code.
//! * A name that a mod.rs only passes on (`pub use`, or a `use` that its children profit from) is
//!   followed to where it is defined. So a mod.rs that declares and re-exports its children is in no
//!   cycle with them.
//! * What a mod.rs defines itself counts as any other file's: if a child uses a constant of its
//!   mod.rs, and the mod.rs calls the child, that is a cycle.
//! * Methods have no path and give no arrow; that a type has all of them in its own room is a test
//!   of its own.

use super::tokens::tokens;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walkdir::WalkDir;

/// A path of names: `["crate", "diag", "Code"]`.
type Names = Vec<String>;

/// What a `use` brings into a file.
struct Import {
    /// By which name; `*` for everything.
    local: String,
    path: Names,
    is_public: bool,
}

pub struct Source {
    /// Below src/, with `/`.
    pub path: String,
    pub text: String,
    /// The module that it is: empty for lib.rs and main.rs.
    module: Names,
    tokens: Vec<String>,
    imports: Vec<Import>,
    /// Names of functions, types, constants and modules at the top level, with their keyword.
    pub items: Vec<(String, String)>,
}

pub struct Sources {
    pub files: Vec<Source>,
    /// Index of the file of each module.
    modules: BTreeMap<Names, usize>,
}

/// What a path leads to.
enum Target {
    Module(Names),
    /// Something that a file defines.
    Item(usize),
}

impl Sources {
    /// Reads src/.
    pub fn read() -> Self {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut texts = Vec::new();
        for entry in WalkDir::new(&src).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.path().extension().is_some_and(|end| end == "rs") {
                let path = entry.path().strip_prefix(&src).unwrap().to_str().unwrap();
                let text = std::fs::read_to_string(entry.path()).unwrap();
                texts.push((path.replace('\\', "/"), text));
            }
        }
        Self::new(texts)
    }

    /// Takes paths and texts.
    pub fn new(texts: Vec<(String, String)>) -> Self {
        let files: Vec<Source> = texts
            .into_iter()
            .map(|(path, text)| Source::new(path, text))
            .collect();
        let modules = files
            .iter()
            .enumerate()
            .filter(|(_, file)| file.path != "main.rs")
            .map(|(n, file)| (file.module.clone(), n))
            .collect();
        Self { files, modules }
    }

    /// Every arrow, by indices of files.
    pub fn arrows(&self) -> BTreeSet<(usize, usize)> {
        let mut arrows = BTreeSet::new();
        for (n, file) in self.files.iter().enumerate() {
            let imported = file.imports.iter().filter(|import| !import.is_public);
            let named = imported.map(|import| &import.path);
            for path in named.chain(&file.inline_paths()) {
                if let Some(Target::Item(other)) = self.resolve(n, path, 0)
                    && other != n
                {
                    arrows.insert((n, other));
                }
            }
        }
        arrows
    }

    /// Where a path leads that stands in a file; `None` if out of the crate.
    fn resolve(&self, file: usize, path: &[String], depth: usize) -> Option<Target> {
        assert!(
            depth < 20,
            "imports go round: {path:?} in {}",
            self.files[file].path
        );
        let mut module = self.files[file].module.clone();
        let mut rest = path;
        match &*path[0] {
            "crate" | "jhur" => (module, rest) = (Vec::new(), &path[1..]),
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    module.pop();
                    rest = &rest[1..];
                }
            }
            first => {
                // A child, or something imported; all else is of another crate or of the language.
                let mut child = module.clone();
                child.push(first.to_owned());
                if !self.modules.contains_key(&child) {
                    let source = &self.files[file];
                    let import = source.imports.iter().find(|i| i.local == first)?;
                    if import.path[0] == first {
                        return None;
                    }
                    let Target::Module(found) = self.resolve(file, &import.path, depth + 1)? else {
                        return None;
                    };
                    (module, rest) = (found, &path[1..]);
                }
            }
        }
        self.walk(module, rest, depth)
    }

    fn walk(&self, mut module: Names, path: &[String], depth: usize) -> Option<Target> {
        for (n, name) in path.iter().enumerate() {
            let mut child = module.clone();
            child.push(name.clone());
            if self.modules.contains_key(&child) {
                module = child;
                continue;
            }
            let owner = *self.modules.get(&module)?;
            let file = &self.files[owner];
            let import = file.imports.iter().find(|i| i.local == *name);
            if let Some(import) = import {
                return match self.resolve(owner, &import.path, depth + 1)? {
                    Target::Module(module) => self.walk(module, &path[n + 1..], depth + 1),
                    item @ Target::Item(_) => Some(item),
                };
            }
            return Some(Target::Item(owner));
        }
        Some(Target::Module(module))
    }

    /// The files that use each other in a circle: strongly connected components of two or more.
    pub fn cycles(&self) -> Vec<BTreeSet<String>> {
        let mut search = Tarjan::new(self.files.len(), &self.arrows());
        for n in 0..self.files.len() {
            search.visit(n);
        }
        let groups = search.groups.into_iter().filter(|group| group.len() > 1);
        groups
            .map(|group| group.iter().map(|n| self.files[*n].path.clone()).collect())
            .collect()
    }

    /// Types whose methods are in another room (top-level module) than the type, with the file.
    pub fn methods_elsewhere(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (n, file) in self.files.iter().enumerate() {
            for path in file.inherent_impls() {
                let owner = if file.items.iter().any(|(_, name)| *name == path[0]) {
                    Some(Target::Item(n))
                } else {
                    let mut imports = file.imports.iter();
                    let import = imports.find(|import| import.local == path[0]);
                    import.and_then(|import| self.resolve(n, &import.path, 0))
                };
                if let Some(Target::Item(owner)) = owner
                    && self.files[owner].room() != file.room()
                {
                    found.push(format!("{}: {}", file.path, path.join("::")));
                }
            }
        }
        found
    }
}

impl Source {
    fn new(path: String, text: String) -> Self {
        let mut module: Names = path
            .trim_end_matches(".rs")
            .split('/')
            .map(str::to_owned)
            .collect();
        if matches!(
            module.last().map(String::as_str),
            Some("mod" | "lib" | "main")
        ) {
            module.pop();
        }
        let tokens = tokens(&text);
        let (imports, items) = (imports(&tokens), items(&tokens));
        Self {
            path,
            text,
            module,
            tokens,
            imports,
            items,
        }
    }

    /// The top-level module: `diag`; `lib` for lib.rs, `main` for main.rs.
    pub fn room(&self) -> &str {
        let root = self.path.trim_end_matches(".rs");
        self.module.first().map_or(root, String::as_str)
    }

    /// Every path of two or more names outside `use` items.
    fn inline_paths(&self) -> Vec<Names> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            if self.tokens[at] == "use" {
                at += self.tokens[at..].iter().position(|t| t == ";").unwrap_or(1);
            }
            let mut path = Names::new();
            let starts = at == 0 || !matches!(&*self.tokens[at - 1], "::" | ".");
            while starts && self.tokens.get(at).is_some_and(|t| is_name(t)) {
                path.push(self.tokens[at].clone());
                if self.tokens.get(at + 1).is_none_or(|t| t != "::") {
                    break;
                }
                at += 2;
            }
            if path.len() > 1 {
                found.push(path);
            }
            at += 1;
        }
        found
    }

    /// The types of `impl Type { … }`.
    fn inherent_impls(&self) -> Vec<Names> {
        let mut found = Vec::new();
        for (n, _) in self.tokens.iter().enumerate().filter(|(_, t)| *t == "impl") {
            let head: Vec<&str> = self.tokens[n + 1..]
                .iter()
                .map(String::as_str)
                .take_while(|t| !matches!(*t, "{" | ";" | ")" | ","))
                .collect();
            let starts = n == 0 || matches!(&*self.tokens[n - 1], "}" | ";" | "]");
            if !starts || head.contains(&"for") {
                continue;
            }
            // `impl<'a, T> Type<'a, T>`: the type follows the parameters.
            let mut depth = 0;
            let name = head.iter().find(|token| {
                match **token {
                    "<" => depth += 1,
                    ">" => depth -= 1,
                    _ => {}
                }
                depth == 0 && is_name(token)
            });
            found.extend(name.map(|name| vec![(*name).to_owned()]));
        }
        found
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The `use` items of a file.
fn imports(tokens: &[String]) -> Vec<Import> {
    let mut found = Vec::new();
    for (n, _) in tokens.iter().enumerate().filter(|(_, t)| *t == "use") {
        let is_public = n > 0 && (tokens[n - 1] == "pub" || is_restricted_pub(&tokens[..n]));
        let mut at = n + 1;
        collect_tree(tokens, &mut at, &[], is_public, &mut found);
    }
    found
}

/// Whether tokens end with `pub(…)`.
fn is_restricted_pub(before: &[String]) -> bool {
    let open = before.iter().rposition(|t| t == "(");
    before.last().is_some_and(|t| t == ")")
        && open.is_some_and(|open| open > 0 && before[open - 1] == "pub")
}

/// Reads one branch of a `use` tree and stops behind it.
fn collect_tree(
    tokens: &[String],
    at: &mut usize,
    prefix: &[String],
    is_public: bool,
    found: &mut Vec<Import>,
) {
    let mut path = prefix.to_vec();
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match &**token {
            "::" => {}
            "{" => {
                while tokens.get(*at).is_some_and(|t| t != "}") {
                    collect_tree(tokens, at, &path, is_public, found);
                    if tokens.get(*at).is_some_and(|t| t == ",") {
                        *at += 1;
                    }
                }
                *at += 1;
                return;
            }
            "as" => {
                let local = tokens[*at].clone();
                *at += 1;
                found.push(Import {
                    local,
                    path,
                    is_public,
                });
                return;
            }
            name if is_name(name) || name == "*" => {
                path.push(name.to_owned());
                if !matches!(tokens.get(*at).map(String::as_str), Some("::" | "as")) {
                    // `module::{self}` brings the module.
                    if name == "self" && path.len() > 1 {
                        path.pop();
                    }
                    let local = path.last().cloned().unwrap_or_default();
                    found.push(Import {
                        local,
                        path,
                        is_public,
                    });
                    return;
                }
            }
            _ => return,
        }
    }
}

/// Keyword and name of what a file defines at its top level, and of the methods in its impls.
fn items(tokens: &[String]) -> Vec<(String, String)> {
    const KEYWORDS: [&str; 9] = [
        "fn", "struct", "enum", "trait", "type", "const", "static", "mod", "union",
    ];
    let mut found = Vec::new();
    let mut depth = 0;
    for (n, token) in tokens.iter().enumerate() {
        match &**token {
            "{" => depth += 1,
            "}" => depth -= 1,
            keyword if KEYWORDS.contains(&keyword) => {
                // A method is one level deeper; it is told apart by its keyword.
                let kind = if depth == 0 { keyword } else { "method" };
                let name = &tokens[n + 1];
                if is_name(name) && (depth == 0 || (depth == 1 && keyword == "fn")) && name != "fn"
                {
                    found.push((kind.to_owned(), name.clone()));
                }
            }
            _ => {}
        }
    }
    found
}

/// Tarjan's search for strongly connected components.
struct Tarjan {
    next: Vec<Vec<usize>>,
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    stack: Vec<usize>,
    count: usize,
    groups: Vec<Vec<usize>>,
}

impl Tarjan {
    fn new(size: usize, arrows: &BTreeSet<(usize, usize)>) -> Self {
        let mut next = vec![Vec::new(); size];
        for (from, to) in arrows {
            next[*from].push(*to);
        }
        Self {
            next,
            index: vec![None; size],
            low: vec![0; size],
            stack: Vec::new(),
            count: 0,
            groups: Vec::new(),
        }
    }

    fn visit(&mut self, n: usize) {
        if self.index[n].is_some() {
            return;
        }
        self.index[n] = Some(self.count);
        self.low[n] = self.count;
        self.count += 1;
        self.stack.push(n);
        for other in self.next[n].clone() {
            if self.index[other].is_none() {
                self.visit(other);
                self.low[n] = self.low[n].min(self.low[other]);
            } else if self.stack.contains(&other) {
                self.low[n] = self.low[n].min(self.index[other].unwrap());
            }
        }
        if self.index[n] == Some(self.low[n]) {
            let start = self.stack.iter().position(|m| *m == n).unwrap();
            self.groups.push(self.stack.split_off(start));
        }
    }
}
