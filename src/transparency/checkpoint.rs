//! A checkpoint: which log had how many entries, and the root of its tree (C2SP tlog-checkpoint).

use super::ed25519_key::SigningKey;
use super::signed_note::{
    NoteError, NoteSignature, SignedNote, VerifierKey, has_control_character,
};
use super::tree_hash::{Hash, TreeHead};
use std::fmt;

/// What a log says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    head: TreeHead,
    extensions: Vec<String>,
}

impl Checkpoint {
    /// The checkpoint of a log. Its origin should be its address without `https://` and without a
    /// slash at the end. Returns `None` if the origin is empty or contains newlines or other control
    /// characters.
    pub fn new(origin: &str, head: TreeHead) -> Option<Self> {
        let is_line = !origin.is_empty() && !origin.contains('\n');
        let origin = (is_line && !has_control_character(origin)).then(|| origin.to_owned())?;
        Some(Self {
            origin,
            head,
            extensions: Vec::new(),
        })
    }

    /// Reads the text of a checkpoint: origin, size, root, and further lines, which are kept.
    /// Returns `None` for anything else, also for a second way to write the same.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let origin = lines.next()?;
        let digits = lines.next()?;
        let size = digits
            .parse::<u64>()
            .ok()
            .filter(|size| size.to_string() == digits)?;
        let root = Hash::parse(lines.next()?)?;
        let mut checkpoint = Self::new(origin, TreeHead { size, root })?;
        for line in lines {
            let is_line = !line.is_empty() && !has_control_character(line);
            checkpoint
                .extensions
                .push(is_line.then(|| line.to_owned())?);
        }
        Some(checkpoint)
    }

    /// Which log it is of.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The log's size and root.
    pub fn head(&self) -> &TreeHead {
        &self.head
    }

    /// Further lines; what they mean is the log's own affair.
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }

    /// Signs it. The key's name is the origin, as it should be. Returns `None` if no key can have
    /// that name, as one with spaces or plus signs.
    ///
    /// A log must never sign two checkpoints of which the longer does not begin with the shorter:
    /// whoever calls this has compared it with the one before.
    pub fn sign(&self, key: &SigningKey) -> Option<SignedNote> {
        let mut note = SignedNote::new(self.to_string())?;
        note.add(NoteSignature::sign(&note, &self.origin, key)?);
        Some(note)
    }

    /// Reads a signed checkpoint.
    ///
    /// # Errors
    /// If it is no note, no checkpoint, of another log than `origin`, or not signed by the key.
    pub fn open(bytes: &[u8], origin: &str, key: &VerifierKey) -> Result<Self, NoteError> {
        let note = SignedNote::parse(bytes)?;
        note.verify(key)?;
        let checkpoint = Self::parse(note.text()).ok_or(NoteError::NotCheckpoint)?;
        if checkpoint.origin == origin {
            Ok(checkpoint)
        } else {
            Err(NoteError::OtherOrigin)
        }
    }
}

impl fmt::Display for Checkpoint {
    /// Its text, with the newline at its end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.head.size, self.head.root)?;
        self.extensions
            .iter()
            .try_for_each(|line| writeln!(f, "{line}"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::transparency::signed_note::SignatureType;

    const ROOT: &str = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    #[test]
    fn the_specification_s_example_is_read_and_written() {
        let text = format!("example.com/behind-the-sofa\n20852163\n{ROOT}\n");
        let checkpoint = Checkpoint::parse(&text).unwrap();
        assert_eq!(checkpoint.origin(), "example.com/behind-the-sofa");
        assert_eq!(checkpoint.head().size, 20_852_163);
        assert_eq!(checkpoint.head().root.to_string(), ROOT);
        assert_eq!(checkpoint.to_string(), text);
        let longer = format!("{text}one\ntwo \u{2014}\n");
        let checkpoint = Checkpoint::parse(&longer).unwrap();
        assert_eq!(checkpoint.extensions(), ["one", "two \u{2014}"]);
        assert_eq!(checkpoint.to_string(), longer);
    }

    #[test]
    fn other_texts_are_refused() {
        for wrong in [
            String::new(),
            "\n".to_owned(),
            format!("a\n1\n{ROOT}"),
            format!("\n1\n{ROOT}\n"),
            format!("a\n01\n{ROOT}\n"),
            format!("a\n+1\n{ROOT}\n"),
            format!("a\n-1\n{ROOT}\n"),
            format!("a\n 1\n{ROOT}\n"),
            format!("a\n1 \n{ROOT}\n"),
            format!("a\n\n{ROOT}\n"),
            format!("a\n18446744073709551616\n{ROOT}\n"),
            format!("a\n1\n{ROOT}\n\n"),
            format!("a\n1\n{ROOT}\n\nb\n"),
            format!("a\n1\n{ROOT} \n"),
            format!("a\r\n1\r\n{ROOT}\r\n"),
            format!("a\n1\n{ROOT}\nb\tc\n"),
            "a\n1\n\n".to_owned(),
            "a\n1\nAAAA\n".to_owned(),
            "a\n1\n".to_owned(),
        ] {
            assert_eq!(Checkpoint::parse(&wrong), None, "{wrong:?}");
        }
        let head = TreeHead {
            size: 0,
            root: Hash::of_nothing(),
        };
        for origin in ["", "a\nb", "a\tb"] {
            assert_eq!(Checkpoint::new(origin, head), None);
        }
        let spaces = Checkpoint::new("a b", head).unwrap();
        assert_eq!(
            Checkpoint::parse(&spaces.to_string()).as_ref(),
            Some(&spaces)
        );
        assert!(spaces.sign(&SigningKey::from_seed(&[1; 32])).is_none());
    }

    #[test]
    fn signed_checkpoints_are_opened_by_their_key_alone() {
        let secret = SigningKey::from_seed(&[1; 32]);
        let head = TreeHead {
            size: 3,
            root: Hash::of_leaf(b""),
        };
        let checkpoint = Checkpoint::new("example.com/log", head).unwrap();
        let signed = checkpoint.sign(&secret).unwrap().to_string();
        let key = |name, seed: u8, kind| {
            let public = SigningKey::from_seed(&[seed; 32]).public_key();
            VerifierKey::new(name, kind, public).unwrap()
        };
        let open = |bytes: &[u8], origin: &str, key| Checkpoint::open(bytes, origin, &key);
        let own = || key("example.com/log", 1, SignatureType::Ed25519);
        assert_eq!(
            open(signed.as_bytes(), "example.com/log", own()),
            Ok(checkpoint)
        );
        assert_eq!(
            open(signed.as_bytes(), "example.com/other", own()),
            Err(NoteError::OtherOrigin)
        );
        for other in [
            key("example.com/log", 2, SignatureType::Ed25519),
            key("example.com/other", 1, SignatureType::Ed25519),
            key("example.com/log", 1, SignatureType::Cosignature),
        ] {
            let opened = open(signed.as_bytes(), "example.com/log", other);
            assert_eq!(opened, Err(NoteError::Unsigned));
        }
        let changed = signed.replacen("\n3\n", "\n4\n", 1);
        let opened = open(changed.as_bytes(), "example.com/log", own());
        assert_eq!(opened, Err(NoteError::WrongSignature));
        let mut text = SignedNote::new("text\n".to_owned()).unwrap();
        text.add(NoteSignature::sign(&text, "example.com/log", &secret).unwrap());
        let opened = open(text.to_string().as_bytes(), "example.com/log", own());
        assert_eq!(opened, Err(NoteError::NotCheckpoint));
    }
}
