//! Watches the session for what is heard, felt and seen to move.

use leptos::prelude::*;

use crate::elements::effect;
use crate::feedback::use_feedback;
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;

/// Follows the session: what moves is heard, felt and seen.
pub fn watch_session<P: SitePage>() {
    let shell = use_shell::<P>();
    let feedback = use_feedback();
    let standing = shell.look(P::haptic_state);
    let mut before = None;
    effect(move || {
        let standing = standing.get();
        if let Some(before) = before.replace(standing) {
            untrack(|| feedback.react(before, standing));
        }
    });
}
