//! The journal: everything that was done and happened, newest first, with the clauses behind each line.

use firmware_core::rule::Rule;
use firmware_core::time::Instant;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Event;
use world::session::{Line, Session};

use crate::elements::{Element, el, element};
use crate::panels::{Opens, body, panel};
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::message;

/// The maximum number of lines shown, the latest ones.
const LINES_SHOWN: usize = 150;

/// A line that is shown, with its index in the session's journal.
type Shown<P> = (usize, Line<P>);

/// The journal.
pub fn journal_panel<P: SitePage>() -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let lines = shell.look_after_paint(shown::<P>);
    // Another session begins other lines, even where places and times are the same.
    let keys = Memo::new(move |before: Option<&Keys<P>>| {
        let lines = lines.get();
        let generation = before.map_or(0, |before| before.generation + u64::from(!goes_on(&before.lines, &lines)));
        Keys { generation, lines }
    });
    let chosen = RwSignal::new(None);
    // One listener for all clauses of all lines.
    let choose = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(name) = target.and_then(|target| target.get_attribute("data-clause")) {
            chosen.set(Rule::from_name(&name));
        }
    };
    let meaning =
        move || chosen.get().map(|rule| format!("{rule} {}", P::clause(language.get(), rule))).unwrap_or_default();
    let hint = move || {
        let language = language.get();
        let count = shell.at_after_paint(|session| session.journal().len());
        let words = if count == 0 { message::JOURNAL_EMPTY } else { message::JOURNAL_HINT };
        format!("{} \u{b7} {}", message::JOURNAL_LINES.counted(language, count), words.in_language(language))
    };
    let list = el("ol", "journal").attr("reversed", "").on("click", choose).keyed_list(
        move || keys.with(|keys| keys.lines.iter().map(|line| keys.of(line)).collect()),
        move |key| {
            let line = keys.with_untracked(|keys| keys.lines.iter().find(|line| keys.of(line) == key).cloned());
            line.map_or_else(|| element("li"), |(index, line)| journal_line(index, line))
        },
    );
    let body = body()
        .child(el("p", "hint").text_fn(hint))
        .child(crate::panels::feature_file::file_controls::<P>())
        .child(el("p", "clause").attr("role", "status").text_fn(meaning))
        .child(list);
    panel("journal", message::PANEL_JOURNAL, Opens::Later, body)
}

/// The lines that are shown, and which session they are of.
#[derive(Clone, PartialEq)]
struct Keys<P: SitePage> {
    generation: u64,
    lines: Vec<Shown<P>>,
}

impl<P: SitePage> Keys<P> {
    /// A line is drawn afresh when it has grown.
    fn of(&self, (index, line): &Shown<P>) -> u64 {
        let times = match line {
            Line::Acted { .. } => 0,
            Line::Happened { times, .. } => u64::from(*times),
        };
        let index = u64::try_from(*index).unwrap_or(u64::MAX);
        // A session has some ten thousand lines, and a line may have happened some million times.
        (self.generation << 52) ^ (index << 32) ^ times
    }
}

/// Whether `lines` continue those before: where both have a line, it is the same or has grown.
fn goes_on<P: SitePage>(before: &[Shown<P>], lines: &[Shown<P>]) -> bool {
    let (Some((last, _)), Some((latest, _))) = (before.first(), lines.first()) else { return before.is_empty() };
    let same = |(index, line): &Shown<P>| {
        let other = lines.iter().find(|(other, _)| other == index);
        other.is_none_or(|(_, other)| match (line, other) {
            (Line::Happened { entry, times, .. }, Line::Happened { entry: later, times: grown, .. }) => {
                entry == later && times <= grown
            }
            (line, other) => line == other,
        })
    };
    last <= latest && before.iter().all(same)
}

fn shown<P: SitePage>(session: &Session<P>) -> Vec<Shown<P>> {
    session.journal().iter().cloned().enumerate().rev().take(LINES_SHOWN).collect()
}

