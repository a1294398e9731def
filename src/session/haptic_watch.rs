//! Plays sound, vibration and animation as the session changes.

use leptos::prelude::*;

use crate::elements::effect;
use crate::feedback::use_feedback;
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;

/// Plays them from now on.
pub fn watch_session<P: SitePage>() {
    let shell = use_shell::<P>();
    let feedback = use_feedback();
    let state = shell.look(P::haptic_state);
    let mut before = None;
    effect(move || {
        let state = state.get();
        if let Some(before) = before.replace(state) {
            untrack(|| feedback.react(before, state));
        }
    });
}
