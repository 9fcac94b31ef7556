//! A Rust file as tokens: identifiers and punctuation, without comments, literals and unit tests.
//! Enough to find what a file defines and names, without a parser.

/// The tokens of a file. `::` is one token, a literal is `""`, a lifetime is left out.
pub fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        at = match chars[at] {
            '/' if next == '/' => skip_until(&chars, at, |c| c == '\n'),
            '/' if next == '*' => skip_block_comment(&chars, at),
            'r' if is_raw_string(&chars, at) => {
                found.push("\"\"".to_owned());
                skip_raw_string(&chars, at)
            }
            '"' => {
                found.push("\"\"".to_owned());
                skip_quoted(&chars, at, '"')
            }
            // A character literal closes soon; a lifetime does not.
            '\'' if next == '\\' || chars.get(at + 2) == Some(&'\'') => {
                found.push("\"\"".to_owned());
                skip_quoted(&chars, at, '\'')
            }
            '\'' => skip_until(&chars, at + 1, |c| !is_word(c)),
            ':' if next == ':' => {
                found.push("::".to_owned());
                at + 2
            }
            c if is_word(c) => {
                let end = skip_until(&chars, at, |c| !is_word(c));
                found.push(chars[at..end].iter().collect());
                end
            }
            c => {
                if !c.is_whitespace() {
                    found.push(c.to_string());
                }
                at + 1
            }
        };
    }
    without_unit_tests(&found)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn skip_until(chars: &[char], from: usize, is_end: impl Fn(char) -> bool) -> usize {
    let length = chars[from..].iter().position(|c| is_end(*c));
    length.map_or(chars.len(), |length| from + length)
}

fn skip_block_comment(chars: &[char], from: usize) -> usize {
    let mut depth = 0;
    let mut at = from;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 1),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 1),
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at
}

fn skip_quoted(chars: &[char], from: usize, quote: char) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn is_raw_string(chars: &[char], at: usize) -> bool {
    let opens = chars[at + 1..].iter().find(|c| **c != '#') == Some(&'"');
    opens && (at == 0 || !is_word(chars[at - 1]) || chars[at - 1] == 'b')
}

fn skip_raw_string(chars: &[char], from: usize) -> usize {
    let hashes = chars[from + 1..].iter().take_while(|c| **c == '#').count();
    let mut at = from + hashes + 2;
    while at < chars.len() {
        let closes = chars[at] == '"' && (1..=hashes).all(|n| chars.get(at + n) == Some(&'#'));
        at += 1;
        if closes {
            return at + hashes;
        }
    }
    at
}

/// Takes out every item under `#[cfg(test)]`.
fn without_unit_tests(all: &[String]) -> Vec<String> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let is_marked = all[at..].iter().take(MARK.len()).eq(MARK);
        if !is_marked {
            kept.push(all[at].clone());
            at += 1;
            continue;
        }
        at += MARK.len();
        // The item ends with its first `;` outside braces, or the brace that closes it.
        let mut depth = 0;
        while at < all.len() {
            match &*all[at] {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            at += 1;
            if depth == 0 && matches!(&*all[at - 1], ";" | "}") {
                break;
            }
        }
    }
    kept
}
