//! The part of JSON that exports need: objects of texts, flags, numbers, lists of texts, and
//! objects.
//!
//! Written by hand, because this adds 0.9 kB to the published program and a library 1.5 kB. Does
//! not know what it writes.

/// The value of a field of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
    /// Yes or no.
    Flag(bool),
    /// A number.
    Count(usize),
    /// A list of objects, one per line.
    Objects(Vec<Object>),
}

/// Fields in their order.
pub type Object = Vec<(&'static str, Value)>;

impl Value {
    /// Whether it is empty. Empty fields are left out.
    pub const fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(texts) => texts.is_empty(),
            Self::Flag(_) | Self::Count(_) | Self::Objects(_) => false,
        }
    }
}

/// An object as a file, one field per line.
pub fn write(object: &Object) -> String {
    let mut file = String::new();
    fields(object, ",\n  ", "{\n  ", &mut file);
    file.push_str("\n}\n");
    file
}

/// Appends the fields of an object that are not empty.
fn fields(object: &Object, between: &str, before: &str, into: &mut String) {
    let mut separator = before;
    for (name, value) in object.iter().filter(|(_, value)| !value.is_empty()) {
        into.push_str(separator);
        separator = between;
        string(name, into);
        into.push_str(": ");
        push(value, into);
    }
}

fn push(value: &Value, into: &mut String) {
    match value {
        Value::Text(text) => string(text, into),
        Value::Flag(flag) => into.push_str(if *flag { "true" } else { "false" }),
        Value::Count(count) => into.push_str(&count.to_string()),
        Value::List(texts) => {
            let mut separator = "[";
            for text in texts {
                into.push_str(separator);
                separator = ", ";
                string(text, into);
            }
            into.push(']');
        }
        Value::Objects(objects) => {
            into.push('[');
            let mut separator = "\n    ";
            for object in objects {
                into.push_str(separator);
                separator = ",\n    ";
                fields(object, ", ", "{ ", into);
                into.push_str(" }");
            }
            into.push_str("\n  ]");
        }
    }
}

/// Appends a text in quotation marks.
pub fn string(text: &str, into: &mut String) {
    into.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                into.push('\\');
                into.push(letter);
            }
            '\n' => into.push_str("\\n"),
            _ if letter < ' ' => into.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => into.push(letter),
        }
    }
    into.push('"');
}
