//! Ages and sex, none of which must be known.

use leptos::prelude::*;

use crate::differential::{Age, FAR_AGE, Findings, Sex};
use crate::patient;
use crate::ui::element::remade::remade_words;
use crate::ui::match_page::state::MatchState;

/// The fields.
pub(super) fn person(state: MatchState) -> impl IntoView {
    let sex = move |event: leptos::ev::Event| {
        let sex = match event_target_value(&event).as_str() {
            "f" => Some(Sex::Female),
            "m" => Some(Sex::Male),
            "x" => Some(Sex::Other),
            _ => None,
        };
        state.change(|findings| findings.sex = sex);
    };
    let chosen = move || match state.findings.with(|it| it.sex) {
        Some(Sex::Female) => "f",
        Some(Sex::Male) => "m",
        Some(Sex::Other) => "x",
        None => "",
    };
    let counts = move || !state.findings.with(|it| it.ignores_ages);
    let switch = move |event: leptos::ev::Event| {
        let counts = event_target_checked(&event);
        state.change(|findings| findings.ignores_ages = !counts);
        state.said.set(if counts { "Ages count." } else { "Ages do not count." }.to_owned());
    };
    let onset = age(state, "Age at onset", |it| it.onset, |findings, age| findings.onset = age);
    let now = age(state, "Age now", |it| it.age, |findings, age| findings.age = age);
    view! {
        <div class="stack tight">
            <div class="row ages">
                {onset} {now}
                <label class="small">
                    "Sex "
                    <select class="btn" prop:value=chosen on:change=sex>
                        <option value="">"not told"</option>
                        <option value="f">"female"</option>
                        <option value="m">"male"</option>
                        <option value="x">"other"</option>
                    </select>
                </label>
            </div>
            <label class="opt small">
                <input type="checkbox" prop:checked=counts on:change=switch />
                <span>"Let the ages count"</span>
            </label>
            <p class="tiny soft">
                {format!(
                    "Such as 72, 6 months, 10 days or child. An age takes {} points from causes \
                     that begin at least two times of life away, and adds none. Sex changes no \
                     score.",
                    -FAR_AGE,
                )}
            </p>
        </div>
    }
}

/// A field for an age as people write it.
fn age(
    state: MatchState,
    label: &'static str,
    of: fn(&Findings) -> Option<Age>,
    set: fn(&mut Findings, Option<Age>),
) -> impl IntoView {
    let strange = RwSignal::new(false);
    let written = move || state.findings.with(|it| of(it).map(patient::age).unwrap_or_default());
    let changed = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        let age = Age::from_words(&typed);
        strange.set(age.is_none() && !typed.trim().is_empty());
        if !strange.get_untracked() {
            state.change(|findings| set(findings, age));
        }
    };
    let wrong = move |strange: bool| strange.then_some(" not an age ");
    view! {
        <label class="small">
            {label}
            " "
            <input
                class="btn"
                type="text"
                size="8"
                autocomplete="off"
                aria-invalid=move || strange.get().then_some("true")
                prop:value=written
                on:change=changed
            />
            {remade_words(move || strange.get(), wrong)}
        </label>
    }
}
