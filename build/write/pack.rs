//! Writes numbers in as few bytes as they need: seven bits per byte, the last byte below 128.
//!
//! `src/catalogue/packed.rs` reads them.

/// Appends a number.
pub fn number(mut number: usize, into: &mut Vec<u8>) {
    while number > 127 {
        into.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    into.push(number as u8);
}

/// Appends a number that may be negative, as twice its magnitude, less one if it is negative.
pub fn signed(number: isize, into: &mut Vec<u8>) {
    let magnitude = number.unsigned_abs();
    self::number(if number < 0 { magnitude * 2 - 1 } else { magnitude * 2 }, into);
}
