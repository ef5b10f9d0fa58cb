//! One number for a name or a file, the same in the build and in the program.
//!
//! Knows no name.

/// The number of a folded name: FNV-1a.
pub(crate) fn of(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The number of the content of a file, by eight bytes at a time: a file is long. Each step can be
/// undone, so no change of eight bytes goes unnoticed; turning brings its effect to all digits.
pub(crate) fn of_file(bytes: &[u8]) -> u64 {
    let step = |number: u64, word: u64| {
        (number ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
    };
    let word = |part: &[u8]| {
        let mut word = [0; 8];
        word[..part.len()].copy_from_slice(part);
        u64::from_le_bytes(word)
    };
    let start = step(0, bytes.len() as u64);
    bytes.chunks(8).map(word).fold(start, step)
}
