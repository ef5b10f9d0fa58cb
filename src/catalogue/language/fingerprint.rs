//! One number for a name, the same in the build and in the program: FNV-1a.
//!
//! Knows no name.

/// The number of a folded name.
pub(crate) fn of(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
