//! The axes of myoclonus: what the jerks of a cause are like, each with its closed list of values.
//!
//! Declared once, in reading order. The build, the entry, the facets, comparison, search, export
//! and open data walk [`AXES`]; a new axis is one more entry here, and its data. The build script
//! compiles this same file, so it uses nothing but the standard library.

/// One axis.
#[derive(Debug)]
pub struct Axis {
    /// The field's name in `data/` and in the open data.
    pub key: &'static str,
    /// The word for its facet in addresses. Shared addresses contain it, so it never changes.
    pub address: &'static str,
    /// The heading that a reader sees.
    pub label: &'static str,
    /// Its name in a list of missing facts.
    pub missing: &'static str,
    /// Whether its facet is unfolded at first.
    pub is_prominent: bool,
    /// Its values, in the order in which they are shown.
    pub values: &'static [AxisValue],
}

/// One value of an axis.
#[derive(Debug)]
pub struct AxisValue {
    /// The word for it in `data/` and in the open data, and, with hyphens for blanks, in addresses.
    pub key: &'static str,
    /// What a reader sees, with an explanation in brackets where the word needs one.
    pub label: &'static str,
    /// The label without the explanation.
    pub short: &'static str,
}

/// The values of an axis, each with its key, its short label and, if needed, an explanation.
macro_rules! values {
    ($($key:literal = $short:literal $(, $more:literal)?;)+) => {
        &[$(AxisValue {
            key: $key,
            label: concat!($short $(, " (", $more, ")")?),
            short: $short,
        },)+]
    };
}

/// Every axis, in reading order.
pub static AXES: [Axis; 6] = [
    // What the muscle does in a jerk.
    Axis {
        key: "contraction",
        address: "jerk",
        label: "Kind of jerk",
        missing: "kind of jerk (positive or negative)",
        is_prominent: false,
        values: values! {
            "positive" = "positive", "the muscle contracts";
            "negative" = "negative", "muscle tone lapses, as in asterixis";
        },
    },
    // Which parts of the body jerk.
    Axis {
        key: "distribution",
        address: "where",
        label: "Where on the body",
        missing: "where on the body",
        is_prominent: false,
        values: values! {
            "focal" = "focal", "one body part";
            "segmental" = "segmental", "neighbouring parts";
            "multifocal" = "multifocal", "several parts, not together";
            "axial" = "axial", "trunk";
            "generalised" = "generalised", "whole body";
        },
    },
    // Where in the nervous system the jerks arise.
    Axis {
        key: "generator",
        address: "origin",
        label: "Where it arises",
        missing: "where it arises",
        is_prominent: false,
        values: values! {
            "cortical" = "cortical", "cerebral cortex";
            "subcortical" = "subcortical", "deep brain";
            "brainstem" = "brainstem";
            "spinal" = "spinal cord";
            "peripheral" = "peripheral", "nerve, plexus or root";
        },
    },
    // What sets the jerks off, or the state in which they appear.
    Axis {
        key: "provocation",
        address: "trigger",
        label: "Triggered by",
        missing: "what triggers it",
        is_prominent: false,
        values: values! {
            "rest" = "at rest";
            "action" = "action", "moving or trying to";
            "posture" = "holding a posture";
            "stimulus" = "stimulus", "touch, sound, light";
            "sleep" = "sleep or falling asleep";
            "exercise" = "exercise";
            "emotion" = "emotion";
            "fatigue" = "fatigue";
        },
    },
    // How the jerks run over time.
    Axis {
        key: "course",
        address: "course",
        label: "Course",
        missing: "course over time",
        is_prominent: true,
        values: values! {
            "acute" = "acute";
            "subacute" = "subacute", "over weeks";
            "transient" = "transient", "passes";
            "recurrent" = "recurrent", "comes back";
            "chronic" = "chronic", "lasting";
            "progressive" = "progressive", "worsening";
        },
    },
    // The time of life in which the jerks begin or occur.
    Axis {
        key: "age_groups",
        address: "age",
        label: "Age group",
        missing: "age group",
        is_prominent: false,
        values: values! {
            "neonate" = "newborn";
            "infant" = "infant";
            "child" = "child";
            "adolescent" = "adolescent";
            "young adult" = "young adult";
            "adult" = "adult";
            "older adult" = "older adult";
        },
    },
];

/// An axis, by its position in [`AXES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AxisId(u8);

/// A value of an axis, by its position among the values of that axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AxisValueId(pub u8);

impl AxisId {
    /// What the muscle does in a jerk.
    pub const CONTRACTION: Self = Self::at(0);

    /// Where in the nervous system the jerks arise.
    pub const GENERATOR: Self = Self::at(2);

    /// How the jerks run over time.
    pub const COURSE: Self = Self::at(4);

    /// The time of life in which the jerks begin: the only axis that is about the patient.
    pub const AGE_GROUPS: Self = Self::at(5);

    /// Every axis, in reading order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self).take(AXES.len())
    }

    /// The axis with this key, as `data/` writes it.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|id| id.axis().key == key)
    }

    /// The axis at this position.
    ///
    /// # Panics
    ///
    /// If there is no such axis. In a constant, this does not compile.
    pub const fn at(position: usize) -> Self {
        assert!(position < AXES.len() && position <= u8::MAX as usize, "the axis exists");
        Self(position as u8)
    }

    /// Its position in [`AXES`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The axis.
    pub const fn axis(self) -> &'static Axis {
        &AXES[self.index()]
    }

    /// Every value of this axis, in the order in which they are shown.
    pub fn values(self) -> impl Iterator<Item = AxisValueId> {
        (0..).map(AxisValueId).take(self.axis().values.len())
    }

    /// A value of this axis.
    pub fn value(self, id: AxisValueId) -> &'static AxisValue {
        &self.axis().values[usize::from(id.0)]
    }

    /// The value of this axis with this key, as `data/` writes it.
    pub fn value_from_key(self, key: &str) -> Option<AxisValueId> {
        self.values().find(|id| self.value(*id).key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_axes_are_the_ones_with_these_keys() {
        let named = [AxisId::CONTRACTION, AxisId::GENERATOR, AxisId::COURSE, AxisId::AGE_GROUPS];
        let keys = ["contraction", "generator", "course", "age_groups"];
        assert_eq!(named.map(|id| id.axis().key), keys);
    }
}
