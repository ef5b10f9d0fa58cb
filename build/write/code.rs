//! Writes packed values as Rust statics. Knows no type of the catalogue.

use std::fmt::{Display, Write};

/// A value that can be written as a Rust expression.
pub trait ToCode {
    /// Appends the expression.
    fn to_code(&self, code: &mut String);
}

/// Appends a text that formats itself.
fn add(code: &mut String, text: impl Display) {
    write!(code, "{text}").expect("writing to a string cannot fail");
}

/// Implements `ToCode` for types whose `Debug` form is a Rust expression.
macro_rules! literal {
    ($($type:ty),+) => {
        $(impl ToCode for $type {
            fn to_code(&self, code: &mut String) {
                add(code, format_args!("{self:?}"));
            }
        })+
    };
}

literal!(str, String, u64, usize);

/// Bytes, as a byte string: shorter for the compiler than an array of numbers.
pub struct Bytes<'a>(pub &'a [u8]);

impl ToCode for Bytes<'_> {
    fn to_code(&self, code: &mut String) {
        code.push_str("b\"");
        for byte in self.0 {
            add(code, format_args!("\\x{byte:02x}"));
        }
        code.push('"');
    }
}

/// Appends a static with one value.
pub fn item(code: &mut String, name: &str, of: &str, value: &(impl ToCode + ?Sized)) {
    add(code, format_args!("pub(super) static {name}: {of} = "));
    value.to_code(code);
    code.push_str(";\n");
}
