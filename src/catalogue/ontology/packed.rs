//! Reads the numbers that the build packed: seven bits per byte, the last byte below 128.

/// The rest of a sequence of packed numbers.
///
/// Past the end every number is 0; the build writes as many as are read.
#[derive(Clone, Debug)]
pub(in crate::catalogue) struct Packed {
    bytes: std::slice::Iter<'static, u8>,
}

impl Packed {
    pub(in crate::catalogue) fn new(bytes: &'static [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    /// Whether nothing is left.
    pub(in crate::catalogue) fn is_empty(&self) -> bool {
        self.bytes.as_slice().is_empty()
    }

    /// The next bytes, and those after them.
    pub(in crate::catalogue) fn split(self, length: usize) -> (&'static [u8], &'static [u8]) {
        let bytes = self.bytes.as_slice();
        bytes.split_at(length.min(bytes.len()))
    }

    /// The next number.
    pub(in crate::catalogue) fn number(&mut self) -> usize {
        let mut number = 0;
        let mut shift = 0;
        for byte in self.bytes.by_ref() {
            number |= usize::from(byte & 127) << shift;
            shift += 7;
            if *byte < 128 {
                break;
            }
        }
        number
    }

    /// The next number, which may be negative.
    pub(super) fn signed(&mut self) -> isize {
        let number = self.number();
        let half = (number / 2).cast_signed();
        if number.is_multiple_of(2) { half } else { -half - 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_length_are_read() {
        let mut packed = Packed::new(&[0, 127, 0x80, 1, 0xff, 0xff, 3]);
        let read: Vec<usize> = (0..5).map(|_| packed.number()).collect();
        assert_eq!(read, [0, 127, 128, 65_535, 0]);
    }

    #[test]
    fn odd_numbers_are_read_as_negative_ones() {
        let mut packed = Packed::new(&[0, 1, 2, 3, 4]);
        let read: Vec<isize> = (0..5).map(|_| packed.signed()).collect();
        assert_eq!(read, [0, -1, 1, -2, 2]);
    }
}
