//! Seals: the first 80 bits of a revision's digest, short enough to be printed on a notice and typed
//! from it.

use std::fmt;

/// The digits of base32 that are not mistaken for one another when read aloud or typed (Crockford):
/// without I, L, O and U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many digits a seal has: 80 bits.
const LENGTH: usize = 16;

/// The seal of a revision: `K7QM-2XDP-9F4T-HW6A`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seal(String);

impl Seal {
    /// The seal of a digest in hexadecimal digits.
    pub fn of_digest(digest: &str) -> Self {
        let mut bits = 0_u128;
        for digit in digest.chars().take(20) {
            bits = bits << 4 | u128::from(digit.to_digit(16).unwrap_or_default());
        }
        let mut seal = String::with_capacity(LENGTH);
        for n in (0..LENGTH).rev() {
            let at = (bits >> (5 * n) & 31) as usize;
            seal.push(char::from(DIGITS[at]));
        }
        Self(seal)
    }

    /// A seal as somebody typed it: with or without hyphens, in capitals or not, an O for a 0.
    /// Returns `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut seal = String::with_capacity(LENGTH);
        for letter in text.chars() {
            match letter.to_ascii_uppercase() {
                '-' | ' ' => {}
                'O' => seal.push('0'),
                'I' | 'L' => seal.push('1'),
                digit if digit.is_ascii() && DIGITS.contains(&(digit as u8)) => seal.push(digit),
                _ => return None,
            }
        }
        (seal.len() == LENGTH).then_some(Self(seal))
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, group) in self.0.as_bytes().chunks(4).enumerate() {
            let hyphen = if n > 0 { "-" } else { "" };
            write!(f, "{hyphen}{}", String::from_utf8_lossy(group))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_read_as_people_type_it() {
        let seal = Seal::of_digest(&("00443214c74254b635cf".to_owned() + &"f".repeat(44)));
        assert_eq!(seal.to_string(), "0123-4567-89AB-CDEF");
        for typed in [
            "0123456789abcdef",
            "oi23 4567-89AB CDEF",
            "0L23-4567-89ab-cdef",
        ] {
            assert_eq!(Seal::parse(typed).as_ref(), Some(&seal), "{typed}");
        }
        for other in [
            "0123-4567-89AB-CDE",
            "0123-4567-89AB-CDEFG",
            "U123-4567-89AB-CDEF",
            "",
        ] {
            assert_eq!(Seal::parse(other), None, "{other}");
        }
    }
}
