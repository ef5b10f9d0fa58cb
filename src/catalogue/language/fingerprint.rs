//! One number for a name or a file, the same in the build and in the program.
//!
//! Knows no name.

/// The number of a folded name: FNV-1a.
pub(crate) fn of(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The number of the content of a file, by eight bytes at a time: a file is long. Four numbers take
/// turns, because a processor works on all four at once. Each step can be undone, so no change
/// within one word goes unnoticed; turning brings its effect to all digits.
pub(crate) fn of_file(bytes: &[u8]) -> u64 {
    let step = |number: u64, word: u64| {
        (number ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
    };
    let (words, rest) = bytes.as_chunks();
    let (fours, last) = words.as_chunks::<4>();
    let mut numbers = [1, 2, 3, 4];
    for four in fours {
        for (number, word) in numbers.iter_mut().zip(four) {
            *number = step(*number, u64::from_le_bytes(*word));
        }
    }
    let last = last.iter().map(|word| u64::from_le_bytes(*word));
    let rest = rest.iter().map(|byte| u64::from(*byte));
    numbers.into_iter().chain(last).chain(rest).fold(step(0, bytes.len() as u64), step)
}
