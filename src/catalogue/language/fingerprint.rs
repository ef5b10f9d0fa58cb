//! One number for a name or a file, the same in the build and in the program: FNV-1a.
//!
//! Knows no name.

/// The number of a folded name.
pub(crate) fn of(name: &str) -> u64 {
    of_bytes(name.as_bytes())
}

/// The number of the content of a file.
pub(crate) fn of_bytes(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
