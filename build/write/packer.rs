//! Writes records one value after the other: numbers in one place, texts in another.
//!
//! There are two files: what finds an entry, and what is read once it is open. `record!` names the
//! fields of a record in the order in which `src/catalogue/tables/unpack.rs` reads them. Knows no
//! type of the catalogue.

use std::collections::BTreeSet;

use super::pack;

/// A file of numbers and texts.
#[derive(Debug, Default)]
struct Part {
    numbers: Vec<u8>,
    /// Each text with a NUL after it.
    texts: String,
}

/// The two files in the making.
#[derive(Debug, Default)]
pub struct Packer {
    finding: Part,
    reading: Part,
    /// Whether values go to what is read.
    is_reading: bool,
    shapes: BTreeSet<&'static str>,
}

/// The records of the catalogue as bytes.
#[derive(Debug)]
pub struct Packed {
    /// What finds an entry.
    pub finding: Vec<u8>,
    /// What is read once it is open.
    pub reading: Vec<u8>,
    /// Each record with its fields in the order in which they are written, one on each line.
    pub shapes: String,
}

impl Packer {
    fn part(&mut self) -> &mut Part {
        if self.is_reading { &mut self.reading } else { &mut self.finding }
    }

    /// Appends a number.
    pub fn number(&mut self, number: usize) {
        pack::number(number, &mut self.part().numbers);
    }

    /// Appends a text. A NUL would end it, so it is left out.
    pub fn text(&mut self, text: &str) {
        let texts = &mut self.part().texts;
        texts.extend(text.chars().filter(|letter| *letter != '\0'));
        texts.push('\0');
    }

    /// Appends many values after their number.
    pub fn list<T: Pack>(&mut self, values: &[T]) {
        self.number(values.len());
        values.iter().for_each(|value| value.pack(self));
    }

    /// Appends what is read once an entry is open.
    pub fn later(&mut self, value: &(impl Pack + ?Sized)) {
        let before = std::mem::replace(&mut self.is_reading, true);
        value.pack(self);
        self.is_reading = before;
    }

    /// Notes the order of the fields of a record.
    pub fn shape(&mut self, shape: &'static str) {
        self.shapes.insert(shape);
    }

    /// The two files.
    pub fn finish(self) -> Packed {
        let shapes: Vec<&str> = self.shapes.into_iter().collect();
        Packed {
            finding: self.finding.into_bytes(),
            reading: self.reading.into_bytes(),
            shapes: shapes.join("\n"),
        }
    }
}

impl Part {
    /// The length of the numbers, the numbers, the texts.
    fn into_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.numbers.len() + self.texts.len() + 4);
        pack::number(self.numbers.len(), &mut bytes);
        bytes.extend(self.numbers);
        bytes.extend(self.texts.into_bytes());
        bytes
    }
}

/// A value that can be written.
pub trait Pack {
    /// Appends the value.
    fn pack(&self, into: &mut Packer);
}

/// A value that is read once an entry is open.
pub struct Later<'a, T: ?Sized>(pub &'a T);

impl<T: Pack + ?Sized> Pack for Later<'_, T> {
    fn pack(&self, into: &mut Packer) {
        into.later(self.0);
    }
}

impl<T: Pack + ?Sized> Pack for &T {
    fn pack(&self, into: &mut Packer) {
        (**self).pack(into);
    }
}

impl Pack for str {
    fn pack(&self, into: &mut Packer) {
        into.text(self);
    }
}

impl Pack for String {
    fn pack(&self, into: &mut Packer) {
        into.text(self);
    }
}

/// A position in a table, or any other number.
impl Pack for usize {
    fn pack(&self, into: &mut Packer) {
        into.number(*self);
    }
}

impl Pack for u16 {
    fn pack(&self, into: &mut Packer) {
        into.number(usize::from(*self));
    }
}

impl Pack for bool {
    fn pack(&self, into: &mut Packer) {
        into.number(usize::from(*self));
    }
}

impl Pack for f32 {
    fn pack(&self, into: &mut Packer) {
        into.number(self.to_bits() as usize);
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, into: &mut Packer) {
        into.number(usize::from(self.is_some()));
        self.iter().for_each(|value| value.pack(into));
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, into: &mut Packer) {
        self.0.pack(into);
        self.1.pack(into);
    }
}

impl<T: Pack> Pack for [T] {
    fn pack(&self, into: &mut Packer) {
        into.list(self);
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, into: &mut Packer) {
        into.list(self);
    }
}

/// Appends the fields of a record.
macro_rules! record {
    ($into:expr, $name:ident { $($field:ident: $value:expr),+ $(,)? }) => {{
        let into: &mut $crate::pipeline::write::packer::Packer = $into;
        into.shape(concat!(stringify!($name), $(" ", stringify!($field)),+));
        $($crate::pipeline::write::packer::Pack::pack(&$value, into);)+
    }};
}

/// Implements `Pack` for vocabularies, whose values are written by their positions.
macro_rules! words {
    ($($name:ident),+ $(,)?) => {
        $(impl $crate::pipeline::write::packer::Pack for $name {
            fn pack(&self, into: &mut $crate::pipeline::write::packer::Packer) {
                into.number(self.index());
            }
        })+
    };
}

pub(super) use {record, words};
