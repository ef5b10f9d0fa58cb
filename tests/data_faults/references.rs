//! Mistakes in what entries refer to: sources, each other, and what they share.

use crate::{DRUG, check};

#[test]
fn an_unknown_source_is_reported() {
    let expected = &["drug-a: claims", "\"papre\"", "data/sources/"];
    check(
        "source",
        DRUG,
        "name = \"A\"\nclaims = [{ source = \"paper\" }]",
        "name = \"A\"\nclaims = [{ source = \"papre\" }]",
        expected,
    );
}

#[test]
fn an_unknown_feature_or_context_is_reported() {
    check(
        "feature",
        DRUG,
        "\"Coma\"",
        "\"Comma\"",
        &["drug-a: features.values", "\"Comma\"", "shared/features.toml"],
    );
    check(
        "context",
        DRUG,
        "[\"dialysis\"]",
        "[\"dyalisis\"]",
        &["drug-a: context.values", "\"dyalisis\""],
    );
}

#[test]
fn a_value_without_a_source_is_reported() {
    let expected = &["drug-a: course.claims", "name at least one source"];
    check(
        "unsourced",
        DRUG,
        "values = [\"acute\"]\nclaims = [{ source = \"paper\" }]",
        "values = [\"acute\"]\nclaims = []",
        expected,
    );
}

#[test]
fn a_shared_statement_on_reversibility_is_never_editorial() {
    let expected = &["stops: basis", "\"editorial\"", "only \"class\""];
    check(
        "editorial",
        "shared/shared_statements.toml",
        "basis = \"class\"\ntext = \"It usually stops.\"\nclaims = [{ source = \"paper\" }]",
        "basis = \"editorial\"\ntext = \"It usually stops.\"",
        expected,
    );
}

#[test]
fn a_statement_on_the_group_is_no_source_for_the_cause() {
    let expected = &["drug-a: note.basis", "needs a claim of this very cause"];
    check(
        "passing",
        DRUG,
        "text = \"A note.\"",
        "text = \"A note.\"\nbasis = \"source\"",
        expected,
    );
}

#[test]
fn a_source_is_in_one_file_only() {
    let expected = &["data/sources/", ": paper: id: \"paper\"", "has this id already"];
    check("source-twice", "sources/dataset.toml", "\"hpoa2025\"", "\"paper\"", expected);
}

#[test]
fn a_retired_id_must_lead_somewhere() {
    let expected = &["data/retired.toml: old: merged_into", "\"gone\""];
    check("retired", "retired.toml", "drug-a", "gone", expected);
}

#[test]
fn a_link_without_a_target_or_an_origin_is_reported() {
    let expected = &["data/mapping/links.toml: the drug: to", "\"cause:gone\""];
    check("link-to", "mapping/links.toml", "cause:drug-a", "cause:gone", expected);
    let expected = &["a drug: words", "no entry has these words"];
    check("link-from", "mapping/links.toml", "the drug", "a drug", expected);
}

#[test]
fn an_unknown_field_group_or_parent_of_a_topic_is_reported() {
    let file = "topics/types.toml";
    let expected = &["data/topics/types.toml: acute: typical_cuases", "use one of"];
    check("topic-field", file, "typical_causes", "typical_cuases", expected);
    check("topic-group", file, "\"axis\"", "\"axes\"", &["acute: group", "\"axes\""]);
    let parent = "section = \"axis\"\nparent = \"none\"";
    check("topic-parent", file, "section = \"axis\"", parent, &["acute: parent", "\"none\""]);
}

#[test]
fn a_look_alike_needs_a_contrast_of_three_parts() {
    let expected = &["data/topics/look_alikes.toml: tic: difference", "three values"];
    check("contrast", "topics/look_alikes.toml", "\"a\", ", "", expected);
    let expected =
        &["data/topics/look_alikes.toml: tic: difference", "every look-alike needs this field"];
    check(
        "needed",
        "topics/look_alikes.toml",
        "[look_alike.difference]",
        "[look_alike.note]",
        expected,
    );
}

#[test]
fn a_type_map_without_a_match_is_reported() {
    let expected = &["chronic: course", "no cause has this value"];
    check(
        "map",
        "mapping/derived_types.toml",
        "value = \"acute\"",
        "value = \"chronic\"",
        expected,
    );
    check("named", "mapping/named_types.toml", "drug-a", "drug-b", &["drug-b: cause", "exists"]);
}

#[test]
fn a_subcategory_is_written_once_and_used() {
    let cause = "causes/drug.toml";
    let unknown = "id = \"drug-a\"\nsubcategory = \"opioids\"";
    let expected = &["drug-a: subcategory", "\"opioids\"", "data/order/subcategories.toml"];
    check("subcategory-unknown", cause, "id = \"drug-a\"", unknown, expected);
    let file = "order/subcategories.toml";
    let first = "[[subcategory]]\nid = \"ataxias\"\nname = \"Ataxias\"\n";
    let unused = format!("{first}[[subcategory]]\nid = \"opioid\"\nname = \"opioid\"\n");
    check("subcategory-unused", file, first, &unused, &["opioid: name", "no cause uses it"]);
    let twice = format!("{first}[[subcategory]]\nid = \"other\"\nname = \"Ataxias\"\n");
    check("subcategory-twice", file, first, &twice, &["other: name", "\"Ataxias\"", "this name"]);
}

#[test]
fn an_unknown_category_is_reported() {
    check(
        "category",
        "order/categories.toml",
        "\"drug\"",
        "\"drugs\"",
        &["drug-a: category", "drugs"],
    );
}

#[test]
fn an_unused_feature_is_reported() {
    let expected = &["data/shared/features.toml: Coma: label", "no cause uses it"];
    check(
        "unused",
        DRUG,
        "[cause.features]\nvalues = [{ feature = \"Coma\", frequency = \"7/14\" }]\n\
         claims = [{ source = \"paper\" }]\n",
        "",
        expected,
    );
}

#[test]
fn a_context_without_a_known_weight_is_reported() {
    let file = "shared/context.toml";
    for (field, value) in [("kind", "usual"), ("commonness", "rare"), ("checklist", "body")] {
        let line = format!("{field} = \"{value}\"");
        let wrong = format!("{field} = \"other\"");
        let expected = &[&*format!("dialysis: {field}: \"other\""), "use one of", value];
        check(field, file, &line, &wrong, expected);
    }
    let expected = &["dialysis: told_by: \"HP:0000001\"", "terms.tsv"];
    check("term", file, "HP:0001259", "HP:0000001", expected);
}
