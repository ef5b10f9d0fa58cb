//! Writes values as Rust expressions. Knows no type of the catalogue.

use std::fmt::{Display, Write};

/// A value that can be written as a Rust expression.
pub trait ToCode {
    /// Appends the expression.
    fn to_code(&self, code: &mut String);
}

/// Appends a text that formats itself.
pub fn add(code: &mut String, text: impl Display) {
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

literal!(str, String, bool, f32, u16, usize);

impl<T: ToCode + ?Sized> ToCode for &T {
    fn to_code(&self, code: &mut String) {
        (**self).to_code(code);
    }
}

impl<T: ToCode> ToCode for Option<T> {
    fn to_code(&self, code: &mut String) {
        match self {
            None => code.push_str("None"),
            Some(value) => {
                code.push_str("Some(");
                value.to_code(code);
                code.push(')');
            }
        }
    }
}

impl<A: ToCode, B: ToCode> ToCode for (A, B) {
    fn to_code(&self, code: &mut String) {
        code.push('(');
        self.0.to_code(code);
        code.push_str(", ");
        self.1.to_code(code);
        code.push(')');
    }
}

/// A slice, as a reference to an array.
impl<T: ToCode> ToCode for [T] {
    fn to_code(&self, code: &mut String) {
        code.push_str("&[");
        for (at, value) in self.iter().enumerate() {
            code.push_str(if at == 0 { "" } else { ", " });
            value.to_code(code);
        }
        code.push(']');
    }
}

impl<T: ToCode> ToCode for Vec<T> {
    fn to_code(&self, code: &mut String) {
        self.as_slice().to_code(code);
    }
}

/// A position in a table, as the id type with this name.
pub struct Id(pub &'static str, pub usize);

impl ToCode for Id {
    fn to_code(&self, code: &mut String) {
        let Self(name, position) = self;
        add(code, format_args!("{name}({position})"));
    }
}

/// Positions in a table, as the id type with this name.
pub fn ids(name: &'static str, positions: &[usize]) -> Vec<Id> {
    positions.iter().map(|position| Id(name, *position)).collect()
}

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

/// Appends a struct expression.
macro_rules! record {
    ($code:expr, $name:ident { $($field:ident: $value:expr),+ $(,)? }) => {{
        let code: &mut String = $code;
        code.push_str(concat!(stringify!($name), " { "));
        $(
            code.push_str(concat!(stringify!($field), ": "));
            $crate::pipeline::write::code::ToCode::to_code(&$value, code);
            code.push_str(", ");
        )+
        code.push('}');
    }};
}

/// Implements `ToCode` for vocabularies, whose values are written as paths such as `Basis::Source`.
macro_rules! words {
    ($($name:ident),+ $(,)?) => {
        $(impl $crate::pipeline::write::code::ToCode for $name {
            fn to_code(&self, code: &mut String) {
                $crate::pipeline::write::code::add(
                    code,
                    format_args!(concat!(stringify!($name), "::{:?}"), self),
                );
            }
        })+
    };
}

pub(super) use {record, words};

/// Appends a static with one value.
pub fn item(code: &mut String, name: &str, of: &str, value: &(impl ToCode + ?Sized)) {
    add(code, format_args!("pub(super) static {name}: {of} = "));
    value.to_code(code);
    code.push_str(";\n");
}

/// Appends a static array, one row per line, each written by `row`.
pub fn table<T>(
    code: &mut String,
    name: &str,
    of: &str,
    rows: &[T],
    mut row: impl FnMut(&T, &mut String),
) {
    add(code, format_args!("pub(super) static {name}: [{of}; {}] = [\n", rows.len()));
    for each in rows {
        code.push_str("    ");
        row(each, code);
        code.push_str(",\n");
    }
    code.push_str("];\n");
}