fn journal_line<P: SitePage>(index: usize, line: Line<P>) -> Element {
    let language = use_language();
    match line {
        Line::Acted { at, act, refusal } => {
            let refused = refusal.map(|refusal| {
                el("span", "refused").text_fn(move || P::describe_answer(language.get(), &Err(refusal.clone())))
            });
            list_item(index, at, "")
                .attr("class", "acted")
                .child(element("span").text_fn(move || P::describe_act(language.get(), &act)))
                .children(refused)
        }
        Line::Happened { entry, until, times } => {
            let rules = entry.rules.clone();
            let heard = entry.beeps.map_or(String::new(), |beeps| format!("{} {}", entry.device, beeps.count));
            let names: Vec<_> = rules.iter().map(ToString::to_string).collect();
            let text = move || {
                let language = language.get();
                let text = P::describe_entry(language, &entry);
                let times = usize::try_from(times).unwrap_or(usize::MAX);
                if times > 1 {
                    format!("{text} \u{b7} {}", message::JOURNAL_TIMES.counted(language, times))
                } else {
                    text
                }
            };
            let item = list_item(index, until, &names.join(" ")).attr("data-heard", &heard);
            let item = item.child(element("span").text_fn(text));
            let clauses = rules.into_iter().zip(names).map(|(rule, name)| {
                element("button")
                    .attr("type", "button")
                    .attr("data-clause", &name)
                    .attr_fn("title", move || P::clause(language.get(), rule).to_owned())
                    .text(&name)
            });
            item.child(el("span", "clauses").children(clauses))
        }
    }
}

fn list_item(index: usize, until: Instant, rules: &str) -> Element {
    element("li")
        .attr("data-line", &index.to_string())
        .attr("data-until", &until.0.to_string())
        .attr("data-rules", rules)
        .child(element("time").text(&elapsed(until)))
}

/// The simulated time since the world began: `0:01:23.456`.
pub fn elapsed(at: Instant) -> String {
    let (seconds, ms) = (at.0 / 1000, at.0 % 1000);
    format!("{}:{:02}:{:02}.{ms:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::pedestal::{Key, Socket};
    use world::quay::Quay;
    use world::quay::act::Act;
    use world::session::Start;

    #[test]
    fn simulated_time_is_told_to_the_millisecond() {
        assert_eq!(elapsed(Instant(0)), "0:00:00.000");
        assert_eq!(elapsed(Instant(93_784_005)), "26:03:04.005");
    }

    #[test]
    fn the_latest_lines_come_first_and_keep_their_places() {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        for _ in 0..200 {
            let _ = session.act(Act::Press(Key::Socket(Socket::One)));
            let _ = session.act(Act::Release(Key::Socket(Socket::One)));
        }
        let lines = shown(&session);
        assert_eq!(lines.len(), LINES_SHOWN);
        assert_eq!(lines[0].0, session.journal().len() - 1);
        assert!(lines.windows(2).all(|pair| pair[0].0 == pair[1].0 + 1));
    }

    #[test]
    fn another_session_is_not_taken_for_a_continuation() {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        let nothing = shown(&session);
        let _ = session.act(Act::Press(Key::Enter));
        let one = shown(&session);
        let _ = session.act(Act::Release(Key::Enter));
        let two = shown(&session);
        assert!(goes_on(&nothing, &one) && goes_on(&one, &two) && goes_on(&two, &two));
        assert!(!goes_on(&two, &one) && !goes_on(&one, &nothing));

        let mut other = Session::<Quay>::new(Start::Bare).expect("a bare quay");
        let _ = other.act(Act::Press(Key::Back));
        let _ = other.act(Act::Release(Key::Back));
        assert!(!goes_on(&one, &shown(&other)));
    }

    #[test]
    fn a_line_that_grows_goes_on() {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        let _ = session.act(Act::Press(Key::Socket(Socket::One)));
        let before = shown(&session);
        let mut grown = before.clone();
        let Some((_, Line::Happened { times, .. })) = grown.first_mut() else { panic!("a credit check is shown") };
        *times += 1;
        assert!(goes_on(&before, &grown) && !goes_on(&grown, &before));
        let key = |lines: &[Shown<Quay>]| Keys::<Quay> { generation: 0, lines: lines.to_vec() }.of(&lines[0]);
        assert_ne!(key(&before), key(&grown));
    }
}
